import { describe, expect, it } from 'vitest';
import { countWords, estimateTokens } from './count.ts';

describe('countWords', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    ['one', 1],
    ['one two\nthree', 3],
    ['11.6 k reads/s', 3],
    ['a → b — c', 3],
    ['naïve café 世界', 3],
  ])('%j has %i', (text, words) => {
    expect(countWords(text)).toBe(words);
  });
});

describe('estimateTokens', () => {
  it('takes four characters for a token', () => {
    expect(estimateTokens('')).toBe(0);
    expect(estimateTokens('abcd')).toBe(1);
    expect(estimateTokens('abcde')).toBe(2);
  });
});
