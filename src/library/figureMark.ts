import type { PlaceholderForm } from '../quantities/placeholder.ts';
import type { Quantity } from '../quantities/quantity.ts';

/**
 * Figures in code and headings. An element would show there as its own source, so the figure is
 * marked with characters that no text has, and becomes an element with the rest of the page
 * (`markdown/figures.ts`).
 */
const [opens, ends, closes] = ['\ue000', '\ue001', '\ue002'];
const mark = new RegExp(`${opens}([^${ends}]*)${ends}([^${closes}]*)${closes}`, 'g');

/** A piece of a text: words, or a figure with the attributes of its element. */
export interface MarkedPiece {
  text: string;
  figure?: Record<string, string>;
}

/** The figure with its mark. */
export function markFigure({ id, value }: Quantity, shown: string, form: PlaceholderForm): string {
  return `${opens}${value};${id};${form}${ends}${shown}${closes}`;
}

export const isMarked = (text: string) => text.includes(opens);

/** The text in pieces, without the marks. */
export function readMarks(text: string): MarkedPiece[] {
  const pieces: MarkedPiece[] = [];
  let end = 0;
  for (const { 0: whole, 1: known = '', 2: shown = '', index } of text.matchAll(mark)) {
    const [value = '', quantity = '', form = 'value'] = known.split(';');
    if (index > end) pieces.push({ text: text.slice(end, index) });
    const figure = {
      value,
      'data-quantity': quantity,
      ...(form !== 'value' && { 'data-form': form }),
    };
    pieces.push({ text: shown, figure });
    end = index + whole.length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end) });
  return pieces;
}

/** The text in which marked figures are words again. */
export function unmarked(text: string): string {
  return readMarks(text)
    .map((piece) => piece.text)
    .join('');
}

/** The text without figures that are marked. */
export function withoutMarked(text: string): string {
  return text.replace(mark, '');
}
