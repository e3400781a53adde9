import { describe, expect, it } from 'vitest';
import { speak } from '../quantities/speak.ts';
import { builtInUnits, parseUnit } from '../quantities/units.ts';
import { hostileValues } from '../../tests/support/hostile.ts';
import type { WhatIfInput } from './model.ts';
import { readState, writeState } from './state.ts';

const input = (id: string, value: number, low: number, high: number): WhatIfInput => ({
  ...{ id, key: id, label: `label of ${id}`, says: 0, unit: 'user', value, low, high },
  range: `${low} to ${high}`,
});
const inputs = [input('users', 100, 1, 1000), input('growth', 5, 0, 10)];
const say = (_: string, value = 0) => speak({ value, unit: parseUnit('user', builtInUnits) });
const read = (query: string) => readState(query, inputs, say);

describe('the state in an address', () => {
  it.each([
    ['', {}, ''],
    ['', { users: 200 }, '?if=users:200'],
    ['?q=a&if=users:7', { users: 200, growth: 0 }, '?q=a&if=users:200,growth:0'],
    ['?if=users:7', {}, ''],
  ])('is written into “%s”', (query, changes, written) => {
    expect(writeState(query, changes)).toBe(written);
    expect(read(written)).toEqual({ changes, refused: [] });
  });

  it('leaves out what does not differ', () => {
    expect(read('?if=users:100,growth:6').changes).toEqual({ growth: 6 });
  });

  it('is taken as people write numbers', () => {
    expect(read('?if=users:0.2%20k').changes).toEqual({ users: 200 });
  });

  it.each([
    ['?if=users:5000', /label of users: 5,000 users is out of range; 1 to 1000 makes/],
    ['?if=users:many', /“users:many” is no input with a value/],
    ['?if=__proto__:3', /“__proto__:3” is no input/],
    ['?if=nobody:3', /“nobody:3” is no input/],
    ['?if=users', /“users” is no input/],
  ])('%s is refused', (query, reason) => {
    const { changes, refused } = read(`${query},growth:6`);
    expect(changes).toEqual({ growth: 6 });
    expect(refused).toEqual([expect.stringMatching(reason)]);
  });

  it('can be as strange as it likes', () => {
    for (const value of hostileValues) {
      expect(read(`?${new URLSearchParams({ if: value })}`).changes).toEqual({});
      expect(read(`?if=${value}`).changes).toEqual({});
    }
  });
});
