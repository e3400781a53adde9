import { describe, expect, test } from 'vitest';
import { builtInUnits, createUnits, describeUnit, parseUnit, sameDimension } from './units.ts';

const unit = (text: string) => parseUnit(text, builtInUnits);

describe('built-in units', () => {
  test.each([
    ['year', 365 * 86_400],
    ['month', 730 * 3600],
    ['week', 604_800],
    ['hour', 3600],
    ['ns', 1e-9],
    ['kB', 1000],
    ['KB', 1000],
    ['KiB', 1024],
    ['TB', 1e12],
    ['EiB', 1024 ** 6],
    ['bit', 1 / 8],
    ['Gbit', 1e9 / 8],
    ['percent', 0.01],
    ['one', 1],
    ['byte/s', 1],
    ['GB/day', 1e9 / 86_400],
    ['s^2', 1],
    ['min^-1', 1 / 60],
  ])('%s measures %d base units', (text, factor) => {
    expect(unit(text).factor).toBeCloseTo(factor, 12);
  });

  test('a server is a node, a byte is eight bits, a user is nothing but a user', () => {
    expect(sameDimension(unit('server'), unit('node'))).toBe(true);
    expect(sameDimension(unit('byte'), unit('bit'))).toBe(true);
    expect(sameDimension(unit('user'), unit('request'))).toBe(false);
    expect(sameDimension(unit('percent'), unit('one'))).toBe(true);
    expect(sameDimension(unit('read/user/day'), unit('read/day/user'))).toBe(true);
    expect(sameDimension(unit('read/s'), unit('read*s'))).toBe(false);
  });
});

describe('declared nouns', () => {
  test('are dimensions of their own, with a regular or a given plural', () => {
    const units = createUnits({ link: {}, reply: {}, batch: {}, child: { plural: 'children' } });
    expect(['link', 'reply', 'batch', 'child'].map((name) => units.get(name)?.many)).toEqual([
      'links',
      'replies',
      'batches',
      'children',
    ]);
    expect(sameDimension(parseUnit('link', units), parseUnit('reply', units))).toBe(false);
  });

  test('belong to their problem alone', () => {
    createUnits({ ride: {} });
    expect(() => unit('ride/s')).toThrow('no unit `ride`');
  });
});

describe('bad units', () => {
  test.each([
    ['users', 'no unit `users`; did you mean `user`?'],
    ['requst/s', 'no unit `requst`; did you mean `request`?'],
    ['gb', 'did you mean `GB`?'],
    ['e', 'no unit `e`'],
    ['i', 'no unit `i`'],
    ['b', 'no unit `b`'],
    ['', '`` is not a unit'],
    ['byte/', '`byte/` is not a unit'],
    ['byte per s', '`byte per s` is not a unit'],
    ['byte/(user*day)', 'is not a unit'],
    ['2 byte', 'is not a unit'],
    ['constructor', 'no unit `constructor`'],
  ])('%s: %s', (text, message) => {
    expect(() => unit(text)).toThrow(message);
  });
});

test('units are described as a model writes them', () => {
  expect(describeUnit(unit('read / user / day'))).toBe('`read/user/day`');
  expect(describeUnit(unit('1/s'))).toBe('`1/s`');
  expect(describeUnit(unit('node*h/day^2'))).toBe('`node*h/day^2`');
  expect(describeUnit(unit('one'))).toBe('a pure number');
});
