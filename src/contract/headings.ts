import type { Position } from '../faults/fault.ts';
import type { Contract, Section } from '../schemas/contract.ts';
import { type DesignFile, endOf, type MatchedSection, type ReportFault } from './designFile.ts';
import { longestRising } from './rising.ts';

/** The sections of a design that carry a heading of the contract. */
export function matchSections(contract: Contract, files: readonly DesignFile[]): MatchedSection[] {
  return files.flatMap((file) =>
    file.outline.sections.flatMap((found) => {
      const section = sectionOf(contract, found.heading);
      return section === undefined ? [] : [{ section, file, found }];
    }),
  );
}

/** The contract's section with this heading; an icon of the contract may stand before it. */
function sectionOf({ sections, icons }: Contract, heading: string): Section | undefined {
  const icon = icons.find((sign) => heading.startsWith(sign));
  const bare = icon === undefined ? heading : heading.slice(icon.length).trimStart();
  return sections.find((section) => section.heading === bare);
}

/** Holds the headings of a file against those that the contract has for it: which, and in what order. */
export function checkHeadings(contract: Contract, file: DesignFile, report: ReportFault): void {
  const wanted = contract.sections.filter(
    (section) => section.file === undefined || section.file === file.name,
  );
  for (const { heading, position } of file.outline.titles) {
    const message = `“${heading}” is a heading of level one; the title comes from problem and format`;
    report(file, position, 'heading-level', message, { expected: 'headings of level two' });
  }
  const order: { section: Section; position: Position }[] = [];
  for (const { heading, position } of file.outline.sections) {
    const section = sectionOf(contract, heading);
    if (section === undefined || !wanted.includes(section)) {
      report(file, position, 'heading-unknown', `“${heading}” is not a heading of this contract`);
    } else if (order.some((known) => known.section === section)) {
      report(file, position, 'heading-order', `“${heading}” stands twice`, { section });
    } else order.push({ section, position });
  }
  for (const { section, position, other, side } of misplaced(order, wanted)) {
    const message = `“${section.heading}” stands ${side} “${other.heading}”`;
    const expected = 'the order of the contract';
    report(file, position, 'heading-order', message, { expected, section });
  }
  for (const section of wanted.filter(({ optional }) => !optional)) {
    if (order.some((known) => known.section === section)) continue;
    // Where it would be added: at the heading that comes after it.
    const rest = wanted.slice(wanted.indexOf(section));
    const next = rest.flatMap((one) => order.find((known) => known.section === one) ?? [])[0];
    const at = next?.position ?? endOf(file);
    const message = `the section “${section.heading}” is missing`;
    report(file, at, 'heading-missing', message, { section });
  }
}

/** The fewest sections that would have to move, each with one that it stands on the wrong side of. */
function misplaced(
  order: readonly { section: Section; position: Position }[],
  wanted: readonly Section[],
) {
  const ranks = order.map(({ section }) => wanted.indexOf(section));
  const kept = longestRising(ranks);
  return order.flatMap(({ section, position }, place) => {
    if (kept.has(place)) return [];
    const rank = ranks[place] ?? 0;
    const isOther = (other: number) =>
      kept.has(other) && (ranks[other] ?? 0) > rank === other < place;
    const other = order.find((_, index) => isOther(index))?.section;
    if (other === undefined) return [];
    const side = wanted.indexOf(other) > rank ? 'after' : 'before';
    return [{ section, position, other, side }];
  });
}
