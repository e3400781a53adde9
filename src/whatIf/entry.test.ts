import { describe, expect, it } from 'vitest';
import { evaluateEntries } from '../quantities/testModel.ts';
import { compileWhatIf } from './emit.ts';
import { readEntry } from './entry.ts';
import { createFigures, quantityOf, sayFigure } from './figures.ts';
import type { WhatIfInput } from './model.ts';

const nouns = { link: {} };

/** Reads an entry for an input of this unit, value and range. */
function read(
  text: string,
  unit: string,
  [value, low, high]: [number, number, number],
  whole = false,
) {
  const { quantities } = evaluateEntries({ x: [value, unit] }, nouns);
  const { model } = compileWhatIf({
    problem: { decisions: [], keyFigures: [] },
    quantities: [...quantities.values()],
    units: nouns,
  });
  const figures = createFigures(model, []);
  Object.assign(quantityOf<WhatIfInput>(figures, 'x'), {
    ...{ low, high, range: `${low} to ${high}` },
    ...{ whole: whole || undefined },
  });
  const beside = sayFigure(figures, 'x').unit.replaceAll('/', '\u200b/');
  return readEntry(text, beside, figures, 'x');
}

describe('an entry', () => {
  it.each<[string, string, [number, number, number], number]>([
    ['400 M', 'user', [1e8, 1e6, 1e9], 4e8],
    ['400M users', 'user', [1e8, 1e6, 1e9], 4e8],
    ['1.2 billion', 'user', [1e8, 1e6, 2e9], 1.2e9],
    ['20,000', 'link/day', [1e4, 1, 1e6], 20_000],
    ['4×10^8', 'user', [1e8, 1e6, 1e9], 4e8],
    ['3 links/s', 'link/day', [1e4, 1, 1e6], 259_200],
    ['250 ms', 's', [1, 0.1, 10], 0.25],
    ['5 min', 's', [60, 1, 600], 300],
    ['2 hours', 'min', [60, 1, 600], 120],
    ['6', 'MB', [50_000, 1, 1e5], 6000],
    ['6 MB', 'MB', [50_000, 1, 1e5], 6],
    ['64 KiB', 'byte', [1000, 1, 1e6], 65_536],
    ['800 Mbit/s', 'Gbit/s', [1, 0.1, 10], 0.8],
    ['25 %', 'percent', [50, 0, 100], 25],
    ['25 %', 'one', [0.5, 0, 1], 0.25],
    ['12 users * 3', 'user', [10, 1, 100], Number.NaN],
    ['3 links/day/user', 'link/user/day', [10, 1, 100], 3],
    ['24 links / user / hour', 'link/user/day', [10, 1, 1000], 576],
    ['5 1/s', 'one', [10, 1, 100], Number.NaN],
    ['$12/month', 'dollar/month', [10, 1, 100], 12],
    ['12 $', 'dollar/month', [10, 1, 100], 12],
    ['1 dollar/day', 'dollar/year', [10, 1, 1000], 365],
    ['3 km^2', 'one', [3, 1, 10], Number.NaN],
  ])('“%s” for %s', (text, unit, range, value) => {
    const entry = read(text, unit, range);
    if (Number.isNaN(value)) expect(entry).toBeTypeOf('string');
    else expect(entry).toBe(value);
  });

  it.each<[string, string, [number, number, number], boolean, RegExp]>([
    ['', 'user', [10, 1, 100], false, /not a number; try 400 M/],
    ['many', 'user', [10, 1, 100], false, /“many” is not a number/],
    ['NaN', 'user', [10, 1, 100], false, /is not a number/],
    ['5 GB', 'user', [10, 1, 100], false, /in another unit; expected users, as in 10 users/],
    ['5 users', 'link/user/day', [10, 1, 100], false, /expected links\/user\/day/],
    ['5 s', 'one', [10, 1, 100], false, /expected a pure number/],
    ['5 parsecs', 's', [10, 1, 100], false, /another unit/],
    ['5 time', 's', [10, 1, 100], false, /another unit/],
    ['5 constructor', 's', [10, 1, 100], false, /another unit/],
    ['5 __proto__', 'one', [10, 1, 100], false, /another unit/],
    ['5 links', '1/link', [10, 1, 100], false, /another unit/],
    ['101', 'user', [10, 1, 100], false, /101 users is out of range; expected 1 to 100\./],
    ['-1', 'user', [10, 1, 100], false, /out of range/],
    ['1e300 M', 'user', [10, 1, 100], false, /out of range/],
    ['2.5', 'node', [10, 1, 100], true, /2.5 nodes is not a whole number/],
  ])('“%s” for %s is refused with what was expected', (text, unit, range, whole, reason) => {
    const entry = read(text, unit, range, whole);
    expect(entry).toMatch(reason);
  });
});
