import {
  type Copy,
  type Damage,
  line,
  type Page,
  type PageSection,
  withLine,
  withLines,
  without,
} from './page.ts';

/** Damage for each section that must be there. */
function eachSection(
  page: Page,
  damage: (found: PageSection, index: number) => Copy | undefined,
): (() => Copy)[] {
  return page.sections.flatMap((found, index) => {
    const copy = damage(found, index);
    return found.section.optional || copy === undefined ? [] : [() => copy];
  });
}

/** Where a section's heading would be added again: from its old place to the next heading. */
function gap({ lines }: Page, { heading, end }: PageSection, shorter: number) {
  return { from: heading, to: Math.min(end - shorter, lines.length - 1 - shorter) };
}

const dropped: Damage = {
  kind: 'heading dropped',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    eachSection(page, (found) => ({
      lines: without(page.lines, line(found.heading)),
      at: gap(page, found, 1),
      rules: ['heading-missing'],
    })),
};

const sectionDropped: Damage = {
  kind: 'section dropped',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    eachSection(page, ({ heading, end }) => ({
      lines: without(page.lines, { from: heading, to: end - 1 }),
      at: { from: Math.max(heading - 2, 0), to: heading },
      rules: ['heading-missing'],
    })),
};

const renamed: Damage = {
  kind: 'heading renamed',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    eachSection(page, (found) => ({
      lines: withLine(page.lines, found.heading, '## 99) Quite another matter'),
      at: gap(page, found, 0),
      rules: ['heading-unknown', 'heading-missing'],
    })),
};

const misspelt: Damage = {
  kind: 'heading misspelt',
  doors: ['strict'],
  places: (page) =>
    eachSection(page, ({ heading }) => ({
      lines: withLine(page.lines, heading, `${page.lines[heading] ?? ''}s`),
      at: line(heading),
      rules: ['heading-unknown'],
    })),
};

const raised: Damage = {
  kind: 'heading of another level',
  doors: ['strict'],
  places: (page) =>
    eachSection(page, (found, index) => {
      const hashes = index % 2 === 0 ? '#' : '###';
      const text = (page.lines[found.heading] ?? '').replace(/^##/, hashes);
      return {
        lines: withLine(page.lines, found.heading, text),
        at: gap(page, found, 0),
        rules: ['heading-level', 'heading-missing'],
      };
    }),
};

const doubled: Damage = {
  kind: 'heading twice',
  doors: ['strict'],
  places: (page) =>
    eachSection(page, ({ heading, end }) => ({
      lines: withLines(page.lines, end, [page.lines[heading] ?? '', '', 'Once more.', '']),
      at: line(end),
      rules: ['heading-order'],
    })),
};

/** A section put before another one that is not its neighbour, so that it is plain which one moved. */
const moved: Damage = {
  kind: 'section moved',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    page.sections.flatMap(({ heading, end }, index) =>
      page.sections.flatMap((target, place) => {
        if (place >= index - 1 && place <= index + 2) return [];
        return [
          () => {
            const { lines } = page;
            const block = lines.slice(heading, end);
            const rest = without(lines, { from: heading, to: end - 1 });
            const at = target.heading - (place > index ? block.length : 0);
            return {
              lines: withLines(rest, at, block),
              at: line(at),
              rules: ['heading-order'],
            };
          },
        ];
      }),
    ),
};

const swapped: Damage = {
  kind: 'headings swapped',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    page.sections.slice(1).map((second, index) => () => {
      const first = page.sections[index] ?? second;
      const [a = '', b = ''] = [page.lines[first.heading], page.lines[second.heading]];
      return {
        lines: withLine(withLine(page.lines, first.heading, b), second.heading, a),
        at: { from: first.heading, to: second.heading },
        rules: ['heading-order'],
      };
    }),
};

const emptied: Damage = {
  kind: 'section emptied',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    eachSection(page, ({ heading, end }) => ({
      lines: [...page.lines.slice(0, heading + 1), '', ...page.lines.slice(end)],
      at: line(heading),
      rules: ['section-empty'],
    })),
};

export const headingDamages = [
  dropped,
  sectionDropped,
  renamed,
  misspelt,
  raised,
  doubled,
  moved,
  swapped,
  emptied,
];
