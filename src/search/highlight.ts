/** Name of the highlight in the style sheet. */
const name = 'search';

/** More marks than these tell nobody anything. */
const most = 300;

/**
 * Highlights words in the section with an id, without touching the page's markup
 * (https://developer.mozilla.org/docs/Web/API/CSS_Custom_Highlight_API).
 */
export function highlight(id: string, words: readonly string[]): void {
  if (!('highlights' in CSS)) return;
  const wanted = words.filter((word) => word !== '');
  const target = document.getElementById(id);
  if (target === null || wanted.length === 0) return;
  const longestFirst = [...wanted].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  );
  const ranges = textNodes(target).flatMap((node) =>
    [...node.data.matchAll(pattern)].map(({ index, 0: found }) => {
      const range = new Range();
      range.setStart(node, index);
      range.setEnd(node, index + found.length);
      return range;
    }),
  );
  CSS.highlights.set(name, new Highlight(...ranges.slice(0, most)));
  addEventListener('keydown', ({ key }) => key === 'Escape' && CSS.highlights.delete(name));
}

/** A word as a pattern that matches it alone, since anybody may have written where it was kept. */
function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The texts of a section: of a heading and all up to the next of its level, or of an element. */
function textNodes(target: HTMLElement): Text[] {
  const isHeading = /^H[1-6]$/.test(target.tagName);
  const root = isHeading ? (target.closest('main') ?? document.body) : target;
  const headings = isHeading ? [...root.querySelectorAll(target.tagName)] : [];
  const end = headings[headings.indexOf(target) + 1];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const nodes: Text[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const after = target.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_FOLLOWING;
    const before =
      end === undefined || end.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;
    if (node instanceof Text && after && before) nodes.push(node);
  }
  return nodes;
}
