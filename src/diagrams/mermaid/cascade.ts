import { chainOf, keyOf, matches, parseSelector, type Selector } from './selector.ts';

/** The properties that say how a shape or a text looks; all are presentation attributes of SVG. */
export const properties = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'paint-order',
  'opacity',
  'display',
  'visibility',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'text-anchor',
  'text-decoration',
  'dominant-baseline',
  'alignment-baseline',
  'letter-spacing',
  'marker-start',
  'marker-mid',
  'marker-end',
  'clip-path',
] as const;

export type Property = (typeof properties)[number];

const known: ReadonlySet<string> = new Set(properties);

/** Properties that an element does not take from its parent, with what they are when nobody says. */
export const uninherited: Readonly<Partial<Record<Property, string>>> = {
  opacity: '1',
  display: 'inline',
  'text-decoration': 'none',
  'alignment-baseline': 'auto',
  'clip-path': 'none',
};

/** What the inherited ones are at the root. */
export const initial: Readonly<Partial<Record<Property, string>>> = {
  fill: '#000',
  'fill-opacity': '1',
  'fill-rule': 'nonzero',
  stroke: 'none',
  'stroke-width': '1',
  'stroke-opacity': '1',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'paint-order': 'normal',
  visibility: 'visible',
  'font-family': '',
  'font-size': '16px',
  'font-weight': '400',
  'font-style': 'normal',
  'text-anchor': 'start',
  'dominant-baseline': 'auto',
  'letter-spacing': 'normal',
  'marker-start': 'none',
  'marker-mid': 'none',
  'marker-end': 'none',
};

interface Rule {
  selector: Selector;
  order: number;
  declarations: readonly Declaration[];
}

interface Declaration {
  property: Property;
  value: string;
  important: boolean;
}

/** A parsed style sheet, its rules by the key of their selector. */
type Sheet = ReadonlyMap<string, readonly Rule[]>;

/** Mermaid fills a style element before it puts it in, and then leaves it alone. */
const sheets = new WeakMap<Element, Sheet>();

function sheetOf(style: Element): Sheet {
  const cached = sheets.get(style);
  if (cached) return cached;
  const sheet = new Map<string, Rule[]>();
  const flat = (style.textContent ?? '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  let order = 0;
  for (const [, selectors = '', body = ''] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = parseDeclarations(body);
    if (declarations.length === 0) continue;
    for (const text of splitSelectors(selectors)) {
      const selector = parseSelector(text);
      const key = keyOf(selector);
      const rules = sheet.get(key) ?? [];
      rules.push({ selector, order: order++, declarations });
      sheet.set(key, rules);
    }
  }
  sheets.set(style, sheet);
  return sheet;
}

function splitSelectors(text: string): string[] {
  return text.split(/,(?![^(]*\))/);
}

/** Reads `a: b; c: d !important`, keeping what bears on looks. */
function parseDeclarations(text: string): Declaration[] {
  return text.split(/;(?![^(]*\))/).flatMap((part) => {
    const at = part.indexOf(':');
    const property = part.slice(0, at).trim();
    const raw = part.slice(at + 1).trim();
    const value = raw.replace(/\s*!important$/, '');
    if (at < 0 || value === '' || !isProperty(property)) return [];
    return [{ property, value, important: value !== raw }];
  });
}

function isProperty(name: string): name is Property {
  return known.has(name);
}

/**
 * What is declared for an element itself: presentation attributes, then rules by weight, then the
 * style attribute, `!important` above all. Inheritance is the caller's.
 */
export function declared(element: Element): ReadonlyMap<Property, string> {
  const known = memo?.get(element);
  if (known) return known;
  const fresh = declare(element);
  memo?.set(element, fresh);
  return fresh;
}

let memo: Map<Element, ReadonlyMap<Property, string>> | undefined;

/** Runs something that doesn't change the document, so that what is found once holds throughout. */
export function steady<Result>(body: () => Result): Result {
  if (memo) return body();
  memo = new Map();
  try {
    return body();
  } finally {
    memo = undefined;
  }
}

function declare(element: Element): ReadonlyMap<Property, string> {
  const found: { property: Property; value: string; rank: number }[] = [];
  for (const { name, value } of element.attributes) {
    if (isProperty(name) && value !== '') found.push({ property: name, value, rank: -1 });
  }
  for (const { selector, order, declarations } of rulesFor(element)) {
    for (const { property, value, important } of declarations) {
      const rank = selector.specificity * 10_000 + order + (important ? 1e12 : 0);
      found.push({ property, value, rank });
    }
  }
  for (const { property, value, important } of parseDeclarations(
    element.getAttribute('style') ?? '',
  )) {
    found.push({ property, value, rank: important ? 1e13 : 1e11 });
  }
  found.sort((a, b) => a.rank - b.rank);
  return new Map(found.map(({ property, value }) => [property, value]));
}

function rulesFor(element: Element): Rule[] {
  const chain = chainOf(element);
  const svg = chain.links.findLast(({ tag }) => tag === 'svg')?.element;
  const style = svg && [...svg.children].find((child) => child.tagName.toLowerCase() === 'style');
  const [link] = chain.links;
  if (!style || !link) return [];
  const sheet = sheetOf(style);
  const keys = ['*', link.tag, `#${link.id}`, ...link.classes.map((name) => `.${name}`)];
  return keys
    .flatMap((key) => sheet.get(key) ?? [])
    .filter(({ selector }) => matches(chain, selector));
}

/** The value of one property, inherited where it is inherited. */
export function computed(element: Element, property: Property): string {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = declared(at).get(property);
    if (value !== undefined && value !== 'inherit') return value;
    if (property in uninherited) return uninherited[property] ?? '';
  }
  return initial[property] ?? '';
}

/** Inter's, in em. */
const xHeight = 0.546;

/** The font size in px, `em`, `rem` and `%` resolved. */
export function fontSize(element: Element): number {
  let scale = 1;
  for (let at: Element | null = element; at; at = at.parentElement) {
    const value = declared(at).get('font-size');
    if (value === undefined || value === 'inherit') continue;
    const number = Number.parseFloat(value);
    if (Number.isNaN(number)) continue;
    if (value.endsWith('rem')) return number * 16 * scale;
    if (value.endsWith('ex')) scale *= number * xHeight;
    else if (value.endsWith('em')) scale *= number;
    else if (value.endsWith('%')) scale *= number / 100;
    else return number * scale;
  }
  return 16 * scale;
}

/** The font weight as a number. */
export function fontWeight(element: Element): number {
  const value = computed(element, 'font-weight');
  if (value === 'bold' || value === 'bolder') return 700;
  return Number.parseInt(value, 10) || 400;
}
