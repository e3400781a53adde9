import type { Nodes } from 'mdast';
import { hash } from '../diagrams/excalidraw/hash.ts';
import type { Fault } from '../faults/fault.ts';
import { parseMarkdown, plainText } from '../source/markdown.ts';
import type { DesignPage } from './design.ts';
import { withoutMarked } from './figureMark.ts';
import type { WorkedProblem } from './problem.ts';

/** Words in a row that make a run. */
const runLength = 8;

/** Part of a design's words that may stand in runs which another problem's design has too. */
const mostShared = 0.03;

/** A paragraph of more words than this must not be nearly the same as one elsewhere. */
const longParagraph = 25;

/** Part of a long paragraph's words that makes it nearly the same. */
const nearlySame = 0.6;

interface Paragraph {
  path: string;
  line: number;
  /** How many words it has. */
  words: number;
  /** Its runs, in order. */
  runs: Float64Array;
}

interface Work {
  slug: string;
  path: string;
  paragraphs: Paragraph[];
}

/**
 * Text that stands in the designs of two problems in one format; code, headings and figures aside.
 * Faults: `text-repeated` (a long paragraph that is nearly the same elsewhere, or a design with
 * too many shared runs).
 */
export function findRepeats(problems: readonly WorkedProblem[]): Fault[] {
  const formats = new Set(problems.flatMap(({ designs }) => designs.map(({ format }) => format)));
  return [...formats].flatMap((format) => {
    const works = problems.flatMap(({ slug, designs }): Work[] => {
      const pages = designs.find((design) => design.format === format)?.pages ?? [];
      const [first] = pages;
      if (first === undefined) return [];
      const paragraphs = pages.flatMap(paragraphsOf);
      return [{ slug, path: first.path, paragraphs }];
    });
    return compareWorks(works);
  });
}

function compareWorks(works: readonly Work[]): Fault[] {
  const runs = works.flatMap(({ paragraphs }) => paragraphs.map((paragraph) => paragraph.runs));
  const owners = new RunOwners(runs.reduce((sum, { length }) => sum + length, 0));
  works.forEach(({ paragraphs }, owner) => {
    for (const paragraph of paragraphs) {
      for (const run of paragraph.runs) owners.add(run, owner);
    }
  });
  return works.flatMap(({ path, paragraphs }) => {
    const faults: Fault[] = [];
    let [total, shared] = [0, 0];
    for (const paragraph of paragraphs) {
      const covered = coveredWords(paragraph.runs, owners);
      total += paragraph.words;
      shared += covered;
      if (paragraph.words > longParagraph && covered > nearlySame * paragraph.words) {
        faults.push({
          path: paragraph.path,
          line: paragraph.line,
          column: 1,
          rule: 'text-repeated',
          message: 'a paragraph nearly like this stands in the design of another problem',
          expected: 'text that could only stand here',
        });
      }
    }
    if (shared > mostShared * total) {
      const percent = ((100 * shared) / total).toFixed(1);
      faults.push({
        path,
        line: 1,
        column: 1,
        rule: 'text-repeated',
        message: `${percent} % of the words stand in runs of ${runLength} that another problem’s design has`,
        expected: `at most ${100 * mostShared} %`,
      });
    }
    return faults;
  });
}

/** How many words stand in a run that several problems have. */
function coveredWords(runs: Float64Array, owners: RunOwners): number {
  let [covered, end] = [0, 0];
  runs.forEach((run, start) => {
    if (!owners.isShared(run)) return;
    covered += start + runLength - Math.max(start, end);
    end = start + runLength;
  });
  return covered;
}

/**
 * Which work has a run, or that several have: an open hash table in typed arrays. Hundreds of
 * problems have millions of runs, which as strings in a map would take gigabytes.
 */
class RunOwners {
  readonly #runs: Float64Array;
  /** 0: nobody yet; -1: several; else the work's index and 1. */
  readonly #owners: Int32Array;
  readonly #mask: number;

  constructor(most: number) {
    const size = 2 ** Math.ceil(Math.log2(2 * most + 2));
    this.#runs = new Float64Array(size);
    this.#owners = new Int32Array(size);
    this.#mask = size - 1;
  }

  add(run: number, owner: number): void {
    const place = this.#placeOf(run);
    const known = this.#owners[place];
    this.#runs[place] = run;
    if (known === 0) this.#owners[place] = owner + 1;
    else if (known !== owner + 1) this.#owners[place] = -1;
  }

  isShared(run: number): boolean {
    return this.#owners[this.#placeOf(run)] === -1;
  }

  #placeOf(run: number): number {
    let place = run & this.#mask;
    while (this.#owners[place] !== 0 && this.#runs[place] !== run) place = (place + 1) & this.#mask;
    return place;
  }
}

/** The runs of a text as numbers of 53 bits, by which equal ones are known. */
function runsOf(words: readonly string[]): Float64Array {
  const hashes = words.map(hash);
  return Float64Array.from({ length: Math.max(0, words.length - runLength + 1) }, (_, start) => {
    let [low, high] = [0, 0];
    for (let index = start; index < start + runLength; index += 1) {
      low = Math.imul(low ^ (hashes[index] ?? 0), 0x9e3779b1);
      low ^= low >>> 15;
      high = Math.imul(high + (hashes[index] ?? 0), 0x85ebca77);
      high ^= high >>> 13;
    }
    return (high >>> 11) * 2 ** 32 + (low >>> 0);
  });
}

/** A figure that was put in. How it is said follows from the model: no author wrote it twice. */
const figure = /<data [^>]*>[^<]*<\/data>/g;

/** Paragraphs, items and rows of a page, with their lines in its file. */
function paragraphsOf({ path, linesBefore, filled }: DesignPage): Paragraph[] {
  const found: Paragraph[] = [];
  const visit = (node: Nodes) => {
    if (node.type === 'heading' || node.type === 'code' || node.type === 'html') return;
    if (node.type === 'paragraph' || node.type === 'tableRow') {
      const words =
        plainText(node)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? [];
      const line = linesBefore + (node.position?.start.line ?? 1);
      found.push({ path, line, words: words.length, runs: runsOf(words) });
    } else if ('children' in node) {
      for (const child of node.children) visit(child);
    }
  };
  for (const node of parseMarkdown(withoutMarked(filled.html).replace(figure, '')).children)
    visit(node);
  return found;
}
