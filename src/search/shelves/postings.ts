/**
 * How much is said of one word on each shelf, by the shelf's number: `1` where it stands once, one
 * more each time that it stands twice as often. A shelf that does not have the word is not there.
 */
export type Levels = ReadonlyMap<number, number>;

/** Says apart words that stand somewhere, and words that something is about. */
const highest = 9;

const firstLetter = 'a'.charCodeAt(0);

/** The level of a word by how often it is said. */
export function levelOf(weight: number): number {
  return Math.min(highest, 1 + Math.floor(Math.log2(Math.max(1, weight))));
}

/**
 * Writes levels as a text: a letter for each shelf that has the word, `a` for the lowest level,
 * after the number of shelves that were left out before it, if any: `3bc12a`. Such texts are short,
 * and what is in most of them is in most of them alike, so that they compress well.
 */
export function writePostings(levels: Levels): string {
  let next = 0;
  let text = '';
  for (const [shelf, level] of [...levels].sort(([a], [b]) => a - b)) {
    text +=
      (shelf > next ? String(shelf - next) : '') + String.fromCharCode(firstLetter + level - 1);
    next = shelf + 1;
  }
  return text;
}

/** Reads what `writePostings` wrote. */
export function readPostings(text: string): Map<number, number> {
  const levels = new Map<number, number>();
  let shelf = 0;
  let skipped = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code < firstLetter) {
      skipped = skipped * 10 + code - 48;
    } else {
      shelf += skipped;
      skipped = 0;
      levels.set(shelf, code - firstLetter + 1);
      shelf += 1;
    }
  }
  return levels;
}
