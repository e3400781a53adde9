import type { Told } from './doors.ts';
import type { Sample } from './sample.ts';

interface Row {
  made: number;
  caught: number;
  /** Told by the right rule, at the right line. */
  placed: number;
}

/** How many damaged copies of each kind were caught. */
export interface Table {
  rows: Map<string, Row>;
  /** A line for each that was not told at its place. */
  missed: string[];
}

/** Adds what was told of a damaged copy. */
export function enter({ rows, missed }: Table, sample: Sample, told: readonly Told[]): void {
  const { kind, door, path, at, rules } = sample;
  const isPlaced = told.some(
    ({ rule, line, ...one }) =>
      rules.includes(rule) && one.path === path && line > at.from && line <= at.to + 1,
  );
  const key = `${kind} (${door})`;
  const { made, caught, placed } = rows.get(key) ?? { made: 0, caught: 0, placed: 0 };
  rows.set(key, {
    made: made + 1,
    caught: caught + (told.length > 0 ? 1 : 0),
    placed: placed + (isPlaced ? 1 : 0),
  });
  if (isPlaced) return;
  const heard = told.map(({ line, rule }) => `${line} ${rule}`).join(', ') || 'nothing';
  missed.push(`${path}:${at.from + 1}–${at.to + 1}  ${key}; told: ${heard}`);
}

/** The sums over all kinds. */
export function sumUp({ rows }: Table): Row {
  return [...rows.values()].reduce(
    (sum, { made, caught, placed }) => ({
      made: sum.made + made,
      caught: sum.caught + caught,
      placed: sum.placed + placed,
    }),
    { made: 0, caught: 0, placed: 0 },
  );
}

/** The table as lines: made, caught, at the right line, and the kind; then what was missed. */
export function sayTable(title: string, table: Table): string {
  const { made, caught, placed } = sumUp(table);
  const rows = [...table.rows].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `${title}: ${made} damaged copies, ${caught} caught, ${placed} at the right line`,
    ...rows.map(
      ([kind, row]) =>
        [row.made, row.caught, row.placed].map((count) => String(count).padStart(5)).join(' ') +
        `  ${kind}`,
    ),
    ...table.missed,
  ].join('\n');
}
