import { describe, expect, it } from 'vitest';
import { hostileValues } from '../../tests/support/hostile.ts';
import { evaluateEntries } from '../quantities/testModel.ts';
import { compileWhatIf } from './emit.ts';
import { createFigures } from './figures.ts';
import { readState, writeState } from './state.ts';

const { quantities } = evaluateEntries({
  users: [100, 'user'],
  growth: [5, 'user'],
  doubled: ['users * 2', 'user'],
});
const { model } = compileWhatIf({
  problem: { decisions: [], keyFigures: [] },
  quantities: [...quantities.values()],
  units: {},
});
const figures = createFigures(model, [(values) => 2 * (values['a'] ?? 0)]);
const read = (query: string) => readState(query, figures);

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
    ['?if=users:5000', /label of users: 5,000 users is out of range; expected 0 to 1,001 users\./],
    ['?if=users:many', /“users:many” is no input with a value/],
    ['?if=__proto__:3', /“__proto__:3” is no input/],
    ['?if=nobody:3', /“nobody:3” is no input/],
    ['?if=users', /“users” is no input/],
    ['?if=doubled:3', /“doubled:3” is no input/],
    ['?if=constructor:3', /“constructor:3” is no input/],
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
