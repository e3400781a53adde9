import type { RootContent } from 'mdast';
import { type Position, sortFaults } from '../faults/fault.ts';
import { countWords } from '../prompt/count.ts';
import type { Contract, Section } from '../schemas/contract.ts';
import type { Need } from '../schemas/need.ts';
import { walk } from '../source/markdown.ts';
import {
  contentOf,
  type ContractFault,
  type DesignFile,
  type ReportFault,
  startOf,
} from './designFile.ts';
import { findDiagrams } from './diagrams.ts';
import { findOpenFences } from './fences.ts';
import { findTypedFigures, withoutComputed } from './figures.ts';
import { checkHeadings, matchSections } from './headings.ts';
import { meetNeed } from './needs.ts';
import { type OutlineSection, positionOf } from './outline.ts';
import { mentions, proseOf, type Speak } from './text.ts';
import { isWriterNote } from './writerNote.ts';

const top: Position = { line: 1, column: 1 };

/**
 * Holds a worked design against the contract of its format, in the strict profile.
 * Faults: `file-missing`, `file-unknown`, `heading-missing`, `heading-unknown`, `heading-order`,
 * `heading-level`, `fence-open`, `section-empty`, `section-unwritten`, `word-count`,
 * `diagram-medium`, `word-banned`, `figure-typed`, and `need-<kind>` for every need that is not met.
 */
export function checkDesign(
  contract: Contract,
  files: readonly DesignFile[],
  { folder, speak }: { folder: string; speak?: Speak },
): ContractFault[] {
  const faults: ContractFault[] = [];
  const report: ReportFault = (
    { path },
    { line, column },
    rule,
    message,
    { expected, section } = {},
  ) =>
    faults.push({
      path,
      line,
      column,
      rule,
      message,
      ...(expected && { expected }),
      ...(section && { section: section.id }),
    });

  checkFiles(contract, files, folder, faults);
  for (const file of files) {
    checkHeadings(contract, file, report);
    checkFences(file, report);
    checkMedia(contract, file, report);
    checkBans(contract, file, report);
  }
  checkWords(contract, files, speak, report);
  for (const { section, file, found } of matchSections(contract, files)) {
    checkSection(section, file, found, speak, report);
  }
  checkWhole(contract, files, speak, report);
  return sortFaults(faults);
}

function checkFiles(
  { files, title }: Contract,
  found: readonly DesignFile[],
  folder: string,
  faults: ContractFault[],
): void {
  if (files.length === 0) return;
  const names = files.map(({ name }) => name);
  for (const name of names.filter((wanted) => !found.some((file) => file.name === wanted))) {
    faults.push({
      path: `${folder}/${name}`,
      ...top,
      rule: 'file-missing',
      message: `the file ${name} of the ${title} is missing`,
    });
  }
  for (const { path, name } of found.filter((file) => !names.includes(file.name))) {
    faults.push({
      path,
      ...top,
      rule: 'file-unknown',
      message: `${name} is not a file of the ${title}`,
      expected: names.join(', '),
    });
  }
}

function checkFences(file: DesignFile, report: ReportFault): void {
  for (const node of findOpenFences(file.body, file.outline)) {
    const at = positionOf(node, file.linesBefore);
    const message = 'the code that begins here is not closed';
    report(file, at, 'fence-open', message, { expected: 'a line of the same marks behind it' });
  }
}

function checkMedia({ media }: Contract, file: DesignFile, report: ReportFault): void {
  for (const { medium, node } of findDiagrams(contentOf(file))) {
    if (media.includes(medium)) continue;
    const message = `a diagram in ${medium} does not belong in this format`;
    const at = positionOf(node as RootContent, file.linesBefore);
    report(file, at, 'diagram-medium', message, { expected: media.join(' or ') });
  }
}

function checkBans({ bans }: Contract, file: DesignFile, report: ReportFault): void {
  for (const node of walk(contentOf(file))) {
    if (node.type !== 'text' && node.type !== 'inlineCode' && node.type !== 'code') continue;
    for (const { what, words } of bans) {
      for (const word of words.filter((banned) =>
        mentions(node.value, banned, { matchCase: true }),
      )) {
        const at = positionOf(node as RootContent, file.linesBefore);
        report(
          file,
          at,
          'word-banned',
          `“${word}” is one of the ${what} that this format leaves out`,
        );
      }
    }
  }
}

function checkWords(
  { words }: Contract,
  files: readonly DesignFile[],
  speak: Speak | undefined,
  report: ReportFault,
): void {
  if (words === undefined || files.length === 0) return;
  const groups = words.per === 'file' ? files.map((file) => [file]) : [files];
  for (const group of groups) {
    const found = group.reduce((sum, file) => sum + countWords(proseOf(contentOf(file), speak)), 0);
    const [first] = group;
    if (first === undefined || (found >= words.min && found <= words.max)) continue;
    const message = `${found} words, code and diagrams aside`;
    const expected = `${words.min} to ${words.max}`;
    report(first, startOf(first), 'word-count', message, { expected });
  }
}

function checkSection(
  section: Section,
  file: DesignFile,
  found: OutlineSection,
  speak: Speak | undefined,
  report: ReportFault,
): void {
  const note = found.nodes.find(isWriterNote);
  if (note !== undefined) {
    const at = positionOf(note, file.linesBefore);
    const message = `“${found.heading}” is still to be written`;
    // What it must contain stands in the note; a list of all that is missing would hide the rest.
    const expected = 'the section in place of this note';
    report(file, at, 'section-unwritten', message, { expected, section });
    return;
  }
  if (section.computed) checkFigures(file, found, report);
  const lifted = section.unless !== undefined && found.source.includes(section.unless);
  const empty = found.nodes.length === 0;
  if (empty) {
    const message = `“${found.heading}” has nothing below it`;
    report(file, found.position, 'section-empty', message, { section });
  }
  if (lifted || empty) return;
  reportNeeds(section.needs, { ...found, speak }, file, found.position, report);
}

function checkFigures(file: DesignFile, found: OutlineSection, report: ReportFault): void {
  const text = withoutComputed(found.source);
  for (const { text: figure, offset } of findTypedFigures(text)) {
    const lines = text.slice(0, offset).split('\n');
    const at = {
      line: found.position.line + lines.length - 1,
      column: (lines.at(-1)?.length ?? 0) + 1,
    };
    const message = `“${figure}” was typed by hand in a section whose figures are computed`;
    report(file, at, 'figure-typed', message, { expected: 'a {{quantity}} of the model' });
  }
}

/** Needs of the whole design; faults are reported at the top of its first file. */
function checkWhole(
  { needs }: Contract,
  files: readonly DesignFile[],
  speak: Speak | undefined,
  report: ReportFault,
): void {
  const [first] = files;
  if (first === undefined) return;
  const nodes = files.flatMap(contentOf);
  const source = files.map(({ body }) => body).join('\n');
  const at = startOf(first);
  reportNeeds(needs, { nodes, source, speak }, first, at, report);
}

function reportNeeds(
  needs: readonly Need[],
  scope: Parameters<typeof meetNeed>[1],
  file: DesignFile,
  fallback: Position,
  report: ReportFault,
): void {
  for (const need of needs) {
    for (const { message, expected, node } of meetNeed(need, scope)) {
      const at = node === undefined ? fallback : positionOf(node, file.linesBefore);
      report(file, at, `need-${need.kind}`, message, { expected });
    }
  }
}
