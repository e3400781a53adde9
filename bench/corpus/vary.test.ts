import { describe, expect, it } from 'vitest';
import { coinWord, varyMarkdown, varyWith } from './vary.ts';
import { randomFrom } from '../../src/random.ts';

const vocabulary = { words: ['meadow', 'river', 'stone'], kept: ['at rest', 'Kafka'] };
const vary = () => varyWith(vocabulary, randomFrom(1));

describe('varying a text', () => {
  it('keeps figures, links, tags and what a contract looks for', () => {
    const text =
      'Writers {{= peak_rate}} encrypted at rest in `set_if(a_shard, Kafka, {{= day_rate}})` by Kafka [from there](/designs/chat/#one) <b>';
    const varied = vary()(text);
    for (const kept of [
      '{{= peak_rate}}',
      'at rest',
      '`set_if(',
      'Kafka, {{= day_rate}})`',
      'Kafka',
      '](/designs/chat/#one)',
      '<b>',
    ]) {
      expect(varied).toContain(kept);
    }
    expect(varied).not.toContain('encrypted');
  });

  it('gives what code names other names, the same ones all through a problem', () => {
    const varied = vary()('`SET held_until = 40123` and `held_until > now()`');
    const [, first, again] = /^`SET (\w+) = 4\d{4}` and `(\w+) > now\(\)`$/.exec(varied) ?? [];
    expect(first).not.toBe('held_until');
    expect(again).toBe(first);
  });

  it('says nothing in eight words in a row that another problem could say', () => {
    const text =
      'it is so if he or we do go up to my ox in an hour as you all may see by and by'.repeat(3);
    const runs = (varied: string) => {
      const words = varied.split(/\s+/);
      return words.map((_, start) => words.slice(start, start + 8).join(' '));
    };
    const [one, other] = [2, 3].map((seed) => runs(varyWith(vocabulary, randomFrom(seed))(text)));
    expect(one?.filter((run) => other?.includes(run))).toEqual([]);
  });

  it('counts the words of code and figures, which stay', () => {
    const text =
      'up to 4 s (`delivery.timeout.ms`; then `request.timeout.ms` at 1.5 s or 30 s), retried at once';
    const runs = (varied: string) => {
      const words = varied.match(/\w+/g) ?? [];
      return words.map((_, start) => words.slice(start, start + 8)).filter((run) => run[7]);
    };
    const seen = Array.from({ length: 60 }, (_, seed) =>
      runs(varyWith(vocabulary, randomFrom(seed))(text)).map(String),
    );
    const all = seen.flatMap((own) => [...new Set(own)]);
    expect(new Set(all).size).toBe(all.length);
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
