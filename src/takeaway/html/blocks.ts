import type { BlockContent, ListItem, Paragraph, RootContent, Table } from 'mdast';
import {
  attribute,
  type Element,
  findElement,
  hasClass,
  isElement,
  type Node,
  textOf,
} from './node.ts';
import { phrasesOf } from './phrases.ts';
import { isInline, isSilent } from './silent.ts';

/** Turns the nodes of a page's content into the blocks of its twin. */
export function blocksOf(nodes: readonly Node[], base: string): RootContent[] {
  const blocks: RootContent[] = [];
  let line: Node[] = [];
  const endLine = () => {
    blocks.push(...paragraph(line, base));
    line = [];
  };
  for (const node of nodes) {
    if (isElement(node) && isSilent(node)) continue;
    if (isInline(node)) {
      line.push(node);
    } else if (isElement(node)) {
      endLine();
      blocks.push(...readBlock(node, base));
    }
  }
  endLine();
  return blocks;
}

function paragraph(nodes: readonly Node[], base: string): Paragraph[] {
  const children = phrasesOf(nodes, base);
  return children.length === 0 ? [] : [{ type: 'paragraph', children }];
}

function readBlock(element: Element, base: string): RootContent[] {
  const { tagName, childNodes } = element;
  const depth = /^h([1-6])$/.exec(tagName)?.[1];
  if (depth !== undefined) {
    const children = phrasesOf(childNodes, base);
    return [{ type: 'heading', depth: Number(depth) as 1 | 2 | 3 | 4 | 5 | 6, children }];
  }
  switch (tagName) {
    case 'p':
    case 'summary':
    case 'figcaption':
    case 'caption':
    case 'legend':
      return paragraph(childNodes, base);
    case 'dt':
      return paragraph(childNodes, base).map(({ children }) => ({
        type: 'paragraph',
        children: [{ type: 'strong', children }],
      }));
    case 'ul':
    case 'ol':
      return readList(element, base);
    case 'table':
      return readTable(element, base);
    case 'pre':
      return [
        { type: 'code', lang: attribute(element, 'data-language') ?? null, value: codeOf(element) },
      ];
    case 'blockquote':
      return [{ type: 'blockquote', children: asBlocks(blocksOf(childNodes, base)) }];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'figure':
      return hasClass(element, 'diagram') ? readDiagram(element) : blocksOf(childNodes, base);
    default:
      if (hasClass(element, 'callout')) {
        return [{ type: 'blockquote', children: asBlocks(blocksOf(childNodes, base)) }];
      }
      return blocksOf(childNodes, base);
  }
}

/** What may stand inside a list or a quotation; definitions and front matter never come from HTML. */
function asBlocks(blocks: readonly RootContent[]): BlockContent[] {
  return blocks as BlockContent[];
}

/** A list; where its items have headings, they are sections and no list. */
function readList(element: Element, base: string): RootContent[] {
  const items = element.childNodes
    .filter((node) => isElement(node) && node.tagName === 'li' && !isSilent(node))
    .map((node) => blocksOf('childNodes' in node ? node.childNodes : [], base));
  if (items.flat().some(({ type }) => type === 'heading')) return items.flat();
  const children = items.map((blocks): ListItem => ({
    type: 'listItem',
    spread: false,
    children: asBlocks(blocks),
  }));
  const ordered = element.tagName === 'ol';
  return children.length === 0 ? [] : [{ type: 'list', ordered, spread: false, children }];
}

function readTable(element: Element, base: string): Table[] {
  const rows = elementsBelow(element, 'tr').map((row) => ({
    type: 'tableRow' as const,
    children: row.childNodes
      .filter((node) => isElement(node) && /^t[hd]$/.test(node.tagName))
      .map((cell) => ({
        type: 'tableCell' as const,
        children: phrasesOf('childNodes' in cell ? cell.childNodes : [], base),
      })),
  }));
  return rows.length === 0 ? [] : [{ type: 'table', children: rows }];
}

function elementsBelow(element: Element, name: string): Element[] {
  return element.childNodes
    .filter(isElement)
    .flatMap((child) => (child.tagName === name ? [child] : elementsBelow(child, name)));
}

/** The text of a code block, without the break that ends its last line. */
function codeOf(element: Element): string {
  return textOf(element).replace(/\n$/, '');
}

/** Mermaid gives its source; a whiteboard is linked with what it shows. */
function readDiagram(element: Element): RootContent[] {
  const source = attribute(element, 'data-source');
  if (source !== undefined) {
    const caption = findElement(element.childNodes, ({ tagName }) => tagName === 'figcaption');
    const alt = caption === undefined ? '' : textOf(caption);
    return [{ type: 'paragraph', children: [{ type: 'image', url: source, alt }] }];
  }
  const pre = findElement(element.childNodes, ({ tagName }) => tagName === 'pre');
  return pre === undefined ? [] : [{ type: 'code', lang: 'mermaid', value: codeOf(pre) }];
}
