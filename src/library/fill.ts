import type { Root } from 'mdast';
import type { Fault } from '../faults/fault.ts';
import {
  fillText,
  fillToken,
  type PlaceholderFault,
  type PlaceholderForm,
  scanPlaceholders,
} from '../quantities/placeholder.ts';
import type { Quantities, Quantity } from '../quantities/quantity.ts';
import { walk } from '../source/markdown.ts';
import { markFigure } from './figureMark.ts';
import { escapeAttribute, escapeText } from '../markup.ts';

/** A Markdown text whose figures were put in, once for the page and once for its twin. */
export interface FilledText {
  /** Markdown in which figures of the prose are `<data>` elements. */
  html: string;
  /** Markdown in which figures are words. */
  text: string;
  /** How many figures were put in. */
  figures: number;
  faults: Fault[];
}

/** A Markdown text, parsed, and where it stands. */
export interface MarkdownText {
  path: string;
  body: string;
  root: Root;
  /** Lines that stand before the body in its file. */
  linesBefore: number;
}

/** A figure of more characters than this may break across lines. */
const longestUnbroken = 24;

/** A stretch of a text, in code units; `isPlain` where a figure can only be words. */
interface Range {
  start: number;
  end: number;
  isPlain: boolean;
}

/**
 * Puts the figures into a Markdown text. In code and headings they are words with a mark, since an
 * element would show there as its own source; in images they are plain words.
 */
export function fillMarkdown(
  { path, body, root, linesBefore }: MarkdownText,
  quantities: Quantities,
): FilledText {
  const quiet = quietRanges(root);
  const tokens = scanPlaceholders(body);
  const html = tokens.map((token) => {
    const filling = fillToken(token, quantities);
    if (!filling.ok) return body.slice(token.start, token.end);
    if (token.kind !== 'quantity') return filling.text;
    const quantity = quantities.get(token.name);
    const range = quiet.find(({ start, end }) => token.start >= start && token.end <= end);
    if (quantity === undefined || range?.isPlain) return filling.text;
    const make = range === undefined ? figureElement : markFigure;
    return make(quantity, filling.text, token.form);
  });
  const { text, faults } = fillText(body, quantities);
  return {
    html: html.join(''),
    text,
    figures: tokens.filter(({ kind }) => kind === 'quantity').length,
    faults: faults.map((fault) => ({
      path,
      ...positionAt(body, fault.start, linesBefore),
      rule: fault.rule,
      message: fault.message,
      ...(fault.expected && { expected: fault.expected }),
    })),
  };
}

/** Faults of the placeholders in a text that is not Markdown of its own file. */
export function checkText(text: string, quantities: Quantities): PlaceholderFault[] {
  return fillText(text, quantities).faults;
}

/**
 * A number that knows where it comes from: it shows its working on hover, focus or tap. What it
 * prints is its value unless its form says otherwise, so that what-if can print another.
 */
export function figureElement(
  quantity: Quantity,
  shown: string,
  form: PlaceholderForm = 'value',
): string {
  const { id, value } = quantity;
  const attributes = [
    // A value stays on its line; a working may break at its operators.
    `class="${shown.length <= longestUnbroken ? 'figure unbroken' : 'figure'}"`,
    `value="${value}"`,
    `data-quantity="${id}"`,
    ...(form === 'value' ? [] : [`data-form="${form}"`]),
    'tabindex="0"',
    `data-working="${escapeAttribute(explain(quantity, shown))}"`,
  ];
  return `<data ${attributes.join(' ')}>${escapeText(shown)}</data>`;
}

/** HTML whose figures hold no working: for lists and paper, where most of the page would be that. */
export function withoutWorking(html: string): string {
  return html.replace(
    /<data class="figure(?: unbroken)?"([^>]*?) tabindex="0" data-working="[^"]*">/g,
    '<data$1>',
  );
}

/** Where a figure comes from: its working and exact value, or why it was assumed. */
function explain(quantity: Quantity, shown: string): string {
  if (quantity.kind === 'input') return `${quantity.label}, assumed: ${quantity.why}`;
  const { label, working, exact } = quantity;
  const lead = shown === working ? label : `${label}: ${working}`;
  return working.endsWith(exact) ? lead : `${lead} (exactly ${exact})`;
}

/** Code, headings and images: places where a figure can be no element yet. */
function quietRanges(root: Root): Range[] {
  return [...walk(root.children)].flatMap((node): Range[] => {
    if (!['code', 'inlineCode', 'heading', 'image'].includes(node.type)) return [];
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || end?.offset === undefined) return [];
    const isPlain = node.type === 'image';
    return [{ start: start.offset, end: end.offset, isPlain }];
  });
}

function positionAt(text: string, offset: number, linesBefore: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: linesBefore + before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
