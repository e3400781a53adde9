import type { Need } from '../../schemas/need.ts';
import { walk } from '../../source/markdown.ts';
import { findLabel, findLabels, type Label } from '../labels.ts';
import { mentions } from '../text.ts';
import { pairsOf } from './counts.ts';
import {
  type Copy,
  type Damage,
  type Door,
  line,
  type Page,
  type PageSection,
  spanOf,
  withLine,
  withLines,
  without,
} from './page.ts';

/** Every need of one kind, in sections that it holds for. */
function eachNeed<K extends Need['kind']>(
  page: Page,
  kind: K,
  change: (need: Extract<Need, { kind: K }>, found: PageSection) => (Copy | undefined)[],
): (() => Copy)[] {
  return page.sections.flatMap((found) => {
    const { unless, needs } = found.section;
    if (unless !== undefined && found.source.includes(unless)) return [];
    return needs
      .filter((need): need is Extract<Need, { kind: K }> => need.kind === kind)
      .flatMap((need) => change(need, found))
      .flatMap((copy) => (copy === undefined ? [] : [() => copy]));
  });
}

/** The lines of what belongs to a label, without the label's own. */
function contentOf(page: Page, label: Label) {
  const from = spanOf(page, label.node).from + 1;
  const last = label.content.at(-1);
  return last === undefined ? undefined : { from, to: spanOf(page, last).to };
}

const termUnsaid: Damage = {
  kind: 'a thing that must be spoken of left out',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    eachNeed(page, 'mentions', (need, { heading, end }) =>
      need.terms.map((alternatives) => {
        const lines = page.lines.map((text, at) =>
          at > heading && at < end ? unsay(text, alternatives) : text,
        );
        const left = lines.slice(heading, end).join('\n');
        // Some stand in the heading itself, or name a figure.
        if (alternatives.some((term) => mentions(left, term))) return undefined;
        return { lines, at: line(heading), rules: ['need-mentions'] };
      }),
    ),
};

function unsay(text: string, terms: readonly string[]): string {
  if (text.startsWith('```')) return text;
  return terms.reduce((rest, term) => {
    const pattern = term.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
    return rest.replace(
      new RegExp(`(?<![\\p{L}\\p{N}_])${pattern}(?:s|es)?(?![\\p{L}\\p{N}_}])`, 'giu'),
      'thing',
    );
  }, text);
}

const labelRenamed: Damage = {
  kind: 'label renamed',
  doors: ['strict'],
  places: (page) =>
    eachNeed(page, 'labels', (need, { nodes, heading }) =>
      need.labels.map((wanted) => {
        const label = findLabel(findLabels(nodes), wanted);
        if (label === undefined) return undefined;
        const { from } = spanOf(page, label.node);
        const text = (page.lines[from] ?? '').replace(label.text, 'Something else');
        return {
          lines: withLine(page.lines, from, text),
          at: line(heading),
          rules: ['need-labels', 'need-items'],
        };
      }),
    ),
};

/** The labels of the wanted sub-headings, in order. */
function partsOf(parts: readonly string[], { nodes }: PageSection): (Label | undefined)[] {
  const headings = findLabels(nodes).filter(({ kind }) => kind === 'heading');
  return parts.map((part) => findLabel(headings, part));
}

const partRenamed: Damage = {
  kind: 'part renamed',
  doors: ['strict'],
  places: (page) =>
    eachNeed(page, 'parts', (need, found) =>
      partsOf(need.parts, found).map((label) => {
        if (label === undefined) return undefined;
        const { from } = spanOf(page, label.node);
        return {
          lines: withLine(page.lines, from, '### X) Another part'),
          at: line(found.heading),
          rules: ['need-parts'],
        };
      }),
    ),
};

const partsSwapped: Damage = {
  kind: 'parts swapped',
  doors: ['strict'],
  places: (page) =>
    eachNeed(page, 'parts', (need, found) =>
      partsOf(need.parts, found).flatMap((label, index, all) => {
        const before = all[index - 1];
        if (label === undefined || before === undefined) return [];
        const [a, b] = [spanOf(page, before.node).from, spanOf(page, label.node).from];
        const lines = withLine(page.lines, a, page.lines[b] ?? '');
        return {
          lines: withLine(lines, b, page.lines[a] ?? ''),
          at: { from: a, to: b },
          rules: ['need-parts'],
        };
      }),
    ),
};

