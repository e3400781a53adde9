import { designs, type FaultKind, isProse, swap } from '../kind.ts';

const scenes = /\.excalidraw$/;

/** Images, diagrams and whiteboards. */
export const drawingKinds: readonly FaultKind[] = [
  // Images and diagrams
  {
    name: 'an image without a text',
    files: designs,
    rule: 'image-alt',
    count: 6,
    ...swap(/^!\[[^\]]*\]/, '![board]'),
  },
  {
    name: 'an image that does not exist',
    files: designs,
    rule: 'image-missing',
    count: 4,
    ...swap(/\.excalidraw\)/, '-hobbits.excalidraw)'),
  },
  {
    name: 'a diagram where none is allowed',
    files: /spoken\.md$/,
    rule: 'diagram-medium',
    count: 3,
    fits: isProse,
    change: (line) => [line, '', '```mermaid', 'flowchart TD', '  a --> b', '```'],
    named: (index) => index + 3,
  },
  {
    name: 'a diagram with a broken line',
    files: designs,
    rule: 'diagram-syntax',
    count: 12,
    fits: (line, { lines, index, fenced }) =>
      fenced && /-->|->>|\|\|--/.test(line) && isMermaid(lines, index),
    change: (line) => [`${line.replace(/\S.*/, '}} end --> --> [[')}`],
  },
  {
    name: 'a diagram without a title',
    files: designs,
    rule: 'diagram-title',
    count: 4,
    fits: (line) => /^ +accTitle:/.test(line),
    change: () => [],
    named: fenceAbove,
  },
  // Whiteboards
  {
    name: 'a scene cut off',
    files: scenes,
    rule: 'excalidraw-syntax',
    count: 4,
    ...swap(/^( {6}"id"): /, '$1 '),
  },
  {
    name: 'an element of no known type',
    files: scenes,
    rule: 'excalidraw-element',
    count: 5,
    ...swap(/^ {6}"type": "[a-z]+"/, '      "type": "hobbit"'),
  },
  {
    name: 'a width in words',
    files: scenes,
    rule: 'excalidraw-element',
    count: 4,
    ...swap(/^ {6}"width": [\d.]+/, '      "width": "wide"'),
  },
];

/** The diagram's first line, which stands below its fence. */
function fenceAbove(index: number, lines: readonly string[]): number {
  return lines.slice(0, index).findLastIndex((line) => line.startsWith('```')) + 2;
}

function isMermaid(lines: readonly string[], index: number): boolean {
  return lines.slice(0, index).findLast((line) => line.startsWith('```')) === '```mermaid';
}
