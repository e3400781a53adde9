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

/** The last text that was searched, with single blanks: it is searched for many words in a row. */
let last = { text: '', plain: '', small: '' };

/** The end of a word, in singular or plural. */
const ending = /^(?:s|es)?(?![\p{L}\p{N}_])/iu;

/** Whether a word or phrase of a contract stands in a text as a whole, in singular or plural. */
export function mentions(text: string, phrase: string, { matchCase = false } = {}): boolean {
  if (last.text !== text) {
    const plain = text.replace(/\s+/g, ' ');
    last = { text, plain, small: plain.toLowerCase() };
  }
  // A search for the words themselves takes a tenth of the time of a pattern made of them.
  const where = matchCase ? last.plain : last.small;
  const wanted = matchCase ? phrase : phrase.toLowerCase();
  for (let at = where.indexOf(wanted); at !== -1; at = where.indexOf(wanted, at + 1)) {
    const end = at + wanted.length;
    const isWhole =
      !/[\p{L}\p{N}_]$/u.test(where.slice(Math.max(0, at - 2), at)) &&
      ending.test(where.slice(end, end + 4));
    if (isWhole) return true;
  }
  return false;
}
