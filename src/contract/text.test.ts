import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../source/markdown.ts';
import { countSentences, mentions, proseOf } from './text.ts';

describe('countSentences', () => {
  it.each([
    ['', 0],
    ['One.', 1],
    ['One. Two! Three?', 3],
    ['It takes 3.5 ms, e.g. at night, vs. 4 ms by day.', 1],
    ['He said “no.” Then he left.', 2],
    ['No full stop', 1],
  ])('%j has %i', (text, sentences) => {
    expect(countSentences(text)).toBe(sentences);
  });
});

describe('mentions', () => {
  it.each([
    ['the p99 latency', 'p99', true],
    ['two canaries and a canary', 'canary', true],
    ['Timeouts', 'timeout', true],
    ['a timeoutish thing', 'timeout', false],
    ['{{peak_rate}}', 'peak', false],
    ['at 10× the load', '10×', true],
    ['blue-green', 'blue-green', true],
    ['circuit\nbreaker', 'circuit breaker', true],
  ])('%j speaks of %j: %s', (text, phrase, isThere) => {
    expect(mentions(text, phrase)).toBe(isThere);
  });

  it('can mind the case', () => {
    expect(mentions('a redis', 'Redis', { matchCase: true })).toBe(false);
  });
});

describe('proseOf', () => {
  it('reads figures as they are said and leaves code out', () => {
    const { children } = parseMarkdown('Has {{rate}} and `x`.\n\n```\ncode\n```\n');
    expect(proseOf(children, () => '5 reads/s').trim()).toBe('Has 5 reads/s and x.');
  });
});
