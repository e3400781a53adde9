/**
 * An SVG that stands without the page: variables as the values they have now, the paper behind it,
 * a font that other programs know.
 */
export function standalone(svg: string, variableValue: (variable: string) => string): string {
  const solid = svg
    .replace(/var\((--[\w-]+)[^)]*\)/g, (_, name: string) =>
      name === '--dg-font' ? 'Inter, system-ui, sans-serif' : variableValue(name).trim(),
    )
    .replace(/ class="[^"]*"/, '');
  const paper = `<rect width="100%" height="100%" fill="${variableValue('--dg-paper').trim()}"/>`;
  return solid.replace(/(<svg[^>]*>)/, `$1${paper}`);
}

/** A file's name from a title: `Feed read path` gives `feed-read-path`. */
export function fileName(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'diagram'
  );
}
