import type { ListItem, RootContent } from 'mdast';
import { countWords } from '../prompt/count.ts';
import type { Need, NeedKind } from '../schemas/need.ts';
import { plainText, walk } from '../source/markdown.ts';
import { findDiagrams, isDrawing } from './diagrams.ts';
import { findLabel, findLabels, type Label, normaliseLabel } from './labels.ts';
import { countSentences, mentions, proseOf, type Speak } from './text.ts';

/** What a need is held against: a section, or a whole design. */
export interface Scope {
  nodes: readonly RootContent[];
  /** The Markdown as written. */
  source: string;
  speak?: Speak | undefined;
}

/** A need that is not met. */
export interface Shortfall {
  message: string;
  expected: string;
  /** The node at fault, where it is narrower than the scope. */
  node?: RootContent | undefined;
}

type NeedOf<K extends NeedKind> = Extract<Need, { kind: K }>;
type Meet<K extends NeedKind> = (need: NeedOf<K>, scope: Scope) => Shortfall[];

/** Holds one need against a scope. */
export function meetNeed(need: Need, scope: Scope): Shortfall[] {
  const meet = meets[need.kind] as Meet<typeof need.kind>;
  return meet(need as never, scope);
}

const meets: { [K in NeedKind]: Meet<K> } = {
  questions: (need, { nodes }) => limit(need, countQuestions(nodes), 'question'),

  items: (need, { nodes }) => {
    if (need.under === undefined) return limit(need, countItems(nodes), 'list item');
    const label = findLabel(findLabels(nodes), need.under);
    if (label === undefined) return [missing(`“${need.under}”`, 'as a sub-heading or bold lead')];
    const items = countItems(label.content as RootContent[]);
    return limit(need, items, `item under “${need.under}”`, label.node);
  },

  labels: (need, { nodes }) => {
    const labels = findLabels(nodes);
    return need.labels
      .filter((wanted) => findLabel(labels, wanted) === undefined)
      .map((wanted) => missing(`“${wanted}”`, 'a sub-heading or bold lead with these words'));
  },

  parts: (need, { nodes }) => checkParts(need.parts, findLabels(nodes)),

  answers: (need, { nodes, speak }) => {
    const labels = findLabels(nodes);
    return need.questions.flatMap((question) => {
      const label = findLabel(labels, question);
      if (label === undefined) {
        return [missing(`the mandatory question “${question}”`, 'as a sub-heading or bold lead')];
      }
      const words = countWords(proseOf(label.content, speak));
      return words >= need.words
        ? []
        : [
            {
              message: `“${question}” is answered in ${counted(words, 'word')}`,
              expected: `at least ${need.words}`,
              node: label.node,
            },
          ];
    });
  },

  qa: (need, { nodes, speak }) => {
    const pairs = findLabels(nodes).filter(
      ({ kind, text }) => kind === 'heading' && text.trimEnd().endsWith('?'),
    );
    return [
      ...limit(need, pairs.length, 'answered question'),
      ...pairs.flatMap((pair) => checkAnswerLength(pair, need.sentences, speak)),
    ];
  },

  sentences: (need, { nodes, speak }) =>
    limit(need, countSentences(proseOf(nodes, speak)), 'sentence'),

  tables: (need, { nodes }) => limit(need, count(nodes, 'table'), 'table'),

  code: (need, { nodes }) => {
    const blocks = [...walk(nodes)].filter(
      (node) =>
        node.type === 'code' &&
        node.lang !== 'mermaid' &&
        (need.languages.includes('any')
          ? !isDrawing(node.lang ?? '', node.value)
          : need.languages.includes(node.lang ?? '')),
    );
    return limit(need, blocks.length, `code block (${need.languages.join(', ')})`);
  },

  diagrams: (need, { nodes }) => {
    const found = findDiagrams(nodes).filter(
      ({ medium, type }) =>
        need.media.includes(medium) &&
        (need.types === undefined || (type !== undefined && need.types.includes(type))),
    );
    const name = [...(need.types ?? []), ...need.media].join(' or ');
    return limit(need, found.length, `diagram (${name})`);
  },

  callouts: (need, { nodes }) => {
    const callouts = [...walk(nodes)].filter(
      (node) => node.type === 'blockquote' && /^\[!\w+\]/.test(plainText(node).trim()),
    );
    return limit(need, callouts.length, 'callout');
  },

  workings: (need, { source }) =>
    limit(need, source.match(/\{\{= /g)?.length ?? 0, 'calculation shown in full'),

  mentions: (need, { source }) =>
    need.terms
      .filter((alternatives) => !alternatives.some((term) => mentions(source, term)))
      .map((alternatives) => missing(`any word on ${alternatives.join(' / ')}`, 'to be spoken of')),
};

/** Holds a count against limits. */
function limit(
  { min, max }: { min?: number | undefined; max?: number | undefined },
  found: number,
  noun: string,
  node?: RootContent,
): Shortfall[] {
  if ((min === undefined || found >= min) && (max === undefined || found <= max)) return [];
  const expected =
    min === max
      ? `exactly ${min}`
      : max === undefined
        ? `at least ${min}`
        : min === undefined
          ? `at most ${max}`
          : `${min} to ${max}`;
  return [{ message: counted(found, noun), expected, node }];
}

/** `1 table`, `3 tables (of some kind)`: the first word or pair of words takes the plural. */
export function counted(found: number, noun: string): string {
  if (found === 1) return `1 ${noun}`;
  const [whole = noun, rest = ''] =
    /^((?:list |code |answered )?\w+)(.*)$/.exec(noun)?.slice(1) ?? [];
  return `${found === 0 ? 'no' : found} ${whole}s${rest}`;
}

function missing(what: string, expected: string): Shortfall {
  return { message: `${what} is missing`, expected };
}

function checkParts(parts: readonly string[], labels: readonly Label[]): Shortfall[] {
  const headings = labels.filter(({ kind }) => kind === 'heading');
  const order = headings.map(({ text }) => normaliseLabel(text));
  let last = -1;
  return parts.flatMap((part): Shortfall[] => {
    const place = order.indexOf(normaliseLabel(part));
    const heading = headings[place];
    if (heading === undefined)
      return [missing(`“${part}”`, 'a sub-heading with exactly these words')];
    const early = place < last;
    last = Math.max(last, place);
    if (early) {
      return [
        { message: `“${part}” is out of order`, expected: parts.join(' → '), node: heading.node },
      ];
    }
    return heading.content.length > 0
      ? []
      : [{ message: `“${part}” is empty`, expected: 'text below it', node: heading.node }];
  });
}

function checkAnswerLength(
  { text, content, node }: Label,
  sentences: readonly [number, number] | undefined,
  speak: Speak | undefined,
): Shortfall[] {
  const found = countSentences(proseOf(content, speak));
  const [low, high] = sentences ?? [1, Number.POSITIVE_INFINITY];
  if (found >= low && found <= high) return [];
  const expected = high === Number.POSITIVE_INFINITY ? 'an answer' : `${low} to ${high}`;
  return [{ message: `“${text}” is answered in ${counted(found, 'sentence')}`, expected, node }];
}

function count(nodes: readonly RootContent[], type: RootContent['type']): number {
  return [...walk(nodes)].filter((node) => node.type === type).length;
}

/** Items of the outermost lists. */
function countItems(nodes: readonly RootContent[]): number {
  return nodes.reduce((sum, node) => sum + (node.type === 'list' ? node.children.length : 0), 0);
}

/** Questions: list items, paragraphs and sub-headings that end in a question mark. */
function countQuestions(nodes: readonly RootContent[]): number {
  const ends = (text: string) => /\?["'”’)\]*_\s]*$/.test(text);
  return nodes.reduce((sum, node) => {
    if (node.type === 'list') {
      return sum + node.children.reduce((inner, item) => inner + questionsIn(item, ends), 0);
    }
    if (node.type === 'blockquote') return sum + countQuestions(node.children);
    const own = (node.type === 'paragraph' || node.type === 'heading') && ends(plainText(node));
    return sum + (own ? 1 : 0);
  }, 0);
}

function questionsIn(item: ListItem, ends: (text: string) => boolean): number {
  const [first, ...rest] = item.children;
  const own = first?.type === 'paragraph' && ends(plainText(first)) ? 1 : 0;
  return own + countQuestions(rest);
}
