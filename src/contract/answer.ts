import type { Contract } from '../schemas/contract.ts';
import { groupedNumber } from '../quantities/numerals.ts';
import type { FormatId } from '../schemas/format.ts';
import { parseInPieces } from '../source/pieces.ts';
import { findMissingFiles } from './answerFiles.ts';
import { type AnswerTemplate, chooseTemplate } from './answerFormat.ts';
import { type AnswerFile, extractLines, longestAnswer, type SourceLine } from './answerLines.ts';
import {
  type AnswerDiagram,
  type AnswerFinding,
  type AnswerReport,
  findInPrompt,
  sortFindings,
} from './answerReport.ts';
import { type ReportFinding, scoreSection, scoreWhole } from './answerScore.ts';
import { checkDesign } from './check.ts';
import type { ContractFault, DesignFile } from './designFile.ts';
import { findDiagrams } from './diagrams.ts';
import { matchSections } from './headings.ts';
import { outline } from './outline.ts';
import { findHeadingLines, withHeadings } from './tolerantHeadings.ts';

/** Rules of the strict profile that a visitor's text is not held to. */
const strictOnly = new Set(['heading-unknown', 'heading-level', 'figure-typed']);

/**
 * Holds any text against a contract in the tolerant profile: the rules of worked designs, but
 * headings in any level and numbering, and needs that only a built design can meet left out.
 * `undefined` when no format was named and none can be guessed.
 */
export function checkAnswer(
  templates: readonly AnswerTemplate[],
  files: readonly AnswerFile[],
  format?: FormatId,
): AnswerReport | undefined {
  const lines = extractLines(files);
  const headings = findHeadingLines(lines);
  const chosen = chooseTemplate(templates, headings, format);
  if (chosen === undefined) return undefined;
  const { template, why, matched } = chosen;
  const { contract, body: prompt } = template;
  const body = withHeadings(lines, headings, matched);
  const file: DesignFile = {
    path: '-',
    name: '-',
    body,
    outline: outline(body, 0, parseInPieces(body)),
    linesBefore: 0,
  };
  const findings: AnswerFinding[] = [];
  const report: ReportFinding = ({ line, ...finding }, { section, likely, asks: words }) => {
    const asks = words === undefined ? undefined : findInPrompt(prompt, words);
    findings.push({
      ...finding,
      ...placeOf(lines, line),
      ...(section && { section: section.id }),
      ...(likely && { likely }),
      ...(asks && { asks }),
    });
  };

  const missing = findMissingFiles(contract, lines, matched.values());
  for (const { name, title } of missing) {
    const held = contract.sections.filter((section) => section.file === name);
    const line = whereMissing(contract, matched, held[0]?.id, lines.length);
    const message = `the file ${name} (${title}) is missing`;
    const expected = `its sections ${held.map(({ heading }) => `“${heading}”`).join(', ')}`;
    report({ line, column: 1, rule: 'file-missing', message, expected }, { asks: name });
  }
  const lost = new Set(missing.map(({ name }) => name));
  const bare = bareContract(contract, lost);
  for (const fault of checkDesign(bare, [file], { folder: '' })) {
    if (strictOnly.has(fault.rule)) continue;
    const section = contract.sections.find(({ id }) => id === fault.section);
    // The file is missed, not each of its sections.
    const isMissing = fault.rule === 'heading-missing';
    if (isMissing && lost.has(section?.file ?? '')) continue;
    const line = isMissing ? inOwnFile(lines, fault.line, section?.file) : fault.line;
    const asks = section?.heading ?? wordsBehind(template, fault);
    report({ ...fault, line }, { section, asks });
  }

  const found = matchSections(bare, [file]);
  const sections = contract.sections.map((section) => {
    const own = found.find((one) => one.section.id === section.id);
    const place = own && placeOf(lines, own.found.position.line);
    return { ...scoreSection(section, own, report), ...(place && { place }) };
  });
  const scores = [...sections, scoreWhole(contract, file, report)];
  const points = sum(scores.map((one) => one.points));
  const of = sum(scores.map((one) => one.of));
  return {
    format: contract.id,
    title: contract.title,
    why,
    findings: sortFindings(findings),
    sections,
    points,
    of,
    score: of === 0 ? 0 : Math.round((100 * points) / of),
    how: `${points} of ${of} points: one for each section that is there, one for each thing that the prompt asks of it; what else is found, such as a wrong result or a section out of order, costs none`,
    diagrams: diagramsOf(file, lines),
    isCut: sum(files.map(({ text }) => text.length)) > longestAnswer,
  };
}

/** A place in the text as it was given. */
function placeOf(lines: readonly SourceLine[], line: number): { path: string; line: number } {
  const source = lines[line - 1] ?? lines.at(-1);
  return { path: source?.path ?? '-', line: source?.line ?? 1 };
}

/** A section that is missing belongs in its own file, where one has that name. */
function inOwnFile(lines: readonly SourceLine[], line: number, name: string | undefined): number {
  if (name === undefined) return line;
  const isOwn = (source: SourceLine | undefined) =>
    source?.path.toLowerCase().endsWith(name.toLowerCase()) === true;
  const last = isOwn(lines[line - 1]) ? -1 : lines.findLastIndex(isOwn);
  return last === -1 ? line : last + 1;
}

/** Where a file would begin: at the next section that is there, else at the end. */
function whereMissing(
  { sections }: Contract,
  matched: ReadonlyMap<number, { id: string }>,
  id: string | undefined,
  end: number,
): number {
  const later = new Set(
    sections.slice(sections.findIndex((section) => section.id === id)).map((one) => one.id),
  );
  const next = [...matched].find(([, section]) => later.has(section.id));
  return next === undefined ? end : next[0] + 1;
}

/** Words of the prompt that ask for what a fault of the whole text misses. */
function wordsBehind({ contract, body }: AnswerTemplate, { rule, message }: ContractFault) {
  const { bans, words, media } = contract;
  if (rule === 'word-banned') return bans.find(({ what }) => message.includes(what))?.asks;
  if (rule === 'word-count' && words !== undefined)
    return `${groupedNumber(words.min)}–${groupedNumber(words.max)} words`;
  if (rule !== 'diagram-medium') return undefined;
  const saysAll = (line: string) =>
    ['diagram', ...media].every((word) => line.toLowerCase().includes(word));
  return body.split('\n').find(saysAll);
}

/** The contract as one text without needs: headings, media, bans and length stay. */
function bareContract(contract: Contract, lost: ReadonlySet<string>): Contract {
  const sections = contract.sections.map(({ file: _file, ...section }) => ({
    ...section,
    needs: [],
    computed: false,
  }));
  const { words, files, ...rest } = contract;
  const there = files.length - lost.size;
  const perDesign =
    words?.per === 'file'
      ? { ...words, min: words.min * there, max: words.max * there, per: 'design' as const }
      : words;
  return { ...rest, files: [], needs: [], sections, ...(perDesign && { words: perDesign }) };
}

function diagramsOf({ outline: { root } }: DesignFile, lines: readonly SourceLine[]) {
  return findDiagrams(root.children).flatMap(({ medium, source, node }): AnswerDiagram[] =>
    medium === 'mermaid' ? [{ ...placeOf(lines, node.position?.start.line ?? 1), source }] : [],
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
