import type { Nodes } from 'mdast';
import { plainText } from '../source/markdown.ts';

const placeholder = /\{\{[=#]? ?[a-z0-9_]+\}\}/g;

/** How a placeholder reads; unknown names are reported elsewhere and count as one word. */
export type Speak = (name: string) => string;

/** The prose of nodes as the reader gets it: figures filled in, code left out. */
export function proseOf(nodes: readonly Nodes[], speak: Speak = () => 'figure'): string {
  return nodes
    .map((node) => plainText(node, { code: false }))
    .join('\n')
    .replace(placeholder, (match) => speak(match.slice(2, -2)));
}

/** Abbreviations after whose full stop a sentence goes on. */
const abbreviation = /\b(?:e\.g|i\.e|vs|etc|cf|approx|no|fig)\.$/i;

/** Counts sentences: ends marked by `.`, `!` or `?` before white space, and what is left at the end. */
export function countSentences(text: string): number {
  let sentences = 0;
  let rest = '';
  for (const piece of text
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[.!?…]["'”’)\]]*)\s/)) {
    rest = rest === '' ? piece : `${rest} ${piece}`;
    if (abbreviation.test(rest)) continue;
    if (/[\p{L}\p{N}]/u.test(rest)) sentences += 1;
    rest = '';
  }
  return sentences + (/[\p{L}\p{N}]/u.test(rest) ? 1 : 0);
}

/** Patterns of the contracts' words, each made once: a text is searched for dozens of them. */
const patterns = new Map<string, RegExp>();

/** The last text that was searched, in small letters: it is searched for many words in a row. */
let folded = { text: '', small: '' };

/** Whether a word or phrase of a contract stands in a text as a whole, in singular or plural. */
export function mentions(text: string, phrase: string, { matchCase = false } = {}): boolean {
  // Most words are nowhere in most texts, and this says so at a tenth of a pattern's price.
  const first = /^\S+/.exec(phrase)?.[0] ?? '';
  if (!matchCase && folded.text !== text) folded = { text, small: text.toLowerCase() };
  if (!(matchCase ? text.includes(first) : folded.small.includes(first.toLowerCase())))
    return false;
  const flags = matchCase ? 'u' : 'iu';
  const known = patterns.get(`${flags} ${phrase}`);
  if (known !== undefined) return known.test(text);
  const escaped = phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_])${escaped}(?:s|es)?(?![\\p{L}\\p{N}_])`, flags);
  patterns.set(`${flags} ${phrase}`, pattern);
  return pattern.test(text);
}
