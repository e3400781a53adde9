import { describe, expect, test } from 'vitest';
import { fillText, scanPlaceholders } from './placeholder.ts';
import { evaluateEntries } from './testModel.ts';

const { quantities } = evaluateEntries({
  daily_users: [1e8, 'user'],
  reads: [10, 'read/user/day'],
  read_rate: ['daily_users * reads', 'read/s'],
  retention: [86_400, 's'],
  loss: [-0.0000004, 'one'],
});
const fill = (text: string) => fillText(text, quantities);

describe('scanning', () => {
  test('gives tokens that follow each other without gaps', () => {
    const text = 'a {{x}} b {{= y_2 }}{{#z}} \\{{ c }} {{ 3x }} {{';
    const tokens = scanPlaceholders(text);
    expect(tokens.map((token) => [token.kind, text.slice(token.start, token.end)])).toEqual([
      ['text', 'a '],
      ['quantity', '{{x}}'],
      ['text', ' b '],
      ['quantity', '{{= y_2 }}'],
      ['quantity', '{{#z}}'],
      ['text', ' \\{{ c }} '],
      ['malformed', '{{ 3x }}'],
      ['text', ' '],
      ['malformed', '{{'],
    ]);
    expect(tokens.flatMap((token) => (token.kind === 'quantity' ? [token.form] : []))).toEqual([
      'value',
      'working',
      'number',
    ]);
    expect(tokens[5]).toMatchObject({ text: ' {{ c }} ' });
  });

  test('of an empty text gives nothing', () => {
    expect(scanPlaceholders('')).toEqual([]);
  });

  test('a placeholder may stand within braces', () => {
    expect(fill('{"ttl":{{{# retention}}}}').text).toBe('{"ttl":{86400}}');
  });
});

describe('filling', () => {
  test.each([
    ['{{read_rate}}', '11.6 k reads/s'],
    ['{{ read_rate }}', '11.6 k reads/s'],
    ['{{= read_rate}}', '100 M users × 10 reads/user/day ÷ 86,400 s/day ≈ 11.6 k reads/s'],
    ['"ttl": {{# retention}},', '"ttl": 86400,'],
    ['{{#loss}}', '-0.0000004'],
    ['{{# read_rate}}', '11574.0740741'],
    ['\\{{read_rate}}', '{{read_rate}}'],
    ['\\{{{{reads}}}}', '{{10 reads/user/day}}'],
    ['{ {x} } $& }}', '{ {x} } $& }}'],
    ['one\r\n{{retention}}\r\nthree', 'one\r\n86,400 s\r\nthree'],
  ])('%s becomes %s', (text, filled) => {
    expect(fill(text)).toEqual({ text: filled, faults: [] });
  });
});

describe('faults', () => {
  test('carry offsets, and the text stays as it was', () => {
    const text = 'a {{read_rte}}\r\n{{= reads}} {{Abc}} {{abc\r\n}}';
    const { text: filled, faults } = fill(text);
    expect(filled).toBe(text);
    expect(faults.map(({ rule, start, end }) => [rule, text.slice(start, end)])).toEqual([
      ['quantity-missing', '{{read_rte}}'],
      ['working-missing', '{{= reads}}'],
      ['placeholder-syntax', '{{Abc}}'],
      ['placeholder-syntax', '{{'],
    ]);
    expect(faults[0]?.message).toBe(
      'the model has no quantity `read_rte`; did you mean `read_rate`?',
    );
  });

  test('a quantity that is faulty itself gives no second one', () => {
    expect(fillText('{{broken}}', quantities, new Set(['broken'])).faults).toEqual([]);
  });
});
