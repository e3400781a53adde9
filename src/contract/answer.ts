import { extractLines, type SourceLine } from './answerLines.ts';
import { checkDesign, type DesignFile, type MatchedSection, matchSections } from './check.ts';
import { meetTolerantly } from './tolerantNeeds.ts';
import { readHeadings } from './tolerantHeadings.ts';
import { outline } from './outline.ts';
import type { Contract } from '../schemas/contract.ts';
import type { FormatId } from '../schemas/format.ts';

/** A text that somebody wants to have checked. */
export interface AnswerFile {
  /** File name, `-` for standard input, or any name for pasted text. */
  path: string;
  text: string;
}

/** What the checker needs of a template. */
export interface AnswerTemplate {
  contract: Contract;
  /** The prompt, whose lines findings point to. */
  body: string;
}

/** One thing that an answer lacks. */
export interface AnswerFinding {
  path: string;
  /** 1-based, in the text as it was given. */
  line: number;
  column: number;
  /** The rules of the strict profile: `heading-missing`, `need-questions`, … */
  rule: string;
  message: string;
  expected?: string;
  /** Id of the section, where it concerns one. */
  section?: string;
  /** Matched by its key terms only, so it may be mistaken. */
  likely?: true;
  /** The words of the prompt that ask for it, and their 1-based line in the prompt. */
  asks?: { text: string; line: number };
}

/** One section's score: a point for being there, one for each need that is met. */
export interface SectionScore {
  id: string;
  heading: string;
  found: boolean;
  points: number;
  of: number;
}

export interface AnswerReport {
  format: FormatId;
  title: string;
  /** Why this format was taken. */
  why: string;
  findings: AnswerFinding[];
  sections: SectionScore[];
  /** 0 to 100: points over all sections and the needs of the whole. */
  score: number;
  /** How the score is made up. */
  how: string;
  /** The answer with the contract's headings, line by line as it was given; for diagram checks. */
  body: string;
  /** Where each line of `body` comes from. */
  lines: readonly SourceLine[];
}

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
  const chosen = chooseTemplate(templates, lines, format);
  if (chosen === undefined) return undefined;
  const { template, why } = chosen;
  const { contract, body: prompt } = template;
  const { body } = readHeadings(lines, contract);
  const findings: AnswerFinding[] = [];
  const report = (
    finding: { line: number; column: number; rule: string; message: string; expected?: string },
    rest: Pick<AnswerFinding, 'section' | 'likely'> & { asks?: string | undefined },
  ) => {
    const { asks: words, ...more } = rest;
    const source = missingPlace(finding, more.section) ?? lines[finding.line - 1] ?? lines.at(-1);
    const place = { path: source?.path ?? '-', line: source?.line ?? 1 };
    const asks = words === undefined ? undefined : findInPrompt(prompt, words);
    findings.push({ ...finding, ...place, ...more, ...(asks && { asks }) });
  };

  /** A section that is missing belongs in its own file, where one has that name. */
  const missingPlace = ({ line, rule }: { line: number; rule: string }, id: string | undefined) => {
    const name = contract.sections.find((section) => section.id === id)?.file?.toLowerCase();
    if (rule !== 'heading-missing' || name === undefined) return undefined;
    const isOwn = ({ path }: SourceLine) => path.toLowerCase().endsWith(name);
    const source = lines[line - 1];
    return source === undefined || isOwn(source) ? source : lines.findLast(isOwn);
  };

  const file = { path: '-', name: '-', body, outline: outline(body), linesBefore: 0 };
  for (const { path: _path, ...fault } of checkDesign(bareContract(contract), [file], {
    folder: '',
  })) {
    if (strictOnly.has(fault.rule)) continue;
    const section = contract.sections.find(({ heading }) => fault.message.includes(`“${heading}”`));
    const asks = section?.heading ?? bannedBy(contract, fault.message);
    report(fault, { ...(section && { section: section.id }), asks });
  }

  const matched = matchSections(bareContract(contract), [file]);
  const scores = contract.sections.map((section): SectionScore => {
    const found = matched.find((one) => one.section.id === section.id);
    const score = {
      id: section.id,
      heading: section.heading,
      found: found !== undefined,
      points: 0,
      of: 1,
    };
    if (found === undefined)
      return section.optional ? { ...score, of: 0 } : { ...score, of: 1 + section.needs.length };
    return scoreSection(section, found, score, report);
  });
  const whole = scoreWhole(contract, file, report);
  const points = sum(scores.map((one) => one.points)) + whole.points;
  const of = sum(scores.map((one) => one.of)) + whole.of;
  return {
    format: contract.id,
    title: contract.title,
    why,
    findings: sortFindings(findings),
    sections: scores,
    score: of === 0 ? 0 : Math.round((100 * points) / of),
    how: `${points} of ${of} points: one for each section that is there, one for each thing that the prompt asks of it`,
    body,
    lines,
  };
}

