import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openPool } from '../../diagrams/mermaid/pool.ts';
import { tell, writtenPages } from './doors.ts';
import type { Door } from './page.ts';
import { sample } from './sample.ts';
import { damagesOf, nameOf, readSubjects } from './subjects.ts';
import { enter, sayTable, sumUp, type Table } from './table.ts';
import { randomFrom } from '../../random.ts';

/** Damaged copies of each design as its author wrote it; the other test adds those of a reader. */
const copies = 36;
const doors: readonly Door[] = ['strict', 'diagrams'];

const cacheFolder = mkdtempSync(join(tmpdir(), 'mutations-'));
const pool = openPool({ cacheFolder });
afterAll(async () => {
  await pool.close();
  rmSync(cacheFolder, { recursive: true, force: true });
});

const { subjects, faults } = await readSubjects();
const table: Table = { rows: new Map(), missed: [] };

it('finds nothing in undamaged designs, their arithmetic worked out again', () => {
  expect(faults).toEqual([]);
  expect(subjects.length).toBeGreaterThanOrEqual(30);
});

it.each(subjects.map((subject, index) => [nameOf(subject), subject, index] as const))(
  'judges damaged copies of %s',
  async (_name, subject, index) => {
    const pages = writtenPages(subject);
    const samples = sample(damagesOf(subject), { pages, doors }, copies, randomFrom(index + 1));
    expect(samples.length).toBe(copies);
    for (const one of samples) {
      const changed = { path: one.path, text: one.lines?.join('\n') };
      enter(table, one, await tell(one.door, subject, changed, pool));
    }
  },
  120_000,
);

it('catches 99 of 100 damaged copies, at the right line', () => {
  console.log(sayTable('designs as written', table));
  const { made, placed } = sumUp(table);
  expect(made).toBe(copies * subjects.length);
  expect(placed / made).toBeGreaterThanOrEqual(0.99);
});
