import { describe, expect, it } from 'vitest';
import { randomFrom } from '../../tests/support/random.ts';
import { coinWord, varyMarkdown, varyWith } from './vary.ts';

const vocabulary = { words: ['meadow', 'river', 'stone'], kept: ['at rest', 'Kafka'] };
const vary = () => varyWith(vocabulary, randomFrom(1));

describe('varying a text', () => {
  it('keeps figures, code, links, tags and what a contract looks for', () => {
    const text =
      'Writers {{= peak_rate}} encrypted at rest in `a shard` by Kafka [from there](/designs/chat/#one) <b>';
    const varied = vary()(text);
    for (const kept of [
      '{{= peak_rate}}',
      'at rest',
      '`a shard`',
      'Kafka',
      '](/designs/chat/#one)',
      '<b>',
    ]) {
      expect(varied).toContain(kept);
    }
    expect(varied).not.toContain('encrypted');
  });

  it('puts a word in the place of a word', () => {
    const text = 'the quick brown foxes, jumping; over every lazy dog? And again.';
    const marks = (one: string) => one.replace(/[A-Za-z]+/g, 'w');
    expect(marks(vary()(text))).toBe(marks(text));
    expect(vary()(text)).not.toBe(text);
  });

  it('leaves headings and fences, and makes each diagram one of its own', () => {
    const body =
      '## Every single heading\n\n```mermaid\nflowchart TD\n  accTitle: Reads\n  one --> two\n```\nplenty of flowing sentences';
    const lines = varyMarkdown(body, vary(), 'of meadow').split('\n');
    expect(lines.slice(0, 7)).toEqual([
      '## Every single heading',
      '',
      '```mermaid',
      'flowchart TD',
      '  accTitle: Reads of meadow',
      '  one --> two',
      '```',
    ]);
    expect(lines[7]).not.toBe('plenty of flowing sentences');
  });

  it('coins words of letters alone', () => {
    const random = randomFrom(3);
    for (let count = 0; count < 100; count += 1) expect(coinWord(random)).toMatch(/^[a-z]{4,}$/);
  });
});