const answerCut: Damage = {
  kind: 'answer to a mandatory question cut',
  doors: ['strict'],
  places: (page) =>
    eachNeed(page, 'answers', (need, { nodes }) =>
      need.questions.map((question) => {
        const label = findLabel(findLabels(nodes), question);
        const content = label === undefined ? undefined : contentOf(page, label);
        if (label?.kind !== 'heading' || content === undefined) return undefined;
        return {
          lines: withLines(without(page.lines, content), content.from, ['', 'Yes, it does.', '']),
          at: line(content.from - 1),
          rules: ['need-answers'],
        };
      }),
    ),
};

const mandatoryDropped: Damage = {
  kind: 'mandatory question removed',
  doors: ['strict'],
  places: (page) =>
    eachNeed(page, 'answers', (need, { nodes, heading }) =>
      need.questions.map((question) => {
        const label = findLabel(findLabels(nodes), question);
        const content = label === undefined ? undefined : contentOf(page, label);
        if (label?.kind !== 'heading' || content === undefined) return undefined;
        const lines = without(page.lines, { from: content.from - 1, to: content.to });
        return { lines, at: line(heading), rules: ['need-answers'] };
      }),
    ),
};

const answerRemoved: Damage = {
  kind: 'answer removed below its question',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    eachNeed(page, 'qa', (_, found) =>
      pairsOf(page, found).map(({ from, to }) => ({
        lines: without(page.lines, { from: from + 1, to }),
        at: line(from),
        rules: ['need-qa'],
      })),
    ),
};

const answerLong: Damage = {
  kind: 'answer of too many sentences',
  doors: ['strict'],
  places: (page) =>
    eachNeed(page, 'qa', ({ sentences }, found) =>
      pairsOf(page, found).map(({ from, to }) => {
        if (sentences === undefined) return undefined;
        const added = 'One says more. '.repeat(sentences[1]);
        return {
          lines: withLines(page.lines, to + 1, ['', added, '']),
          at: line(from),
          rules: ['need-qa'],
        };
      }),
    ),
};

/** Paragraphs of one line that stand by themselves. */
function paragraphsOf(page: Page) {
  return page.sections.flatMap(({ nodes }) =>
    nodes.flatMap((node) => {
      const span = spanOf(page, node);
      return node.type === 'paragraph' && span.from === span.to ? [span.from] : [];
    }),
  );
}

const banned: Damage = {
  kind: 'word put in that the format bans',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    page.contract.bans.flatMap(({ words }, ban) =>
      paragraphsOf(page).map((at, index) => () => ({
        lines: withLine(
          page.lines,
          at,
          `${page.lines[at] ?? ''} It is ${words[(index + ban) % words.length]}.`,
        ),
        at: line(at),
        rules: ['word-banned'],
      })),
    ),
};

/** Words added until a limit is passed that holds for a file, or for a design. */
function tooLong(per: 'file' | 'design', doors: readonly Door[]): Damage {
  return {
    kind: `word limit of a ${per} exceeded`,
    doors,
    places: (page) => {
      const { words } = page.contract;
      if (words?.per !== per) return [];
      const added = 'One might say rather more about it than anybody wants to read. '.repeat(
        words.max / 10,
      );
      return paragraphsOf(page).map((at) => () => ({
        lines: withLines(page.lines, at + 1, ['', added]),
        at: line(page.sections[0]?.heading ?? 0),
        rules: ['word-count'],
      }));
    },
  };
}

const tooShort: Damage = {
  kind: 'words too few',
  doors: ['strict'],
  places: (page) => {
    const [first] = page.sections;
    if (page.contract.words === undefined || first === undefined) return [];
    const kept = page.lines.map((text, at) => (at > page.linesBefore && isProse(text) ? '' : text));
    return [() => ({ lines: kept, at: line(first.heading), rules: ['word-count'] })];
  },
};

function isProse(text: string): boolean {
  return /^(?:[-*] |\d+\. |\| |[\p{L}*“])/u.test(text);
}

const fenceOpen: Damage = {
  kind: 'code fence not closed',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    page.sections.flatMap(({ nodes }) =>
      [...walk(nodes)].flatMap((node) => {
        if (node.type !== 'code') return [];
        const { from, to } = spanOf(page, node);
        return [
          () => ({
            lines: without(page.lines, line(to)),
            at: line(from),
            rules: ['fence-open'],
          }),
        ];
      }),
    ),
};

export const wordDamages = [
  termUnsaid,
  labelRenamed,
  partRenamed,
  partsSwapped,
  answerCut,
  mandatoryDropped,
  answerRemoved,
  answerLong,
  banned,
  tooLong('design', ['strict', 'tolerant']),
  tooLong('file', ['strict']),
  tooShort,
  fenceOpen,
];
