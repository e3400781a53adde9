import type { Element, ElementContent } from 'hast';
import type { MarkedPiece } from '../../library/figureMark.ts';
import { pieceElement } from '../figures.ts';

/** A figure and where it stands in its block. */
interface Placed {
  start: number;
  end: number;
  piece: MarkedPiece;
}

/**
 * Puts figures into highlighted lines. One that was taken for several tokens stands whole in its
 * first.
 */
export function placeFigures(lines: readonly Element[], pieces: readonly MarkedPiece[]): void {
  const figures = placesOf(pieces);
  if (figures.length === 0) return;
  let offset = 0;
  for (const line of lines) {
    for (const token of line.children) {
      const words = token.type === 'element' ? token.children[0] : undefined;
      if (token.type !== 'element' || words?.type !== 'text') continue;
      token.children = cut(words.value, offset, figures);
      offset += words.value.length;
    }
    line.children = line.children.filter((token) => !isEmpty(token));
    // The line break.
    offset += 1;
  }
}

function placesOf(pieces: readonly MarkedPiece[]): Placed[] {
  let end = 0;
  const placed = pieces.map((piece) => {
    const start = end;
    end += piece.text.length;
    return { start, end, piece };
  });
  return placed.filter(({ piece }) => piece.figure !== undefined);
}

/** A token's text, which begins at `from`, with the figures that begin in it. */
function cut(text: string, from: number, figures: readonly Placed[]): ElementContent[] {
  const children: ElementContent[] = [];
  const to = from + text.length;
  let at = from;
  const write = (until: number) => {
    if (until > at) children.push({ type: 'text', value: text.slice(at - from, until - from) });
  };
  for (const { start, end, piece } of figures) {
    if (end <= at || start >= to) continue;
    if (start >= at) {
      write(start);
      children.push(pieceElement(piece));
    }
    at = Math.min(to, end);
  }
  write(to);
  return children;
}

const isEmpty = (token: ElementContent) => token.type === 'element' && token.children.length === 0;
