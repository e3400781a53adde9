/** A CSS selector of the kinds that mermaid writes, taken apart. */
export interface Selector {
  /** From the left; each but the first says how it hangs on the one before. */
  compounds: readonly Compound[];
  /** Every class that some element of the chain must have; a quick way to say no. */
  needed: readonly string[];
  /** Ids, classes and attributes, tags: one number, higher wins. */
  specificity: number;
}

interface Compound {
  combinator: ' ' | '>' | '+' | '~';
  tag: string | undefined;
  id: string | undefined;
  classes: readonly string[];
  attributes: readonly Attribute[];
  first: boolean;
  last: boolean;
  not: readonly Compound[];
  never: boolean;
}

interface Attribute {
  name: string;
  operator: string;
  value: string;
}

/** Reads one selector without commas. Pseudo-elements and states that a still picture has not match nothing. */
export function parseSelector(text: string): Selector {
  const compounds: Compound[] = [];
  let combinator: Compound['combinator'] = ' ';
  const parts = /\s*[>+~]\s*|\s+|(?:\[[^\]]*\]|\([^)]*\)|[^\s>+~[(])+/g;
  for (const [part] of text.trim().matchAll(parts)) {
    const bare = part.trim();
    if (bare === '') combinator = ' ';
    else if (bare === '>' || bare === '+' || bare === '~') combinator = bare;
    else {
      compounds.push(parseCompound(bare, combinator));
      combinator = ' ';
    }
  }
  const sideways = compounds.some((part) => part.combinator === '+' || part.combinator === '~');
  return {
    compounds,
    needed: sideways ? [] : compounds.flatMap(({ classes }) => classes),
    specificity: compounds.reduce((sum, part) => sum + weigh(part), 0),
  };
}

function parseCompound(text: string, combinator: Compound['combinator']): Compound {
  const attributes: Attribute[] = [];
  const not: Compound[] = [];
  const rest = text
    .replace(
      /\[\s*([\w-]+)\s*(?:([*^$~|]?=)\s*["']?([^"'\]]*)["']?)?\s*\]/g,
      (_, name: string, operator?: string, value?: string) => {
        attributes.push({ name, operator: operator ?? '', value: value ?? '' });
        return '';
      },
    )
    .replace(/:not\(([^)]*)\)/g, (_, inside: string) => {
      not.push(...inside.split(',').map((one) => parseCompound(one.trim(), ' ')));
      return '';
    });
  const pseudos: readonly string[] = rest.match(/::?[\w-]+(?:\([^)]*\))?/g) ?? [];
  return {
    combinator,
    tag: /^[a-z][\w-]*/i.exec(rest)?.[0].toLowerCase(),
    id: /#([\w-]+)/.exec(rest)?.[1],
    classes: [...rest.matchAll(/\.([\w-]+)/g)].map(([, name]) => name ?? ''),
    attributes,
    first: pseudos.includes(':first-child'),
    last: pseudos.includes(':last-child'),
    not,
    never: pseudos.some((pseudo) => ![':first-child', ':last-child'].includes(pseudo)),
  };
}

function weigh({ id, classes, attributes, tag, first, last, not }: Compound): number {
  const middle = classes.length + attributes.length + Number(first) + Number(last);
  const inside = Math.max(0, ...not.map(weigh));
  return (id ? 10_000 : 0) + middle * 100 + (tag ? 1 : 0) + inside;
}

/** An element as selectors see it, with what it hangs on, read once: asking a DOM over and over is slow. */
export interface Link {
  element: Element;
  tag: string;
  id: string;
  classes: readonly string[];
  parent: Link | undefined;
  /** Its own classes and those of all that it hangs on. */
  allClasses: ReadonlySet<string>;
}

/** Links of elements that were read before; good as long as nothing changes in the document. */
export type Links = Map<Element, Link>;

/** The link of an element and, through it, of all its ancestors. */
export function linkOf(element: Element, links: Links): Link {
  const known = links.get(element);
  if (known) return known;
  const parent = element.parentElement ? linkOf(element.parentElement, links) : undefined;
  const link = readLink(element, parent);
  links.set(element, link);
  return link;
}

function readLink(element: Element, parent: Link | undefined): Link {
  const classes = (element.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
  const above = parent?.allClasses ?? none;
  return {
    element,
    tag: element.tagName.toLowerCase(),
    id: element.getAttribute('id') ?? '',
    classes,
    parent,
    allClasses: classes.length === 0 ? above : new Set([...above, ...classes]),
  };
}

const none: ReadonlySet<string> = new Set();

/** Whether an element is one that the selector means. */
export function matches(link: Link, { compounds, needed }: Selector): boolean {
  return (
    needed.every((name) => link.allClasses.has(name)) &&
    matchesFrom(link, compounds, compounds.length - 1)
  );
}

function matchesFrom(link: Link | undefined, compounds: readonly Compound[], at: number): boolean {
  const compound = compounds[at];
  if (!link || !compound || !fits(link, compound)) return false;
  if (at === 0) return true;
  if (compound.combinator === '>') return matchesFrom(link.parent, compounds, at - 1);
  if (compound.combinator === ' ') {
    for (let up = link.parent; up; up = up.parent) {
      if (matchesFrom(up, compounds, at - 1)) return true;
    }
    return false;
  }
  for (
    let other = link.element.previousElementSibling;
    other;
    other = other.previousElementSibling
  ) {
    if (matchesFrom(readLink(other, link.parent), compounds, at - 1)) return true;
    if (compound.combinator === '+') return false;
  }
  return false;
}

function fits(link: Link, compound: Compound): boolean {
  const { element, tag, id, classes } = link;
  return (
    !compound.never &&
    (compound.tag === undefined || compound.tag === tag) &&
    (compound.id === undefined || compound.id === id) &&
    compound.classes.every((name) => classes.includes(name)) &&
    compound.attributes.every((attribute) => hasAttribute(element, attribute)) &&
    (!compound.first || element.previousElementSibling === null) &&
    (!compound.last || element.nextElementSibling === null) &&
    !compound.not.some((other) => fits(link, other))
  );
}

function hasAttribute(element: Element, { name, operator, value }: Attribute): boolean {
  const actual = element.getAttribute(name);
  if (actual === null) return false;
  switch (operator) {
    case '':
      return true;
    case '=':
      return actual === value;
    case '*=':
      return actual.includes(value);
    case '^=':
      return actual.startsWith(value);
    case '$=':
      return actual.endsWith(value);
    case '~=':
      return actual.split(/\s+/).includes(value);
    default:
      return false;
  }
}

/** A class, id or tag that any match of the selector has; narrows the search. */
export function keyOf({ compounds }: Selector): string {
  const last = compounds.at(-1);
  const [first] = last?.classes ?? [];
  if (last?.id) return `#${last.id}`;
  if (first) return `.${first}`;
  return last?.tag ?? '*';
}