type Report = (
  finding: { line: number; column: number; rule: string; message: string; expected?: string },
  rest: Pick<AnswerFinding, 'section' | 'likely'> & { asks?: string | undefined },
) => void;

function scoreSection(
  section: Contract['sections'][number],
  { found }: MatchedSection,
  score: SectionScore,
  report: Report,
): SectionScore {
  const lifted = section.unless !== undefined && found.source.includes(section.unless);
  const needs = lifted ? [] : section.needs;
  let points = found.nodes.length > 0 ? 1 : 0;
  for (const need of found.nodes.length > 0 ? needs : []) {
    const shortfalls = meetTolerantly(need, found);
    if (shortfalls.length === 0) points += 1;
    for (const { node, likely, message, expected } of shortfalls) {
      const { line = found.position.line, column = 1 } = node?.position?.start ?? {};
      const rest = { section: section.id, asks: need.asks, ...(likely && { likely }) };
      report({ line, column, rule: `need-${need.kind}`, message, expected }, rest);
    }
  }
  return { ...score, points, of: 1 + needs.length };
}

/** Needs of the answer as a whole. */
function scoreWhole(
  contract: Contract,
  { body, outline: { root } }: DesignFile,
  report: Report,
): { points: number; of: number } {
  const nodes = root.children;
  let points = 0;
  for (const need of contract.needs) {
    const shortfalls = meetTolerantly(need, { nodes, source: body });
    if (shortfalls.length === 0) points += 1;
    for (const { message, expected } of shortfalls) {
      report(
        { line: 1, column: 1, rule: `need-${need.kind}`, message, expected },
        { asks: need.asks },
      );
    }
  }
  return { points, of: contract.needs.length };
}

/** The contract as one text without needs: headings, media, bans and length stay. */
function bareContract(contract: Contract): Contract {
  const sections = contract.sections.map(({ file: _file, ...section }) => ({
    ...section,
    needs: [],
    computed: false,
  }));
  const { words, ...rest } = contract;
  const perDesign =
    words?.per === 'file'
      ? { ...words, ...scaled(words, contract), per: 'design' as const }
      : words;
  return { ...rest, files: [], needs: [], sections, ...(perDesign && { words: perDesign }) };
}

function scaled({ min, max }: { min: number; max: number }, { files }: Contract) {
  return { min: min * files.length, max: max * files.length };
}

function bannedBy({ bans }: Contract, message: string): string | undefined {
  return bans.find(({ what }) => message.includes(what))?.asks;
}

/** The line of the prompt that says these words. */
function findInPrompt(prompt: string, words: string): { text: string; line: number } | undefined {
  const all = prompt.split('\n');
  const index = all.findIndex((line) => line.includes(words));
  return index === -1 ? undefined : { text: all[index]?.trim() ?? '', line: index + 1 };
}

/** The named format, or the one whose headings the text carries most of. */
function chooseTemplate(
  templates: readonly AnswerTemplate[],
  lines: readonly SourceLine[],
  format: FormatId | undefined,
): { template: AnswerTemplate; why: string } | undefined {
  const named = templates.find(({ contract }) => contract.id === format);
  if (named !== undefined) return { template: named, why: 'it was chosen' };
  const ranked = templates
    .map((template) => {
      const found = readHeadings(lines, template.contract).found.size;
      const of = template.contract.sections.length;
      return { template, found, of };
    })
    .sort((a, b) => b.found / b.of - a.found / a.of || b.found - a.found);
  const [best, second] = ranked;
  if (best === undefined || best.found < 2) return undefined;
  const runnerUp =
    second === undefined || second.found === 0
      ? ''
      : `; ${second.found} of ${second.of} of the ${second.template.contract.title}`;
  const why = `${best.found} of the ${best.of} headings of the ${best.template.contract.title} were found${runnerUp}`;
  return { template: best.template, why };
}

function sortFindings(findings: readonly AnswerFinding[]): AnswerFinding[] {
  return [...findings].sort((a, b) =>
    a.path === b.path ? a.line - b.line || a.column - b.column : a.path < b.path ? -1 : 1,
  );
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
