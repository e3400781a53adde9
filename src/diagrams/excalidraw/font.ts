import { create } from 'fontkit';

/** Line height of Excalifont in Excalidraw, as a multiple of the font size. */
export const lineHeight = 1.25;

/** Where the first baseline stands below the top of a line, as a multiple of the font size. */
export const baseline = (lineHeight - (0.886 + 0.374)) / 2 + 0.886;

/** The hand-drawn font, opened for measuring. */
export interface HandFont {
  /** Width of one line in pixels, with kerning. */
  width: (line: string, fontSize: number) => number;
  /** The characters of the text that the font can't draw, each once, line breaks aside. */
  lacks: (text: string) => string[];
}

/** Opens the font (WOFF2 or TTF) that the site ships: what is measured is what is shown. */
export function openHandFont(bytes: Uint8Array): HandFont {
  const font = create(bytes);
  const known = new Map<string, number>();
  const emWidth = (line: string): number => {
    const width = known.get(line) ?? font.layout(line).advanceWidth / font.unitsPerEm;
    known.set(line, width);
    return width;
  };
  return {
    width: (line, fontSize) => emWidth(line) * fontSize,
    lacks: (text) => [
      ...new Set(
        [...text].filter(
          (character) =>
            character !== '\n' && !font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
        ),
      ),
    ],
  };
}
