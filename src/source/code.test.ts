import { describe, expect, it } from 'vitest';
import { findCode, linesOutsideCode } from './code.ts';

const mark = '```';
/** Each line of a text by the first letter of what it is to code; a dot where it is none. */
const partsOf = (...lines: string[]) =>
  findCode(lines)
    .map((line) => line?.part[0] ?? '.')
    .join('');

describe('lines of code', () => {
  it.each([
    ['a fence', ['a', mark, 'b', mark, 'c'], '.sie.'],
    ['a longer fence around one', ['````md', mark, mark, '`````', 'a'], 'siie.'],
    ['other marks', ['~~~', mark, '~~~', 'a'], 'sie.'],
    ['marks with words behind them', [mark, '```json', mark, 'a'], 'sie.'],
    ['a fence in a list', [`- ${mark}`, '  a', `  ${mark}`, 'b'], 'sie.'],
    ['a fence in a numbered list', [`10. ${mark}sh`, `    ${mark}`, 'b'], 'se.'],
    ['a fence in a quote', [`> ${mark}`, '> a', `> ${mark}`, '> b'], 'sie.'],
    ['one that ends with its quote', [`> ${mark}`, '> a', 'b', mark, 'c'], 'si.si'],
    ['one that ends with its list', [`- ${mark}`, '', '  a', 'b', mark, 'c'], 'sii.si'],
    [
      'marks that are set off in a list',
      ['1. a', `    ${mark}`, '    b', `    ${mark}`, 'c'],
      '.sie.',
    ],
    ['marks that are set off by themselves', [`    ${mark}`, '', 'b', mark, 'c'], 'si.si'],
    ['a fence that is set off a little', [`  ${mark}`, 'a', mark, 'b'], 'sie.'],
    ['one that is never closed', ['a', mark, '', 'b'], '.sii'],
    ['code in one line', [`${mark}a${mark}`, 'b'], '..'],
    ['tildes before code in one line', ['~~~ `a`', 'b', '~~~'], 'sie'],
    ['no lines', [], ''],
  ])('are told in %s', (_name, lines, parts) => {
    expect(partsOf(...lines)).toBe(parts);
  });

  it('know their language', () => {
    const code = findCode(['```JSON title="a"', '{}', mark]);
    expect(code.map((line) => line?.language)).toEqual(['json', 'json', 'json']);
  });

  it('are left out', () => {
    expect([...linesOutsideCode(['a', mark, 'b', mark, 'c'])]).toEqual([0, 4]);
  });
});
