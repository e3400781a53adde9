import { describe, expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { namesIn } from './formula.ts';
import { parseFormula } from './parse.ts';
import { builtInUnits, describeUnit } from './units.ts';

const parse = (text: string) => parseFormula(text, builtInUnits);
const compute = (text: string) =>
  evaluate(parse(text), (id) => {
    throw new Error(id);
  });

describe('values', () => {
  test.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['8 / 4 / 2', 1],
    ['8 - 4 - 2', 2],
    ['2 ^ 3 ^ 2', 512],
    ['-2 ^ 2', -4],
    ['2 ^ -1', 0.5],
    ['--3', 3],
    ['1.5e3 + 1e-1', 1500.1],
    ['20,000 + 1', 20_001],
    ['1,234,567.5', 1_234_567.5],
    ['max(1, 20,000, 3)', 20_000],
    ['min(7, 5)', 5],
    ['sqrt(16) + log2(1024)', 14],
    ['floor(2.9) + ceil(2.1) + round(2.5)', 8],
    ['ceil(0.1 * 3 * 10)', 3], // 3.0000000000000004 before noise is taken off
    ['20 percent * 50', 10],
    ['1 - 80 percent', 0.2],
    ['2 kB + 1 B', 2001],
    ['2kB', 2000],
    ['7 day / 1 week', 1],
    ['10,000 read/s / 5,000 read/s', 2],
    ['ceil(1.2 GB)', 2e9],
    ['ceil(25 percent * 1)', 1],
    ['ceil(20.4 percent)', 0.21],
    ['4 s^2 / 2 s', 2],
    ['sqrt(4 s^2)', 2],
    ['(4 s) ^ 2', 16],
    ['4 s ^ 2', 16],
    ['12 / 2 kB * 3', 0.018],
    ['10,000 read/s/2', 5000],
    ['1 +\n\t2', 3],
  ])('%s = %d', (text, value) => {
    expect(compute(text).base).toBeCloseTo(value, 9);
  });

  test('a product has the natural unit of its factors', () => {
    const unitOf = (text: string) => describeUnit(compute(text).unit);
    expect(unitOf('3 user * 10 read/user/day')).toBe('`read/day`');
    expect(unitOf('3 read/day * 5 year')).toBe('`read`');
    expect(unitOf('3 GB / 2 MB')).toBe('a pure number');
    expect(unitOf('3 GB * 2 byte')).toBe('`GB^2`');
    expect(unitOf('(2 s) ^ -2')).toBe('`1/s^2`');
  });
});

describe('what a formula may not say', () => {
  test.each([
    ['a = 3', '`=` does not belong'],
    ['"text"', '`"` does not belong'],
    ['a % b', '`%` does not belong'],
    ['a; b', '`;` does not belong'],
    ['a.b', '`.` does not belong'],
    ['pow(a, 2)', 'no function `pow`'],
    ['import(a)', 'no function `import`'],
    ['constructor(a)', 'no function `constructor`'],
    ['a b', '`b` at character 3'],
    ['2(3)', '`(` at character 2'],
    ['a +', 'breaks off'],
    ['(a + b', 'breaks off'],
    ['a + b)', '`)` at character 6'],
    ['', 'breaks off'],
    ['20,00', '`,` at character 3'],
    ['20,0000', '`,` at character 3'],
    ['ceil(1, 2)', '`ceil` takes one argument, not 2'],
    ["a'", "`'` does not belong"],
    ['a!', '`!` does not belong'],
    ['[a, b]', '`[` does not belong'],
    ['{a: b}', '`{` does not belong'],
    ['1:3', '`:` does not belong'],
    ['a ? b : c', '`?` does not belong'],
    ['a > b', '`>` does not belong'],
    ['a == b', '`=` does not belong'],
    ['a # b', '`#` does not belong'],
    ['f(x) = x', '`=` does not belong'],
    ['é + 1', '`é` does not belong'],
    ['.5 * a', '`.` does not belong'],
    ['a mod b', '`mod` does not belong'],
    ['a to b', '`to` does not belong'],
    ['not a', '`not` does not belong'],
    ['a(b)', 'no function `a`'],
    ['(a)(b)', '`(` at character 4'],
    ['1 / 2 (a)', '`(` at character 7'],
    ['max(a)(b)', '`(` at character 7'],
    ['a 5,000 read/s', '`5,000 read/s` at character 3'],
    ['a * (+b)', '`+` at character 6'],
    ['a * * b', '`*` at character 5'],
    ['5,000 read/s * 20,000 read/s * / a', '`/` at character 32'],
    ['0x1F', '`x1F` after `0` is not a unit'],
    ['1e5x', '`e5x` after `1` is not a unit'],
    ['6 / 5 parsecs', '`parsecs` after `5` is not a unit'],
    ['max()', '`)` at character 5'],
    ['5 parsecs', '`parsecs` after `5` is not a unit'],
    ['5 days', 'did you mean `day`?'],
    ['1 + '.repeat(300), 'more than 1000 characters'],
    ['('.repeat(1000), 'too many parentheses'],
  ])('%s: %s', (text, message) => {
    expect(() => parse(text)).toThrow(message);
  });

  test.each([
    ['1 byte + 1 s', '`byte` cannot be added to `s`'],
    ['1 byte - 1', '`byte` cannot be reduced by a pure number'],
    ['max(1 s, 2 byte)', '`s` cannot be put in one max with `byte`'],
    ['log2(8 byte)', 'log2 needs a pure number, not `byte`'],
    ['2 ^ 1 s', 'an exponent needs a pure number, not `s`'],
    ['(2 s) ^ (1 + 1)', 'has an exponent that can vary'],
  ])('%s: %s', (text, message) => {
    expect(() => compute(text)).toThrow(message);
  });
});

test('words that mean something to mathjs are names', () => {
  const words = ['e', 'i', 'pi', 'in', 'to', 'mod', 'end', 'true', 'null', 'NaN', 'undefined'];
  expect(namesIn(parse(words.join(' + ')))).toEqual(words);
});

test('names are found once each, in order', () => {
  expect(namesIn(parse('b * max(a, -b) ^ 2 + c / 5 day'))).toEqual(['b', 'a', 'c']);
});
