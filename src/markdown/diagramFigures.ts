import { type MarkedPiece, readMarks, unmarked } from '../library/figureMark.ts';
import { escapeText } from '../markup.ts';

/** A figure of a diagram with the words around it, as far as its label goes. */
interface Label {
  before: string;
  piece: MarkedPiece;
  after: string;
}

/**
 * Figures in a diagram: they are drawn as words, and where a label stands whole in the drawing its
 * figure becomes an element, as in the source below it.
 */
export function diagramFigures(marked: string): {
  source: string;
  finish: (figure: string) => string;
} {
  const pieces = readMarks(marked);
  const source = unmarked(marked);
  const labels = pieces.flatMap((piece, at): Label[] => {
    if (piece.figure === undefined) return [];
    const before = /[^\n:"[\]|{}<>]*$/.exec(pieces[at - 1]?.text ?? '')?.[0] ?? '';
    const after = /^[^\n:"[\]|{}<>]*/.exec(pieces[at + 1]?.text ?? '')?.[0] ?? '';
    return [{ before: before.trimStart(), piece, after: after.trimEnd() }];
  });
  if (labels.length === 0) return { source, finish: (figure) => figure };
  const listing = pieces.map((piece) => element('data', piece)).join('');
  return {
    source,
    finish: (figure) =>
      labels
        .reduce(follow, figure)
        .replace(`>${escapeText(source)}</code>`, () => `>${listing}</code>`),
  };
}

/** Makes elements of a label's figure wherever the label is drawn, and in what is said of it. */
function follow(figure: string, { before, piece, after }: Label): string {
  const [head, tail] = [escapeText(before), escapeText(after)];
  const label = `>${head}${escapeText(piece.text)}${tail}</`;
  return ['text', 'tspan', 'p'].reduce((html, tag) => {
    const made = element(tag === 'p' ? 'data' : 'tspan', piece);
    return html.replaceAll(`${label}${tag}>`, () => `>${head}${made}${tail}</${tag}>`);
  }, figure);
}

function element(tag: 'data' | 'tspan', { text, figure }: MarkedPiece): string {
  if (figure === undefined) return escapeText(text);
  const attributes = Object.entries(figure)
    .filter(([name]) => tag === 'data' || name !== 'value')
    .map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${attributes.join('')}>${escapeText(text)}</${tag}>`;
}
