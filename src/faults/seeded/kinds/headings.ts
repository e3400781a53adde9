import { designs, type FaultKind, inProse, swap, templates } from '../kind.ts';

/** Headings and quotations. */
export const headingKinds: readonly FaultKind[] = [
  {
    name: 'a heading in other words',
    files: designs,
    rule: 'heading-unknown',
    count: 8,
    ...inProse(/^(## .*)$/, '$1 for hobbits'),
  },
  {
    name: 'a heading dropped',
    files: designs,
    rule: 'heading-missing',
    count: 8,
    fits: (line, { fenced }) => !fenced && line.startsWith('## '),
    change: () => [],
    // Where it would be put back: at the heading behind it, or at the end.
    named: (index, _, damaged) => {
      const next = damaged.findIndex((line, at) => at >= index && line.startsWith('## '));
      return next === -1 ? damaged.join('\n').trimEnd().split('\n').length : next + 1;
    },
  },
  {
    name: 'a heading that stands twice',
    files: designs,
    rule: 'heading-order',
    count: 6,
    fits: (line, { fenced }) => !fenced && line.startsWith('## '),
    change: (line) => [line, '', 'Something stands here.', '', line],
    named: (index) => index + 5,
  },
  {
    name: 'a title',
    files: designs,
    rule: 'heading-level',
    count: 4,
    fits: (line, { fenced }) => !fenced && line.startsWith('## '),
    change: (line) => ['# A title', '', line],
  },
  {
    name: 'a heading of the prompt changed',
    files: templates,
    rule: 'template-heading',
    count: 6,
    ...swap(/^((?: *\d+\. [A-Z][A-Z -]+\S|\d+\) |### \d+\. |STEP \d+: ).*)$/, '$1 OF HOBBITS'),
  },
  {
    name: 'words of the prompt misquoted',
    files: templates,
    rule: 'template-asks',
    count: 6,
    ...swap(/^( +asks: [A-Za-z][^'">|]*)$/, '$1 of hobbits'),
  },
];
