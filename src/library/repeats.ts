import type { Nodes } from 'mdast';
import type { Fault } from '../faults/fault.ts';
import { parseMarkdown, plainText } from '../source/markdown.ts';
import type { DesignPage } from './design.ts';
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
  words: string[];
}

interface Work {
  slug: string;
  path: string;
  paragraphs: Paragraph[];
}

/**
 * Text that stands in the designs of two problems in one format, code and headings aside.
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
  const owners = new Map<string, string | null>();
  for (const { slug, paragraphs } of works) {
    for (const { words } of paragraphs) {
      for (const run of runsOf(words)) {
        const owner = owners.get(run);
        // `null` stands for several.
        if (owner === undefined) owners.set(run, slug);
        else if (owner !== slug) owners.set(run, null);
      }
    }
  }
  return works.flatMap(({ path, paragraphs }) => {
    const faults: Fault[] = [];
    let [total, shared] = [0, 0];
    for (const paragraph of paragraphs) {
      const covered = coveredWords(paragraph.words, owners);
      total += paragraph.words.length;
      shared += covered;
      if (paragraph.words.length > longParagraph && covered > nearlySame * paragraph.words.length) {
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
function coveredWords(
  words: readonly string[],
  owners: ReadonlyMap<string, string | null>,
): number {
  let [covered, end] = [0, 0];
  runsOf(words).forEach((run, start) => {
    if (owners.get(run) !== null) return;
    covered += start + runLength - Math.max(start, end);
    end = start + runLength;
  });
  return covered;
}

function runsOf(words: readonly string[]): string[] {
  const count = Math.max(0, words.length - runLength + 1);
  return Array.from({ length: count }, (_, start) =>
    words.slice(start, start + runLength).join(' '),
  );
}

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
      found.push({ path, line: linesBefore + (node.position?.start.line ?? 1), words });
    } else if ('children' in node) {
      for (const child of node.children) visit(child);
    }
  };
  for (const node of parseMarkdown(filled.text).children) visit(node);
  return found;
}
