import type { ShikiConfig } from 'astro';
import type { Element, ElementContent } from 'hast';
import { type MarkedPiece, readMarks } from '../../library/figureMark.ts';
import { placeFigures } from './placeFigures.ts';

type Transformer = NonNullable<ShikiConfig['transformers']>[number];

/** Languages whose lines are drawings made of characters: they keep their alignment, and scroll. */
const drawn = new Set(['text', 'txt', 'ascii', 'plaintext']);

/**
 * How code becomes markup. Colours are classes and not styles, which a strict content security policy
 * forbids and which would be most of a page's weight; see styles/code.css.
 */
export const codeBlocks = {
  theme: 'css-variables',
  transformers: [lean()],
} satisfies ShikiConfig | Partial<ShikiConfig>;

function lean(): Transformer {
  const piecesOf = new WeakMap<object, MarkedPiece[]>();
  return {
    name: 'lean-code',
    preprocess(code, options) {
      options.mergeSameStyleTokens = true;
      // What is highlighted has no marks; they are found again by how far along they stand.
      const pieces = readMarks(code);
      piecesOf.set(this.meta, pieces);
      return pieces.map(({ text }) => text).join('');
    },
    span(node) {
      const name = tokenClass(String(node.properties['style'] ?? ''));
      node.properties = name === undefined ? {} : { class: name };
    },
    code(node) {
      const lines = node.children.filter((child) => child.type === 'element');
      placeFigures(lines, piecesOf.get(this.meta) ?? []);
      node.properties = {};
      node.children = drawn.has(this.options.lang)
        ? lines.flatMap((line, index) => [...(index > 0 ? [newline] : []), ...plain(line)])
        : lines.map(wrappingLine);
    },
    pre(node) {
      const { lang } = this.options;
      node.properties = drawn.has(lang)
        ? {
            dataLanguage: lang,
            tabindex: 0,
            role: 'group',
            'aria-label': 'Text that scrolls sideways if it is wide',
          }
        : { dataLanguage: lang, class: 'wrap' };
    },
    root(root) {
      const button: Element = {
        type: 'element',
        tagName: 'button',
        properties: { type: 'button', class: 'copy-code', 'data-scripted': '' },
        children: [{ type: 'text', value: 'Copy' }],
      };
      const [pre] = root.children;
      if (pre?.type !== 'element') return;
      const children = [pre, button];
      root.children = [
        { type: 'element', tagName: 'div', properties: { class: 'code' }, children },
      ];
    },
  };
}

const newline = { type: 'text', value: '\n' } as const;

/** Kinds of token that have a colour, by Shiki's name, and the class that gives it. */
const colours: Readonly<Record<string, string>> = {
  comment: 'c',
  keyword: 'k',
  function: 'f',
  string: 's',
  'string-expression': 's',
  link: 's',
  constant: 'n',
  parameter: 'p',
};

/** The class of a token, given its style: `color:var(--astro-code-token-string)`. */
function tokenClass(style: string): string | undefined {
  const token = /--astro-code-token-([a-z-]+)/.exec(style)?.[1];
  return token === undefined ? undefined : colours[token];
}

/** What stands in a line, without elements that say nothing. */
function plain(line: Element): ElementContent[] {
  return line.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'span' && child.properties['class'] === undefined
      ? child.children
      : [child],
  );
}

/** A line that hangs by its own indentation where it is too long for the screen. */
function wrappingLine(line: Element): Element {
  const children = plain(line);
  const [first] = children;
  const start = first?.type === 'element' ? first.children[0] : first;
  const indent = start?.type === 'text' ? (/^ */.exec(start.value)?.[0].length ?? 0) : 0;
  const step = Math.min(Math.floor(indent / 2) * 2, 12);
  return {
    type: 'element',
    tagName: 'span',
    properties: step === 0 ? {} : { class: `i${step}` },
    children: [...children, newline],
  };
}
