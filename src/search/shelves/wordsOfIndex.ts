import { readdir, readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { readCbor } from './cbor.ts';

/** A word, the sections that have it, and those that have it with accents. */
type PackedWord = [word: string, sections: PackedSection[], accented: [string, PackedSection[]][]];
/** Places in the text, and in headings and the like; a negative number is no place. */
type PackedSection = [number: number, places: number[], headings: number[]];

/** Of a word in a heading, how much more it says than of one in the text. */
const headingWeight = 3;

/** How much is said of every word of an index that Pagefind wrote, words cut as it cuts them. */
export async function wordsOfIndex(folder: URL): Promise<Map<string, number>> {
  const words = new Map<string, number>();
  for (const name of (await readdir(folder)).sort()) {
    // Twelve bytes say that it is Pagefind's.
    const bytes = gunzipSync(await readFile(new URL(name, folder))).subarray(12);
    // Its format is Pagefind's own: `pagefind/src/index/index_words.rs`.
    const [packed] = readCbor(bytes) as [PackedWord[]];
    for (const [word, sections, accented] of packed) {
      const all = [...sections, ...accented.flatMap(([, its]) => its)];
      words.set(
        word,
        all.reduce((sum, section) => sum + weightIn(section), 0),
      );
    }
  }
  return words;
}

function weightIn([, places, headings]: PackedSection): number {
  const count = (numbers: readonly number[]) => numbers.filter((one) => one >= 0).length;
  return count(places) + headingWeight * count(headings);
}
