import { baseline } from '../font.ts';
import type { Point } from '../geometry.ts';
import type { TextElement } from '../scene.ts';
import { textPaint } from './paint.ts';
import { number, svgTag } from './svg.ts';
import { escapeText } from '../../../markup.ts';

/** The font that a scene's text has unless it says otherwise. */
export const handFont = "'Worked Designs Hand',Excalifont,cursive";

/** Excalidraw's other fonts, by number, as the site has them. */
const otherFonts: Readonly<Record<number, string>> = {
  2: 'Inter,sans-serif',
  3: "'JetBrains Mono',monospace",
  6: 'Inter,sans-serif',
  8: "'JetBrains Mono',monospace",
  9: 'Inter,sans-serif',
};

/** A text, one line after the other. */
export function textMarkup(element: TextElement, [dx, dy]: Point): string {
  const { fontSize, width, textAlign } = element;
  const step = fontSize * element.lineHeight;
  const x = dx + { left: 0, center: width / 2, right: width }[textAlign];
  const y = dy + step / 2 + fontSize * (baseline - 1.25 / 2);
  const lines = element.text.replace(/\r\n?/g, '\n').split('\n');
  const content = lines
    .map((line, index) =>
      index === 0
        ? escapeText(line)
        : `<tspan x="${number(x)}" dy="${number(step)}">${escapeText(line) || ' '}</tspan>`,
    )
    .join('');
  return svgTag(
    'text',
    {
      fill: textPaint(element.strokeColor),
      'font-size': fontSize,
      'font-family': otherFonts[element.fontFamily],
      'text-anchor': { left: undefined, center: 'middle', right: 'end' }[textAlign],
      x,
      y,
    },
    content || ' ',
  );
}
