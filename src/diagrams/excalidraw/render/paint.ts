import { themeColours, variable } from '../../theme.ts';
import { tokenOf } from '../palette.ts';

/**
 * The paint of a scene's colour: the theme's variable where the palette knows the colour (with the light
 * value for a drawing that has left the page), else both themes by `light-dark()`; `none` for transparent.
 */
export function paint(colour: string): string {
  const hex = sixDigits(colour);
  if (hex === undefined) return isTransparent(colour) ? 'none' : token('ink');
  const known = tokenOf.get(hex);
  return known === undefined ? `light-dark(${hex},${darkened(hex)})` : token(known);
}

/** The paint of text: the lines' muted colour is too pale to be read, so text takes the softer ink. */
export function textPaint(colour: string): string {
  const hex = sixDigits(colour);
  return hex !== undefined && tokenOf.get(hex) === 'muted' ? token('soft') : paint(colour);
}

/** The paint of a hachure's lines: a fill's pale colour would vanish in thin lines, so its line's stands in. */
export function hachurePaint(colour: string): { stroke: string; 'stroke-opacity'?: string } {
  const hex = sixDigits(colour);
  const known = hex === undefined ? undefined : tokenOf.get(hex);
  return known?.endsWith('-fill')
    ? { stroke: token(known.replace(/-fill$/, '')), 'stroke-opacity': '.6' }
    : { stroke: paint(colour) };
}

/** A theme token as a paint, for example `paper` or `group-line`. */
export function token(name: string): string {
  const light = themeColours[name]?.light;
  return light === undefined ? variable(name) : variable(name).replace(')', `,${light})`);
}

export function isTransparent(colour: string): boolean {
  return /^(transparent|none|#[\da-f]{6}00|#[\da-f]{3}0|)$/i.test(colour.trim());
}

function sixDigits(colour: string): string | undefined {
  const hex = /^#([\da-f]{3}|[\da-f]{6})$/i.exec(colour.trim())?.[1]?.toLowerCase();
  if (hex === undefined) return undefined;
  return `#${hex.length === 3 ? [...hex].map((digit) => digit + digit).join('') : hex}`;
}

/** Excalidraw's dark mode: `invert(93%) hue-rotate(180deg)`, computed. */
function darkened(hex: string): string {
  const channel = (at: number): number =>
    0.93 - (0.86 * Number.parseInt(hex.slice(at, at + 2), 16)) / 255;
  const inverted = [channel(1), channel(3), channel(5)] as const;
  const [red, green, blue] = inverted;
  const luminance = 0.213 * red + 0.715 * green + 0.072 * blue;
  const turned = inverted.map((value) =>
    Math.round(Math.min(1, Math.max(0, 2 * luminance - value)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${turned.join('')}`;
}
