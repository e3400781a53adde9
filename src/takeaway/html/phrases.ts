import type { PhrasingContent } from 'mdast';
import { shortScope } from '../../lean/shortScopes.ts';
import { attribute, type Element, isElement, isText, type Node, textOf } from './node.ts';
import { isSilent } from './silent.ts';

/** Between two pieces of a component that only their style sets apart. */
const between = ' · ';

/** Turns nodes that stand in a line into the phrases of a paragraph. */
export function phrasesOf(nodes: readonly Node[], base: string): PhrasingContent[] {
  return trim(merge(readPhrases(nodes, base)));
}

function readPhrases(nodes: readonly Node[], base: string): PhrasingContent[] {
  const phrases: PhrasingContent[] = [];
  let touching = false;
  for (const node of nodes) {
    if (isText(node)) {
      phrases.push({ type: 'text', value: node.value.replace(/\s+/g, ' ') });
      touching = false;
    } else if (isElement(node) && !isSilent(node)) {
      const read = readElement(node, base);
      if (read.length === 0) continue;
      if (touching && isPiece(node) && !/^\s/.test(textOf(node))) {
        phrases.push({ type: 'text', value: between });
      }
      phrases.push(...read);
      touching = isPiece(node) && !/\s$/.test(textOf(node));
    }
  }
  return phrases;
}

/** Whether an element belongs to a component with styles of its own, and is no part of a formula. */
function isPiece(element: Element): boolean {
  if (['label', 'input', 'output'].includes(element.tagName)) return false;
  return shortScope.test(attribute(element, 'class') ?? '');
}

function readElement(element: Element, base: string): PhrasingContent[] {
  const children = () => readPhrases(element.childNodes, base);
  switch (element.tagName) {
    case 'br':
      return [{ type: 'break' }];
    case 'code':
    case 'kbd':
    case 'samp':
      return [{ type: 'inlineCode', value: textOf(element).replace(/\s+/g, ' ').trim() }];
    case 'strong':
    case 'b':
      return wrap('strong', children());
    case 'em':
    case 'i':
      return wrap('emphasis', children());
    case 'del':
    case 's':
      return wrap('delete', children());
    case 'a':
      return readLink(element, base);
    case 'img':
      return readImage(element, base);
    case 'input':
      return attribute(element, 'type') === 'text'
        ? [{ type: 'text', value: `${attribute(element, 'value') ?? ''} ` }]
        : [];
    default:
      return children();
  }
}

function wrap(
  type: 'strong' | 'emphasis' | 'delete',
  children: PhrasingContent[],
): PhrasingContent[] {
  const inside = trim(merge(children));
  return inside.length === 0 ? [] : [{ type, children: inside }];
}

function readLink(element: Element, base: string): PhrasingContent[] {
  const all = readPhrases(element.childNodes, base);
  // Where a whole row of pieces is the link, its first piece is enough.
  const cut = all.findIndex((phrase) => phrase.type === 'text' && phrase.value === between);
  const inside = trim(merge(cut === -1 ? all : all.slice(0, cut)));
  const rest = cut === -1 ? [] : all.slice(cut);
  const label = attribute(element, 'aria-label');
  const children: PhrasingContent[] =
    inside.length > 0 || label === undefined ? inside : [{ type: 'text', value: label }];
  const href = attribute(element, 'href');
  if (children.length === 0 || href === undefined) return [...children, ...rest];
  return [{ type: 'link', url: resolveAddress(href, base), children }, ...rest];
}

function readImage(element: Element, base: string): PhrasingContent[] {
  const url = resolveAddress(attribute(element, 'src') ?? '', base);
  return [{ type: 'image', url, alt: attribute(element, 'alt') ?? '' }];
}

/** An address as it is from the site's root; anchors of the page stay. */
export function resolveAddress(href: string, base: string): string {
  if (href.startsWith('#') || /^[a-z]+:/i.test(href)) return href;
  const { pathname, search, hash } = new URL(href, `https://site${base}`);
  return pathname + search + hash;
}

/** Joins neighbouring texts and leaves one space where several met. */
function merge(phrases: readonly PhrasingContent[]): PhrasingContent[] {
  const merged: PhrasingContent[] = [];
  for (const phrase of phrases) {
    const last = merged.at(-1);
    if (phrase.type === 'text' && last?.type === 'text') {
      last.value = (last.value + phrase.value).replace(/\s+/g, ' ');
    } else {
      merged.push(phrase.type === 'text' ? { ...phrase } : phrase);
    }
  }
  return merged;
}

/** Takes white space from the ends. */
function trim(phrases: PhrasingContent[]): PhrasingContent[] {
  const first = phrases[0];
  const last = phrases.at(-1);
  if (first?.type === 'text') first.value = first.value.trimStart();
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return phrases.filter((phrase) => phrase.type !== 'text' || phrase.value !== '');
}
