import { describe, expect, it } from 'vitest';
import { cutSection } from './section.ts';

const text = [
  '# Page',
  'lead',
  '## One',
  'a',
  '```sh',
  '# no heading',
  '```',
  '### Deep',
  'b',
  '## Two',
  '> ```',
  '> # quoted',
  '> ```',
  'end',
  '',
].join('\n');

describe('a section', () => {
  it('goes to the next heading of its depth, with what is below it', () => {
    expect(cutSection(text, 1)).toBe('## One\na\n```sh\n# no heading\n```\n### Deep\nb\n');
    expect(cutSection(text, 2)).toBe('### Deep\nb\n');
  });

  it('may be the last, or the whole page', () => {
    expect(cutSection(text, 3)).toContain('# quoted\n> ```\nend\n');
    expect(cutSection(text, 0)).toBe(text);
  });

  it('goes on behind code on one line', () => {
    expect(cutSection('## One\n```GET /x``` is a call\n## Two\nb\n', 1)).toBe('## Two\nb\n');
  });

  it('is not there beyond the last heading', () => {
    expect(cutSection(text, 4)).toBeUndefined();
    expect(cutSection('', 0)).toBeUndefined();
  });
});
