import { describe, expect, it } from 'vitest';
import { excerptOf, pagefindWords } from './excerpt.ts';

describe('excerptOf', () => {
  const words = Array.from({ length: 200 }, (_, index) => `w${index}`);

  it('shows where most terms stand together, marked', () => {
    const pieces = excerptOf(words, [[3, 150], [152]], { length: 10 });
    expect(pieces.filter(({ marked }) => marked).map(({ text }) => text)).toEqual(['w150', 'w152']);
    expect(pieces[0]?.text).toBe('…');
  });

  it('skips the heading, and shows the beginning where nothing is marked', () => {
    expect(excerptOf(words, [], { length: 3, from: 2 })[0]?.text).toBe('w2 w3 w4');
    expect(excerptOf(['one'], [[0]])).toEqual([{ text: 'one', marked: true }]);
  });
});

describe('pagefindWords', () => {
  it('undoes what Pagefind escapes', () => {
    expect(pagefindWords('a &lt;b&gt;\nc')).toEqual(['a', '<b>', 'c']);
  });
});
