import { type HandFont, lineHeight } from '../font.ts';

/** Text broken into lines, with its size in pixels. */
export interface TextBlock {
  lines: string[];
  fontSize: number;
  width: number;
  height: number;
}

/** Excalidraw's own sizes: S, M, L. */
export const fontSizes = { small: 16, medium: 20, large: 28 } as const;

/**
 * Breaks a text at spaces so that no line is wider than `maxWidth` (a longer word stays whole), keeps
 * its own line breaks, and evens the lines out: the narrowest block that needs no more lines.
 */
export function textBlock(
  text: string,
  fontSize: number,
  maxWidth: number,
  font: HandFont,
): TextBlock {
  const lines = text
    .split('\n')
    .flatMap((paragraph) => evenLines(paragraph.trim(), fontSize, maxWidth, font));
  const widths = lines.map((line) => font.width(line, fontSize));
  return {
    lines,
    fontSize,
    width: Math.ceil(Math.max(...widths)),
    height: lines.length * fontSize * lineHeight,
  };
}

function evenLines(text: string, fontSize: number, maxWidth: number, font: HandFont): string[] {
  const widest = breakLines(text, fontSize, maxWidth, font);
  let best = widest;
  for (let width = maxWidth; width > maxWidth / 2 && best.length > 1; width -= 8) {
    const lines = breakLines(text, fontSize, width, font);
    if (lines.length > widest.length) break;
    best = lines;
  }
  return best;
}

function breakLines(text: string, fontSize: number, maxWidth: number, font: HandFont): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/ +/)) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && font.width(longer, fontSize) > maxWidth) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return [...lines, line];
}
