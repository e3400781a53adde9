import { describe, expect, it } from 'vitest';
import { hostileValues } from '../../tests/support/hostile.ts';
import { fillPrompt, parsePrompt } from './fill.ts';

const body = 'Design {{problem}}.\n\n{{problem}} again, {{ other }} and {{Problem}} stay.\n';

describe('parsePrompt', () => {
  it('cuts at variables and nowhere else', () => {
    expect(parsePrompt(body)).toEqual([
      { text: 'Design ' },
      { variable: 'problem' },
      { text: '.\n\n' },
      { variable: 'problem' },
      { text: ' again, {{ other }} and {{Problem}} stay.\n' },
    ]);
  });

  it('gives back the whole text when nothing is filled in', () => {
    expect(fillPrompt(parsePrompt(body), {})).toBe(body);
    expect(fillPrompt(parsePrompt(''), {})).toBe('');
  });
});

describe('fillPrompt', () => {
  it.each(hostileValues.map((value) => [value.slice(0, 30), value]))(
    'leaves %j as it is',
    (_, value) => {
      const filled = fillPrompt(parsePrompt('<{{problem}}|{{problem}}>'), { problem: value });
      expect(filled).toBe(value === '' ? '<{{problem}}|{{problem}}>' : `<${value}|${value}>`);
    },
  );

  it('keeps the placeholder of a value that is empty', () => {
    expect(fillPrompt(parsePrompt('a {{problem}}'), { problem: '' })).toBe('a {{problem}}');
  });

  it('does not take inherited names for values', () => {
    expect(fillPrompt(parsePrompt('a {{constructor}}'), {})).toBe('a {{constructor}}');
  });
});
