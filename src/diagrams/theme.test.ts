import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contrast, themeColours, themeStyleSheet } from './theme.ts';

describe('theme', () => {
  it.each(['light', 'dark'] as const)('keeps text readable on every surface (%s)', (theme) => {
    const surfaces = Object.keys(themeColours).filter(
      (token) => /-fill$/.test(token) || ['paper', 'node', 'row', 'group'].includes(token),
    );
    for (const surface of surfaces) {
      for (const text of ['ink', 'soft']) {
        const ratio = contrast(
          themeColours[text]?.[theme] ?? '',
          themeColours[surface]?.[theme] ?? '',
        );
        expect(ratio, `${text} on ${surface}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('has its style sheet written out', () => {
    expect(readFileSync(new URL('./theme.css', import.meta.url), 'utf8')).toBe(themeStyleSheet());
  });
});
