import type { Contract, Section } from '../schemas/contract.ts';
import type { SourceLine } from './answerLines.ts';

interface HeadingLine {
  /** Text without marks, numbering, emoji and emphasis. */
  words: string;
  /** The number that it carries, if any. */
  number: number | undefined;
  /** How it was marked: the more marked, the surer that it is a heading. */
  kind: 'hashes' | 'bold' | 'numbered';
  depth: number;
}

/**
 * The answer with the contract's own headings, line for line: what is recognized as a section's
 * heading becomes `## heading`, every other heading goes below it. `found` are the sections' ids.
 */
export function readHeadings(
  lines: readonly SourceLine[],
  contract: Contract,
): { body: string; found: ReadonlySet<string> } {
  const taken = new Set<string>();
  let fence: string | undefined;
  const body = lines.map(({ text }) => {
    const marks = /^\s*(```+|~~~+)/.exec(text)?.[1];
    if (marks !== undefined) {
      if (fence === undefined) fence = marks;
      else if (marks.startsWith(fence)) fence = undefined;
      return text;
    }
    if (fence !== undefined) return text;
    const line = readHeadingLine(text);
    if (line === undefined) return text;
    const section = findSection(line, contract.sections, taken);
    if (section !== undefined) {
      taken.add(section.id);
      return `## ${section.heading}`;
    }
    if (line.kind === 'numbered') return text;
    // A bold line alone is a sub-heading; its words must stay as they are for labels and questions.
    if (line.kind === 'bold') return /\?\W*$/.test(line.words) ? `### ${bare(text)}` : text;
    return text.replace(/^\s*#{1,6}/, '#'.repeat(Math.max(3, Math.min(6, line.depth + 1))));
  });
  return { body: body.join('\n'), found: taken };
}

function readHeadingLine(text: string): HeadingLine | undefined {
  const line = text.trim();
  if (line === '' || line.length > 160) return undefined;
  const hashes = /^(#{1,6})\s+(.+)$/.exec(line);
  if (hashes !== null)
    return { ...numbered(hashes[2] ?? ''), kind: 'hashes', depth: hashes[1]?.length ?? 1 };
  const bold = /^(?:\d{1,2}[.)]\s+)?(?:\*\*|__)(.+?)(?:\*\*|__):?$/.exec(line);
  if (bold !== null) {
    const lead = /^\d{1,2}[.)]/.exec(line)?.[0] ?? '';
    return { ...numbered(`${lead} ${bold[1] ?? ''}`), kind: 'bold', depth: 2 };
  }
  const plain = /^(?:step\s+)?\d{1,2}\s*[.):—–-]\s+\S.{2,80}$/i.exec(line);
  return plain === null || /[.!?,;]$/.test(line)
    ? undefined
    : { ...numbered(line), kind: 'numbered', depth: 2 };
}

/** Cuts emoji, emphasis and numbering off: `🎯 **Step 1 — Scope**` is 1 and `scope`. */
function numbered(text: string): { words: string; number: number | undefined } {
  const clean = bare(text);
  const match = /^(?:(?:step|section|part)\s*)?(\d{1,2})\s*[.):—–-]*\s*(?=\D)/i.exec(clean);
  const number = match === null ? undefined : Number(match[1]);
  return { words: match === null ? clean : clean.slice(match[0].length), number };
}

function bare(text: string): string {
  return text
    .replace(/^\s*#{1,6}\s*/, '')
    .replace(/[*_`]+/g, '')
    .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\u{20E3}/gu, '')
    .trim();
}

/** The section that a heading stands for: by its words, or by its number with some of its words. */
function findSection(
  line: HeadingLine,
  sections: readonly Section[],
  taken: ReadonlySet<string>,
): Section | undefined {
  const terms = termsOf(line.words);
  if (terms.size === 0) return undefined;
  const ranked = sections
    .filter(({ id }) => !taken.has(id))
    .map((section) => {
      const wanted = numbered(section.heading);
      const goal = termsOf(wanted.words);
      const common = [...goal].filter((term) => terms.has(term)).length;
      const share = common / Math.max(1, goal.size);
      const cover = common / terms.size;
      const isNumber = line.number !== undefined && line.number === wanted.number;
      return { section, share, cover, isNumber, sure: share + cover + (isNumber ? 0.5 : 0) };
    })
    .filter(({ share, cover, isNumber }) =>
      line.kind === 'numbered'
        ? isNumber && share >= 0.6 && cover >= 0.6
        : isNumber
          ? share >= 0.3 || cover >= 0.5
          : share >= 0.6 && cover >= 0.5 && line.kind === 'hashes' && line.number === undefined,
    )
    .sort((a, b) => b.sure - a.sure);
  return ranked[0]?.section;
}

const small = new Set('the a an and or of for in to your with show work on'.split(' '));

/** Words that tell headings apart, without plural endings. */
export function termsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(
    words.filter((word) => !small.has(word)).map((word) => word.replace(/(?<=\w{3})s$/, '')),
  );
}
