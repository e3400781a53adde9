import {
  keyOf,
  type Link,
  type Links,
  linkOf,
  matches,
  parseSelector,
  type Selector,
} from './selector.ts';

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

/** Pictures of one kind have the same sheet, to the letter, unless their author adds to it. */
const sheets = new Map<string, Sheet>();

/** Sheets that are remembered. There are fewer kinds of pictures. */
const mostSheets = 50;

function sheetOf(text: string): Sheet {
  const known = sheets.get(text);
  if (known) return known;
  const sheet = new Map<string, Rule[]>();
  const flat = text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/@[\w-]+[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  let order = 0;
  for (const [, selectors = '', body = ''] of flat.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const declarations = parseDeclarations(body);
    if (declarations.length === 0) continue;
    for (const part of splitSelectors(selectors)) {
      const selector = parseSelector(part);
      const key = keyOf(selector);
      const rules = sheet.get(key) ?? [];
      rules.push({ selector, order: order++, declarations });
      sheet.set(key, rules);
    }
  }
  if (sheets.size >= mostSheets) sheets.clear();
  sheets.set(text, sheet);
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
  const known = memo?.declared.get(element);
  if (known) return known;
  const fresh = declare(element, memo ?? emptyMemo());
  memo?.declared.set(element, fresh);
  return fresh;
}

/** What was found out about a document that does not change meanwhile. */
interface Memo {
  declared: Map<Element, ReadonlyMap<Property, string>>;
  links: Links;
  /** The style sheet that each picture brings along. */
  pictures: Map<Element, Sheet | undefined>;
}

let memo: Memo | undefined;

function emptyMemo(): Memo {
  return { declared: new Map(), links: new Map(), pictures: new Map() };
}

/** Runs something that doesn't change the document, so that what is found once holds throughout. */
export function steady<Result>(body: () => Result): Result {
  if (memo) return body();
  memo = emptyMemo();
  try {
    return body();
  } finally {
    memo = undefined;
  }
}

function declare(element: Element, known: Memo): ReadonlyMap<Property, string> {
  const found: { property: Property; value: string; rank: number }[] = [];
  for (const name of element.getAttributeNames()) {
    const value = isProperty(name) ? element.getAttribute(name) : null;
    if (isProperty(name) && value) found.push({ property: name, value, rank: -1 });
  }
  for (const { selector, order, declarations } of rulesFor(linkOf(element, known.links), known)) {
    for (const { property, value, important } of declarations) {
      const rank = selector.specificity * 10_000 + order + (important ? 1e12 : 0);
      found.push({ property, value, rank });
    }
  }
  const style = element.getAttribute('style');
  for (const { property, value, important } of style ? parseDeclarations(style) : []) {
    found.push({ property, value, rank: important ? 1e13 : 1e11 });
  }
  found.sort((a, b) => a.rank - b.rank);
  return new Map(found.map(({ property, value }) => [property, value]));
}

function rulesFor(link: Link, known: Memo): Rule[] {
  const sheet = sheetFor(link, known);
  if (!sheet) return [];
  const keys = ['*', link.tag, `#${link.id}`, ...link.classes.map((name) => `.${name}`)];
  return keys
    .flatMap((key) => sheet.get(key) ?? [])
    .filter(({ selector }) => matches(link, selector));
}

/** The style sheet of the outermost picture that an element stands in. */
function sheetFor(link: Link, { pictures }: Memo): Sheet | undefined {
  let svg: Element | undefined;
  for (let at: Link | undefined = link; at; at = at.parent) if (at.tag === 'svg') svg = at.element;
  if (!svg) return undefined;
  if (pictures.has(svg)) return pictures.get(svg);
  const style = [...svg.children].find((child) => child.tagName.toLowerCase() === 'style');
  const sheet = style && sheetOf(style.textContent ?? '');
  pictures.set(svg, sheet);
  return sheet;
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
