import { describe, expect, it } from 'vitest';
import { readNumber } from './read.ts';

describe('readNumber', () => {
  it.each([
    ['400 M', 4e8],
    ['400M', 4e8],
    ['1.2 billion', 1.2e9],
    ['20,000', 20_000],
    ['1,234,567.5', 1_234_567.5],
    ['4e8', 4e8],
    ['4×10^8', 4e8],
    ['4 x 10^8', 4e8],
    [' 2.5 ', 2.5],
    ['.5 k', 500],
    ['-3', -3],
    ['7 trillion', 7e12],
  ])('reads %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });

  it.each(['', 'M', 'ten', '1.2.3', '4 zillion', '1e999', '12 34', '<b>1</b>', '1,2', 'NaN', '∞'])(
    'refuses %s',
    (text) => {
      expect(readNumber(text)).toBeUndefined();
    },
  );
});
