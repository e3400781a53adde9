import { type Copy, type Damage, line, type Page, withLine, without } from './page.ts';

/** Damage to a file as a whole. */
function whole(kind: string, damage: (page: Page) => Copy | undefined): Damage {
  return {
    kind,
    doors: ['strict'],
    places: (page) => {
      const copy = damage(page);
      return copy === undefined ? [] : [() => copy];
    },
  };
}

const dropped = whole('file dropped', () => ({
  lines: undefined,
  at: line(0),
  rules: ['file-missing', 'design-missing'],
}));

const undescribed = whole('description dropped', ({ lines, linesBefore }) => ({
  lines: without(lines, line(lines.findIndex((text) => text.startsWith('description:')))),
  at: { from: 0, to: linesBefore },
  rules: ['schema', 'yaml-syntax'],
}));

const encoding: Damage = {
  kind: 'bytes that are not UTF-8',
  doors: ['strict'],
  places: (page) =>
    page.sections.map(({ heading }) => () => ({
      lines: withLine(page.lines, heading + 1, `${page.lines[heading + 1] ?? ''}na\uFFFDve`),
      at: line(heading + 1),
      rules: ['encoding'],
    })),
};

export const fileDamages = [dropped, undescribed, encoding];
