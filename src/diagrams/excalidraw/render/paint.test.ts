import { describe, expect, it } from 'vitest';
import { contrast, meanings, themeColours } from '../../theme.ts';
import { sceneColours, tokenOf } from '../palette.ts';
import { hachurePaint, paint, textPaint } from './paint.ts';

/** A token as a drawing holds it: the variable, and the light colour for a drawing off the page. */
function held(token: string): string {
  return `var(--dg-${token},${themeColours[token]?.light})`;
}

describe('paint', () => {
  it('knows the palette, short hex and upper case', () => {
    expect(paint('#1971C2')).toBe(held('store'));
    expect(paint('#fff')).toBe(held('paper'));
    expect(paint('transparent')).toBe('none');
    expect(paint('#00000000')).toBe('none');
  });

  it('inverts other colours for the dark theme, as Excalidraw does', () => {
    expect(paint('#12b886')).toMatch(/^light-dark\(#12b886,#[\da-f]{6}\)$/);
  });

  it('lets no markup and no other CSS through', () => {
    expect(paint('url(https://example.org)')).toBe(held('ink'));
    expect(paint('"><script>')).toBe(held('ink'));
  });

  it('draws a hachure in its line’s colour', () => {
    expect(hachurePaint('#a5d8ff').stroke).toBe(held('store'));
  });

  it('has a token for every colour of the scene palette', () => {
    for (const meaning of meanings) {
      expect(tokenOf.get(sceneColours[meaning].stroke)).toBe(meaning);
      expect(tokenOf.get(sceneColours[meaning].fill)).toBe(`${meaning}-fill`);
    }
    for (const token of tokenOf.values()) expect(themeColours).toHaveProperty(token);
  });

  it.each(['light', 'dark'] as const)('keeps coloured text readable on paper (%s)', (theme) => {
    for (const meaning of meanings) {
      const token = /--dg-([\w-]+)/.exec(textPaint(sceneColours[meaning].stroke))?.[1] ?? '';
      const [text, paper] = [token, 'paper'].map((name) => themeColours[name]?.[theme]);
      expect(contrast(text ?? '', paper ?? ''), meaning).toBeGreaterThanOrEqual(4.5);
    }
  });
});
