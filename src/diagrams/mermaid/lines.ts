/**
 * Mermaid takes front matter, directives and comments out before it parses, so its line numbers
 * are too low. This finds the author's line for one of mermaid's (both 1-based).
 */
export function authorsLine(source: string, line: number): number {
  const kept = removals.reduce((text, removal) => remove(text, removal), traced(source));
  const start = kept.findIndex(({ character }) => character.trim() !== '');
  let current = 1;
  for (const { character, line: original } of kept.slice(Math.max(start, 0))) {
    if (current === line) return original;
    if (character === '\n') current += 1;
  }
  return kept.at(-1)?.line ?? 1;
}

interface Traced {
  character: string;
  line: number;
}

/** In mermaid's order; see `preprocessDiagram` and `cleanupComments` there. */
const removals = [
  /^-{3}\s*\n[\s\S]*?\n-{3}\s*\n+/g,
  /%{2}\{\s*(?:(\w+)\s*:|(\w+))\s*(?:(\w+)|((?:(?!\}%{2}).|\r?\n)*))?\}%{2}/gi,
  /^\s*%%(?!\{)[^\n]+\n?/gm,
];

function traced(source: string): Traced[] {
  let line = 1;
  return [...source.replace(/\r\n?/g, '\n')].map((character) => {
    const entry = { character, line };
    if (character === '\n') line += 1;
    return entry;
  });
}

function remove(text: readonly Traced[], removal: RegExp): Traced[] {
  const plain = text.map(({ character }) => (character.length === 1 ? character : '?')).join('');
  const gone = [...plain.matchAll(removal)].map(
    (found) => [found.index, found.index + found[0].length] as const,
  );
  return text.filter((_, at) => !gone.some(([from, to]) => at >= from && at < to));
}
