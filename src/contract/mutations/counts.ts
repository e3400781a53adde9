import type { Nodes, RootContent } from 'mdast';
import type { Need } from '../../schemas/need.ts';
import { plainText, walk } from '../../source/markdown.ts';
import { findDiagrams, isDrawing } from '../diagrams.ts';
import { findLabel, findLabels } from '../labels.ts';
import {
  type Copy,
  type Damage,
  type Door,
  line,
  type Page,
  type PageSection,
  type Span,
  spanOf,
  withLines,
  without,
} from './page.ts';

type Counted = Extract<Need, { min?: number | undefined; max?: number | undefined }>;

/** What a need counts in a section, and the lines at which a wrong count may be told. */
interface Elements {
  spans: Span[];
  at: number[];
}

const isQuestion = (node: Nodes) => /\?["”’)*_\s]*$/.test(plainText(node));

/** The list items of some nodes, at the top level only. */
function itemsOf(nodes: readonly Nodes[]): Nodes[] {
  return nodes.flatMap((node): Nodes[] => (node.type === 'list' ? node.children : []));
}

/** Finds what each kind of need counts, by means of its own. */
const finders: {
  [K in Counted['kind']]?: (page: Page, found: PageSection, need: never) => Nodes[];
} = {
  questions: (_, { nodes }) => [
    ...itemsOf(nodes).filter((item) => isFlat(item) && isQuestion(item)),
    ...nodes.filter((node) => node.type === 'heading' && isQuestion(node)),
  ],
  items: (_, { nodes }, need: Extract<Need, { kind: 'items' }>) => {
    if (need.under === undefined) return itemsOf(nodes);
    return itemsOf(findLabel(findLabels(nodes), need.under)?.content ?? []);
  },
  tables: (_, { nodes }) => [...walk(nodes)].filter(({ type }) => type === 'table'),
  callouts: (_, { nodes }) => [...walk(nodes)].filter(({ type }) => type === 'blockquote'),
  diagrams: (_, { nodes }, need: Extract<Need, { kind: 'diagrams' }>) =>
    findDiagrams(nodes)
      .filter(
        ({ medium, type }) =>
          need.media.includes(medium) &&
          (need.types === undefined || (type !== undefined && need.types.includes(type))),
      )
      .map(({ node }) => node),
  code: (_, { nodes }, need: Extract<Need, { kind: 'code' }>) =>
    [...walk(nodes)].filter(
      (node) =>
        node.type === 'code' &&
        node.lang !== 'mermaid' &&
        (need.languages.includes('any')
          ? !isDrawing(node.lang ?? '', node.value)
          : need.languages.includes(node.lang ?? '')),
    ),
};

/** A list item without a list below it. */
function isFlat(item: Nodes): boolean {
  return ![...walk('children' in item ? (item.children as Nodes[]) : [])].some(
    ({ type }) => type === 'list',
  );
}

function elementsOf(page: Page, found: PageSection, need: Counted): Elements {
  const label =
    need.kind === 'items' && need.under !== undefined
      ? findLabel(findLabels(found.nodes), need.under)
      : undefined;
  const at = [found.heading, ...(label === undefined ? [] : [spanOf(page, label.node).from])];
  if (need.kind === 'qa') return { spans: pairsOf(page, found), at };
  const nodes = finders[need.kind]?.(page, found, need as never) ?? [];
  return { spans: nodes.map((node) => spanOf(page, node)), at };
}

/** Sub-headings that ask, each with its answer. */
export function pairsOf(page: Page, { nodes, end }: PageSection): Span[] {
  const headings = nodes.filter(({ type }) => type === 'heading');
  return headings.flatMap((node: RootContent, index): Span[] => {
    const next = headings[index + 1];
    const to = (next === undefined ? end : spanOf(page, next).from) - 1;
    return isQuestion(node) ? [{ from: spanOf(page, node).from, to }] : [];
  });
}

const isCounted = (need: Need): need is Counted => 'min' in need || 'max' in need;

/** Every need of a section that counts something which is now within its limits. */
function eachCount(
  page: Page,
  kind: string,
  change: (elements: Elements, need: Counted) => Copy | undefined,
): (() => Copy)[] {
  return page.sections.flatMap((found) => {
    const { unless } = found.section;
    if (unless !== undefined && found.source.includes(unless)) return [];
    return found.section.needs.filter(isCounted).flatMap((need) => {
      if (need.kind !== kind) return [];
      const elements = elementsOf(page, found, need);
      const { length } = elements.spans;
      const { min = 0, max = Number.POSITIVE_INFINITY } = need;
      const copy = length >= min && length <= max ? change(elements, need) : undefined;
      return copy === undefined ? [] : [() => copy];
    });
  });
}

/** One too few: as many are taken out as leave one less than the least. */
function tooFew(page: Page, { spans, at }: Elements, { kind, min = 0 }: Counted): Copy | undefined {
  if (min < 1) return undefined;
  const gone = spans.slice(min - 1);
  const lines = without(page.lines, ...gone);
  return { lines, at: shifted(at, gone), rules: [`need-${kind}`, 'section-empty'] };
}

/** One too many: the last one again and again, until there is one more than the most. */
function tooMany(page: Page, { spans, at }: Elements, { kind, max }: Counted): Copy | undefined {
  const last = spans.at(-1);
  if (max === undefined || last === undefined) return undefined;
  const again = page.lines.slice(last.from, last.to + 1);
  const added = Array.from({ length: max + 1 - spans.length }, () => [
    ...(kind === 'items' || kind === 'questions' ? [] : ['']),
    ...again,
  ]).flat();
  const lines = withLines(page.lines, last.to + 1, added);
  return { lines, at: shifted(at, []), rules: [`need-${kind}`] };
}

/** The lines of a heading or label, after lines above were taken out. */
function shifted(at: readonly number[], gone: readonly Span[]): Span {
  const moved = at.map((one) => one - gone.filter(({ to }) => to < one).reduce(sizeOf, 0));
  return { from: Math.min(...moved), to: Math.max(...moved) };
}

function sizeOf(sum: number, { from, to }: Span): number {
  return sum + to - from + 1;
}

const kinds = {
  questions: 'question',
  qa: 'question with its answer',
  items: 'list item',
  tables: 'table',
  callouts: 'callout',
  diagrams: 'diagram',
  code: 'code fence',
} as const;

const bothDoors: readonly Door[] = ['strict', 'tolerant'];

const fewer = Object.entries(kinds).map(([kind, noun]): Damage => ({
  kind: `${noun} removed, one too few`,
  // A visitor's quotation counts as a callout, and questions are looked for in other forms.
  doors: kind === 'callouts' || kind === 'qa' ? ['strict'] : bothDoors,
  places: (page) => eachCount(page, kind, (elements, need) => tooFew(page, elements, need)),
}));

const more = Object.entries(kinds).map(([kind, noun]): Damage => ({
  kind: `${noun} added, one too many`,
  doors: kind === 'qa' ? ['strict'] : bothDoors,
  places: (page) => eachCount(page, kind, (elements, need) => tooMany(page, elements, need)),
}));

const workings: Damage = {
  kind: 'working reduced to its result, one too few',
  doors: ['strict'],
  places: (page) =>
    page.sections.flatMap(({ section, heading, end }) =>
      section.needs.flatMap((need) => {
        const { min = 0 } = need.kind === 'workings' ? need : {};
        if (min === 0) return [];
        let seen = 0;
        const shown = (text: string) =>
          text.replace(/\{\{= /g, (sign) => {
            seen += 1;
            return seen < min ? sign : '{{';
          });
        const lines = page.lines.map((text, at) => (at > heading && at < end ? shown(text) : text));
        return [() => ({ lines, at: line(heading), rules: ['need-workings'] })];
      }),
    ),
};

const sentences: Damage = {
  kind: 'sentence added, one too many',
  doors: bothDoors,
  places: (page) =>
    page.sections.flatMap(({ section, heading, end }) =>
      section.needs.flatMap((need) => {
        if (need.kind !== 'sentences' || need.max === undefined) return [];
        const added = 'This is one sentence more. '.repeat(need.max);
        return [
          () => ({
            lines: withLines(page.lines, end, [added, '']),
            at: line(heading),
            rules: ['need-sentences'],
          }),
        ];
      }),
    ),
};

export const countDamages = [...fewer, ...more, workings, sentences];
