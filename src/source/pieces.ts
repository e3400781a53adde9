import type { Root, RootContent } from 'mdast';
import { findCode } from './code.ts';
import { parseAnew, walk } from './markdown.ts';

/** A stretch of a text that is parsed by itself. */
interface Piece {
  text: string;
  /** Lines, characters and columns that stand before it. */
  lines: number;
  offset: number;
  columns: number;
}

/** A piece ends at the first heading behind so many characters, else at a blank line, else anywhere. Fences stay whole. */
const enough = { heading: 3_000, blank: 6_000, any: 8_000, fence: 60_000 };
/** Longest line that is parsed as one; no line of prose is longer. */
const longestLine = 2_000;
/** Quotes in quotes deeper than this are read as if they stood here. */
const deepestQuote = 6;

/** The pieces of the text that was parsed last, with what stood before each. */
let known = new Map<string, { children: RootContent[]; at: Piece }>();

/**
 * Parses any text, of any size, in time that grows with its length: the parser takes the square of
 * it, so the text goes to it in pieces. A heading ends every open block but a fence, so that texts
 * with headings come out as from `parseMarkdown`; link definitions hold in their own piece only.
 * While one types, only the piece that changed is parsed: the tree is good until the next call.
 */
export function parseInPieces(text: string): Root {
  const before = known;
  known = new Map();
  const children = cutPieces(text).flatMap((piece) => {
    const last = known.has(piece.text) ? undefined : before.get(piece.text);
    const parsed = last?.children ?? parseAnew(piece.text).children;
    move(parsed, last?.at ?? { ...piece, lines: 0, offset: 0, columns: 0 }, piece);
    known.set(piece.text, { children: parsed, at: piece });
    return parsed;
  });
  return { type: 'root', children };
}

/** Moves trees from one place in a text to another. */
function move(children: readonly RootContent[], from: Piece, to: Piece): void {
  const lines = to.lines - from.lines;
  const offset = to.offset - from.offset;
  const columns = to.columns - from.columns;
  if (lines === 0 && offset === 0 && columns === 0) return;
  for (const { position } of walk(children)) {
    if (position === undefined) continue;
    for (const point of [position.start, position.end]) {
      if (point.line === from.lines + 1) point.column += columns;
      point.line += lines;
      point.offset = (point.offset ?? 0) + offset;
    }
  }
}

function cutPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = { lines: 0, offset: 0, columns: 0 };
  let at = 0;
  const cut = (lines: number, offset: number, columns = 0) => {
    if (offset > start.offset)
      pieces.push({ ...start, text: calm(text.slice(start.offset, offset)) });
    start = { lines, offset, columns };
  };
  const lines = text.split('\n');
  const code = findCode(lines);
  for (const [index, line] of lines.entries()) {
    const length = at - start.offset;
    const isFree = (code[index]?.part ?? 'start') === 'start';
    const isHeading = isFree && /^#{1,6}\s/.test(line);
    const isBlank = isFree && text[at - 2] === '\n' && /^[^\s\-*+\d|>]/.test(line);
    if (
      (isHeading && length > enough.heading) ||
      (isBlank && length > enough.blank) ||
      length > (isFree ? enough.any : enough.fence)
    )
      cut(index, at);
    if (line.length > longestLine) {
      cut(index, at);
      for (let column = longestLine; column < line.length; column += longestLine)
        cut(index, at + column, column);
    }
    at += line.length + 1;
  }
  cut(0, text.length);
  return pieces;
}

/** Takes out what makes deep trees, keeping every place. */
function calm(text: string): string {
  if (!/(?:>[ \t]{0,3}){7}/.test(text)) return text;
  return text.replace(/^(?:[ \t]{0,3}>){7,}/gm, (quotes) =>
    quotes.replaceAll('>', (sign, place: number) =>
      quotes.slice(0, place).split('>').length <= deepestQuote ? sign : ' ',
    ),
  );
}
