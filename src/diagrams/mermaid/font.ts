import { readFileSync } from 'node:fs';
import { create } from 'fontkit';

/** The face that is measured here is the face that the site ships. */
export const fontFile = new URL('../../assets/fonts/inter.woff2', import.meta.url);

const face = create(readFileSync(fontFile));

/** How to measure: size in px, weight as in CSS. */
export interface TextStyle {
  size: number;
  weight: number;
}

/** Ascent and descent of a line in px, both positive and whole, as Chromium rounds them. */
export function lineMetrics(size: number): { ascent: number; descent: number } {
  const scale = size / face.unitsPerEm;
  return { ascent: Math.round(face.ascent * scale), descent: Math.round(-face.descent * scale) };
}

/** Width of a run of text in px: kerned where the font has the characters, estimated elsewhere. */
export function textWidth(text: string, { size, weight }: TextStyle): number {
  let width = 0;
  for (const run of text.match(runs) ?? []) width += runWidth(run, weight);
  return width * size;
}

/** Runs of one kind: what the font has or another has to show. */
const runs = /[\p{Script=Latin}\p{Script=Common}]+|[^\p{Script=Latin}\p{Script=Common}]+/gu;

const widths = new Map<string, number>();

/** Width in em. */
function runWidth(run: string, weight: number): number {
  const key = `${weight} ${run}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = [...run].every((character) => hasGlyph(character))
    ? measure(run, weight)
    : [...run].reduce(
        (sum, character) =>
          sum + (hasGlyph(character) ? measure(character, weight) : estimate(character)),
        0,
      );
  widths.set(key, width);
  return width;
}

function hasGlyph(character: string): boolean {
  return face.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
}

/**
 * Advance in em. fontkit cannot instantiate a variable WOFF2, so the default instance lays the text
 * out and the weight's advances (HVAR) are added; kerning stays that of the default weight.
 */
function measure(text: string, weight: number): number {
  const run = face.layout(text);
  const variation = weight > 400 ? variationOf(Math.min(weight, 700)) : undefined;
  const added = variation ? run.glyphs.reduce((sum, glyph) => sum + variation(glyph.id), 0) : 0;
  return (run.advanceWidth + added) / face.unitsPerEm;
}

const variations = new Map<number, (glyph: number) => number>();

function variationOf(weight: number): (glyph: number) => number {
  const known = variations.get(weight);
  if (known) return known;
  const instance = create(readFileSync(fontFile));
  instance.variationCoords = [weight];
  const processor = instance._variationProcessor;
  const adjust = (glyph: number): number =>
    processor?.getAdvanceAdjustment(glyph, instance.HVAR) ?? 0;
  variations.set(weight, adjust);
  return adjust;
}

/** Em a character takes in a usual fallback font. Rather too wide than too narrow: text must fit. */
function estimate(character: string): number {
  if (/\p{Spacing_Mark}/u.test(character)) return 0.4;
  if (/\p{Mark}|\u200d/u.test(character)) return 0;
  if (/\p{Extended_Pictographic}/u.test(character)) return 1.3;
  if (
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u.test(
      character,
    )
  ) {
    return 1;
  }
  if (/\p{Uppercase_Letter}/u.test(character)) return 0.7;
  if (/[\u2500-\u25ff]/u.test(character)) return 0.75;
  return 0.6;
}
