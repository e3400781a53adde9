/** A prompt cut once at its variables: literal texts and variable names, in order. */
export type PromptPart = { text: string } | { variable: string };

const variablePattern = /\{\{([a-z][a-z0-9_]*)\}\}/g;

/** Cuts a prompt at its `{{variables}}`. Everything else is literal, to the byte. */
export function parsePrompt(body: string): PromptPart[] {
  const parts: PromptPart[] = [];
  let end = 0;
  for (const match of body.matchAll(variablePattern)) {
    if (match.index > end) parts.push({ text: body.slice(end, match.index) });
    parts.push({ variable: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < body.length) parts.push({ text: body.slice(end) });
  return parts;
}

/**
 * Joins the parts with the values put in. A value is never looked at, so whatever it holds
 * arrives unchanged; a variable without a value (or with an empty one) stays as its placeholder.
 */
export function fillPrompt(
  parts: readonly PromptPart[],
  values: Readonly<Record<string, string>>,
): string {
  const given = (name: string) => (Object.hasOwn(values, name) ? values[name] : '');
  return parts
    .map((part) => ('text' in part ? part.text : given(part.variable) || `{{${part.variable}}}`))
    .join('');
}
