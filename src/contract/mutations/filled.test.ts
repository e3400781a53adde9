import { expect, it } from 'vitest';
import { checkAnswer } from '../answer.ts';
import { audit, filledPages, tell } from './doors.ts';
import type { Door } from './page.ts';
import { sample } from './sample.ts';
import { damagesOf, nameOf, readSubjects } from './subjects.ts';
import { enter, sayTable, sumUp, type Table } from './table.ts';
import { randomFrom } from '../../random.ts';

/** Damaged copies of each design as a reader would paste it; the other test adds those of its author. */
const copies = 18;
const doors: readonly Door[] = ['tolerant', 'audit'];

const { templates, subjects } = await readSubjects();
const named = subjects.map((subject, index) => [nameOf(subject), subject, index] as const);
const table: Table = { rows: new Map(), missed: [] };

it.each(named)('finds nothing in undamaged %s', (_name, subject) => {
  const pages = filledPages(subject).map(({ path, lines }) => ({ path, text: lines.join('\n') }));
  expect(pages.flatMap(audit)).toEqual([]);
  const report = checkAnswer(templates, pages);
  expect(report).toMatchObject({ format: subject.template.contract.id, findings: [] });
});

it.each(named)(
  'judges damaged copies of %s',
  async (_name, subject, index) => {
    const pages = filledPages(subject);
    const samples = sample(damagesOf(subject), { pages, doors }, copies, randomFrom(index + 1));
    expect(samples.length).toBe(copies);
    for (const one of samples) {
      const changed = { path: one.path, text: one.lines?.join('\n') };
      enter(table, one, await tell(one.door, subject, changed, undefined));
    }
  },
  120_000,
);

it('catches 99 of 100 damaged copies, at the right line', () => {
  console.log(sayTable('designs as read', table));
  const { made, placed } = sumUp(table);
  expect(made).toBe(copies * subjects.length);
  expect(placed / made).toBeGreaterThanOrEqual(0.99);
});
