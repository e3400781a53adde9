import { describe, expect, it } from 'vitest';
import { parseMarkdown } from './markdown.ts';

describe('a parsed text', () => {
  it('is the same tree when it is asked for again', () => {
    expect(parseMarkdown('# Once')).toBe(parseMarkdown('# Once'));
  });

  it('is forgotten after many others, and after one that is very long', () => {
    const first = parseMarkdown('# First');
    for (let index = 0; index < 16; index += 1) parseMarkdown(`# ${index}`);
    expect(parseMarkdown('# First')).not.toBe(first);
    const second = parseMarkdown('# Second');
    const long = 'word '.repeat(100_001);
    const tree = parseMarkdown(long);
    expect(parseMarkdown(long)).toBe(tree);
    expect(parseMarkdown('# Second')).not.toBe(second);
    expect(parseMarkdown('# Second')).toEqual(second);
  });
});
