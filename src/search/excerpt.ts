import { densest } from './densest.ts';

/** A piece of a text; marked where it was sought. */
export interface Piece {
  text: string;
  marked: boolean;
}

/** Cuts a fragment's text into words as Pagefind counts them. */
export function pagefindWords(raw: string): string[] {
  // Pagefind joins with zero-width spaces where a word is made of several.
  const words = raw.includes('\u200B') ? raw.split('\u200B') : raw.split(/[^\S\uFEFF]+/);
  return words.map((word) => word.replaceAll('&lt;', '<').replaceAll('&gt;', '>').trim());
}

/**
 * The stretch of words in which most terms come together, with their words marked.
 * `places` are indexes into `words`, by term; `from` skips what stands before the text proper.
 */
export function excerptOf(
  words: readonly string[],
  places: readonly (readonly number[])[],
  { length = 30, from = 0 } = {},
): Piece[] {
  const weights = places.map(() => 1);
  const best = densest(places, { length, weights, from }).start;
  // Some words before the first hit tell what it is about.
  const start = Math.max(from, Math.min(best - Math.floor(length / 5), words.length - length));
  const marked = new Set(places.flat());
  const pieces: Piece[] = [];
  words.slice(start, start + length).forEach((word, offset) => {
    const isMarked = marked.has(start + offset);
    const last = pieces.at(-1);
    if (last !== undefined && last.marked === isMarked) last.text += ` ${word}`;
    else pieces.push({ text: word, marked: isMarked });
  });
  if (start > from) pieces.unshift({ text: '…', marked: false });
  if (start + length < words.length) pieces.push({ text: '…', marked: false });
  return pieces;
}
