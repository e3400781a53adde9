import { authorsLine } from './lines.ts';
import type { SyntaxFault } from './outcome.ts';

/** Mermaid's error, of whichever of its parsers, as a line of the author's source and one plain sentence. */
export function faultOf(error: unknown, source: string): SyntaxFault {
  const text = error instanceof Error ? error.message : String(error);
  const parsed = lineOf(error, text);
  const line = parsed === undefined ? 1 : authorsLine(source, parsed);
  const near = source.split(/\r\n?|\n/)[line - 1]?.trim() ?? '';
  return { line, message: shorten(jison(text, near) ?? text.replace(/^Parsing failed:/, '')) };
}

/** In mermaid's count: after comments and the like are gone. */
function lineOf(error: unknown, text: string): number | undefined {
  const named = /\bline:? (\d+)/i.exec(text)?.[1];
  if (named) return Number(named);
  const { hash } = error as { hash?: { loc?: { first_line?: number }; line?: number } };
  return hash?.loc?.first_line ?? (hash?.line === undefined ? undefined : hash.line + 1);
}

/**
 * `Parse error on line 3:⏎…A --> B⏎-----^⏎Expecting 'X', 'Y', got 'Z'`: what most types say. Their
 * excerpt runs lines together; the author's own line is plainer.
 */
function jison(text: string, near: string): string | undefined {
  const found =
    /^(?:Parse|Lexical) error on line \d+[:.][^\n]*\n[^\n]*\n-*\^\n?([\s\S]*)$/.exec(text) ??
    /^(?:Parse|Lexical) error on line \d+[:.]([\s\S]*)$/.exec(text);
  if (!found) return undefined;
  const rest = found[1] ?? '';
  const got = /got '([^']*)'/.exec(rest)?.[1];
  const what =
    got === undefined ? 'text' : got === '1' || got === 'EOF' ? 'end of the diagram' : got;
  const expected = [...(rest.split(', got')[0] ?? '').matchAll(/'([^']*)'/g)].map(
    ([, name]) => name,
  );
  const list =
    expected.length > 0 && expected.length <= 6 ? `, expected ${expected.join(' or ')}` : '';
  const reserved = /^(GRAPH|end|subgraph|STYLE|LINKSTYLE|CLASSDEF|CLASS|CLICK|DEFAULT|DIR)$/.test(
    what,
  )
    ? ' (a word of the language; it cannot name a node)'
    : '';
  return `unexpected ${what}${reserved} in "${near}"${list}`;
}

function shorten(message: string): string {
  const line = message.replace(/\s+/g, ' ').trim().replace(/\.$/, '');
  return line.length > 240 ? `${line.slice(0, 239)}…` : line;
}
