import { beforeAll, describe, expect, it } from 'vitest';
import type { HandFont } from '../font.ts';
import { readShippedFont } from '../shippedFont.ts';
import { textBlock } from './textBlock.ts';

let font: HandFont;
beforeAll(async () => {
  font = await readShippedFont();
});

describe('textBlock', () => {
  it('keeps a short text on one line', () => {
    expect(textBlock('Redis', 20, 190, font)).toMatchObject({ lines: ['Redis'], height: 25 });
  });

  it('evens lines out', () => {
    const { lines } = textBlock('a miss is cached for a minute too', 16, 190, font);
    expect(lines).toEqual(['a miss is cached', 'for a minute too']);
  });

  it('keeps line breaks and words that are too long', () => {
    const { lines, width } = textBlock('one\ncom.example.averyveryverylongname', 16, 100, font);
    expect(lines).toEqual(['one', 'com.example.averyveryverylongname']);
    expect(width).toBeGreaterThan(100);
  });
});
