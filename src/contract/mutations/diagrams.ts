import { walk } from '../../source/markdown.ts';
import {
  type Damage,
  line,
  type Page,
  type Span,
  spanOf,
  withLine,
  withLines,
  without,
} from './page.ts';

/** The lines between the marks of each Mermaid fence. */
function mermaidOf(page: Page): Span[] {
  return page.sections.flatMap(({ nodes }) =>
    [...walk(nodes)].flatMap((node) => {
      if (node.type !== 'code' || node.lang !== 'mermaid') return [];
      const { from, to } = spanOf(page, node);
      return [{ from: from + 1, to: to - 1 }];
    }),
  );
}

/** Lines of a diagram that match, and their text. */
function linesOf({ lines }: Page, { from, to }: Span, pattern: RegExp) {
  return lines
    .slice(from, to + 1)
    .flatMap((text, index) => (pattern.test(text) ? [{ text, at: from + index }] : []));
}

/** Mermaid gives up on a line or, where a statement or text may go on, on one of the next two. */
function fromLine(at: number, { to }: Span): Span {
  return { from: at, to: Math.min(at + 2, to + 1) };
}

/** Damage to each line of a diagram that matches. */
function brokenBy(kind: string, pattern: RegExp, put: (text: string) => string): Damage {
  return {
    kind,
    doors: ['diagrams'],
    places: (page) =>
      mermaidOf(page).flatMap((fence) =>
        linesOf(page, fence, pattern).map(({ text, at }) => () => ({
          lines: withLine(page.lines, at, put(text)),
          at: fromLine(at, fence),
          rules: ['diagram-syntax'],
        })),
      ),
  };
}

const keyword = brokenBy(
  'Mermaid: type misspelt',
  /^(?:flowchart|sequenceDiagram|stateDiagram-v2|erDiagram|classDiagram)/,
  (text) => text.replace(/^\w/, 'q'),
);

const bracket = brokenBy('Mermaid: bracket not closed', /^\s*\w+\[[^[\]]*\]\s*$/, (text) =>
  text.replace(/\]\s*$/, ''),
);

const arrow = brokenBy('Mermaid: arrow cut short', /--?>>?\+?\s*\w+\s*:/, (text) =>
  text.replace(/(--?>>?\+?)\s*\w+\s*:.*$/, '$1'),
);

const title: Damage = {
  kind: 'Mermaid: title dropped',
  doors: ['diagrams'],
  places: (page) =>
    mermaidOf(page).flatMap((fence) =>
      linesOf(page, fence, /^\s*accTitle:/).map(({ at }) => () => ({
        lines: without(page.lines, line(at)),
        at: { from: fence.from - 1, to: fence.from },
        rules: ['diagram-title'],
      })),
    ),
};

const samples = {
  mermaid: ['```mermaid', 'flowchart TD', '  a[One] --> b[Two]', '```'],
  ascii: ['```text', '+-----+     +-----+', '| one | --> | two |', '+-----+     +-----+', '```'],
  excalidraw: ['![One box and an arrow to another one](./one.excalidraw)'],
} as const;

const medium: Damage = {
  kind: 'diagram in a medium of another format',
  doors: ['strict', 'tolerant'],
  places: (page) =>
    (['mermaid', 'ascii', 'excalidraw'] as const)
      .filter((name) => !page.contract.media.includes(name))
      .flatMap((name) =>
        page.sections.map(({ end, heading }) => () => {
          const at = Math.max(heading + 1, end);
          return {
            lines: withLines(page.lines, at, ['', ...samples[name], '']),
            at: line(at + 1),
            rules: ['diagram-medium'],
          };
        }),
      ),
};

/** Damage to each line that holds a whiteboard alone. */
function whiteboard(kind: string, rule: string, put: (text: string) => string): Damage {
  return {
    kind,
    doors: ['strict'],
    places: (page) =>
      linesOf(page, { from: 0, to: page.lines.length }, /^!\[.*\]\(.*\.excalidraw\)$/).map(
        ({ text, at }) =>
          () => ({ lines: withLine(page.lines, at, put(text)), at: line(at), rules: [rule] }),
      ),
  };
}

export const diagramDamages = [
  keyword,
  bracket,
  arrow,
  title,
  medium,
  whiteboard('whiteboard that is not there', 'image-missing', (text) =>
    text.replace('.excalidraw', '-gone.excalidraw'),
  ),
  whiteboard('whiteboard without words', 'image-alt', (text) => text.replace(/\[.*\]/, '[]')),
];
