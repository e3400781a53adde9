import { describe, expect, test } from 'vitest';
import { evaluateCondition } from './condition.ts';
import { evaluateEntries } from './testModel.ts';

const { quantities, units } = evaluateEntries(
  {
    peak_write_rate: [11_574.07, 'write/s'],
    per_day: [1_728_000_000, 'write/day'],
    rate: ['per_day', 'write/s'],
    links: [5e7, 'link'],
  },
  { link: {} },
);
const evaluate = (text: string) => evaluateCondition(text, quantities, units);

test('both sides are said, and their ratio tells how far the tipping point is', () => {
  const result = evaluate('peak_write_rate > 20,000 write/s');
  expect(result).toMatchObject({
    ok: true,
    holds: false,
    comparison: '>',
    left: { value: 11_574.07, text: '11.6 k writes/s' },
    right: { value: 20_000, unit: 'write/s', text: '20 k writes/s' },
    uses: ['peak_write_rate'],
  });
  expect(result.ok && result.ratio).toBeCloseTo(0.5787, 4);
});

test.each([
  ['peak_write_rate < 20,000 write/s', true],
  ['peak_write_rate * 2 >= 1 million_too_far', undefined],
  ['peak_write_rate >= 11,574.07 write/s', true],
  ['peak_write_rate <= 1,000,000 write/day', false],
  ['rate > 20,000 write/s', false],
  ['rate >= 20,000 write/s', true],
  ['rate < 20,000 write/s', false],
  ['rate <= per_day', true],
  ['links / 1 day > 500 link/s', true],
  ['0 link < links', true],
])('%s: %s', (text, holds) => {
  const result = evaluate(text);
  expect(result.ok ? result.holds : undefined).toBe(holds);
});

describe('faults come back as data', () => {
  test.each([
    ['peak_write_rate > 20,000 byte', 'unit-mismatch', '`write/s` cannot be compared with `byte`'],
    ['peak_write_rate > 20,000', 'unit-mismatch', 'cannot be compared with a pure number'],
    ['peak_write_rat > 1 write/s', 'quantity-missing', 'did you mean `peak_write_rate`?'],
    ['peak_write_rate', 'formula-syntax', 'is not one comparison'],
    ['1 < links < 3', 'formula-syntax', 'is not one comparison'],
    ['links == 3 link', 'formula-syntax', 'is not one comparison'],
    ['links => 3 link', 'formula-syntax', '`=` does not belong'],
    ['links > ', 'formula-syntax', 'breaks off'],
    ['links > 3 ride', 'unit-unknown', '`ride` after `3` is not a unit'],
    ['links > 3 link and rate > 2', 'formula-syntax', 'is not one comparison'],
    ['max(1, links > 3)', 'formula-syntax', 'is not one comparison'],
    ['max(1, 2 < 3) > 3', 'formula-syntax', '`<` does not belong in a formula'],
    ['links > (2 < rate)', 'formula-syntax', '`<` does not belong in a formula'],
    ['links > 3,000 link 4', 'formula-syntax', '`4` at character 20 of the condition'],
    ['links > day', 'formula-syntax', '`day` stands alone'],
    ['links / 0 > 3 link', 'quantity-value', 'has no finite value'],
  ])('%s: %s', (text, rule, message) => {
    expect(evaluate(text)).toMatchObject({
      ok: false,
      rule,
      message: expect.stringContaining(message),
    });
  });
});
