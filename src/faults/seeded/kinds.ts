/** One way in which content goes wrong: where it can happen, what it does, and what must be said of it. */
export interface FaultKind {
  name: string;
  /** The files in which it can happen. */
  files: RegExp;
  rule: string;
  /** How many of them are made. */
  count: number;
  /** Whether it can happen at this line; lines of fences and of front matter are marked. */
  fits: (line: string, place: Place) => boolean;
  /** The line as it becomes; several lines where it is cut or doubled, none where it is dropped. */
  change: (line: string, place: Place) => string[];
  /** 1-based line at which the fault must be named, given the index of the changed line; by default that line. */
  named?: (index: number, lines: readonly string[], damaged: readonly string[]) => number;
}

/** Where a line stands. */
export interface Place {
  index: number;
  lines: readonly string[];
  /** Inside of a code fence. */
  fenced: boolean;
  /** Between the `---` lines at the top. */
  front: boolean;
  /** The heading of level two above it. */
  heading: string;
}

const model = /\/model\.yaml$/;
const facts = /\/problem\.yaml$/;
const designs = /content\/problems\/.*\.md$/;
const templates = /content\/templates\/.*\.md$/;
const scenes = /\.excalidraw$/;

/** Replaces the first match in a line. */
const swap = (pattern: RegExp, to: string) => ({
  fits: (line: string) => pattern.test(line),
  change: (line: string) => [line.replace(pattern, to)],
});

/** The same in a line of a design's prose. */
const inProse = (pattern: RegExp, to: string) => ({
  fits: (line: string, { fenced, front }: Place) => !fenced && !front && pattern.test(line),
  change: (line: string) => [line.replace(pattern, to)],
});

const isProse = (line: string, { fenced, front, heading }: Place) =>
  !fenced && !front && heading !== '' && /^[A-Z][^|{}[\]]{60,}[.]$/.test(line);

/** In the inputs or in the derived figures of a model. */
const under = (name: 'inputs' | 'derived', { lines, index }: Place) =>
  lines.slice(0, index).findLast((line) => /^\w/.test(line)) === `${name}:`;

const formula = /^( {4}formula: )([a-z][^'">|#]*)$/;

export const faultKinds: FaultKind[] = [
  // Schemas
  {
    name: 'a value in words',
    files: model,
    rule: 'schema',
    count: 8,
    ...swap(/^ {4}value: .*/, '    value: about ten'),
  },
  {
    name: 'a range from high to low',
    files: model,
    rule: 'schema',
    count: 6,
    ...swap(/range: \[([^,]+), ([^\]]+)\]/, 'range: [$2, $1]'),
  },
  {
    name: 'an input without a label',
    files: model,
    rule: 'schema',
    count: 4,
    fits: (line, place) => /^ {4}label: /.test(line) && under('inputs', place),
    change: () => [],
  },
  {
    name: 'an unknown level',
    files: facts,
    rule: 'schema',
    count: 3,
    ...swap(/^level: .*/, 'level: hobbit'),
  },
  {
    name: 'a question without its mark',
    files: facts,
    rule: 'schema',
    count: 6,
    ...swap(/^( +question: .*)\?$/, '$1'),
  },
  {
    name: 'a number for a tag',
    files: facts,
    rule: 'schema',
    count: 3,
    ...swap(/^tags: \[/, 'tags: [7, '),
  },
  {
    name: 'a description that says nothing',
    files: designs,
    rule: 'schema',
    count: 6,
    ...swap(/^description: .*/, 'description: A design'),
  },
  {
    name: 'an unknown topic',
    files: templates,
    rule: 'schema',
    count: 6,
    ...swap(/^ {4}topics: \[/, '    topics: [magic, '),
  },
  {
    name: 'an unknown category',
    files: /components\.yaml$/,
    rule: 'schema',
    count: 3,
    ...swap(/category: [a-z-]+/, 'category: hobbit'),
  },
  // Syntax of YAML
  {
    name: 'a colon too many',
    files: /(?:model|problem)\.yaml$/,
    rule: 'yaml-syntax',
    count: 5,
    ...swap(/^( +(?:label|question|option): )([A-Za-z]+) /, '$1$2: '),
  },
  {
    name: 'an id that stands twice',
    files: model,
    rule: 'yaml-syntax',
    count: 5,
    fits: (line) => /^ {2}[a-z0-9_]+:$/.test(line),
    change: (line) => [line, '    label: the same again', line],
    named: (index) => index + 3,
  },
  // Units and formulas
  {
    name: 'an unknown unit',
    files: model,
    rule: 'unit-unknown',
    count: 8,
    ...swap(/^ {4}unit: .*/, '    unit: hobbit/s'),
  },
  {
    name: 'dollars times bytes added',
    files: model,
    rule: 'unit-mismatch',
    count: 8,
    ...swap(formula, '$1($2) + 1 dollar * 1 byte'),
  },
  {
    name: 'a formula cut off',
    files: model,
    rule: 'formula-syntax',
    count: 8,
    ...swap(formula, '$1($2) * ('),
  },
  {
    name: 'a function that does not exist',
    files: model,
    rule: 'formula-syntax',
    count: 4,
    ...swap(formula, '$1evil($2)'),
  },
  {
    name: 'a quantity that does not exist',
    files: model,
    rule: 'quantity-missing',
    count: 6,
    ...swap(formula, '$1($2) * hobbits'),
  },
  {
    name: 'a figure made of itself',
    files: model,
    rule: 'quantity-cycle',
    count: 4,
    fits: (line) => formula.test(line),
    change: (line, { lines, index }) => {
      const id = lines.slice(0, index).findLast((above) => /^ {2}[a-z0-9_]+:$/.test(above));
      return [`${line} + 0 * ${id?.trim().slice(0, -1)}`];
    },
  },
  {
    name: 'a value out of its range',
    files: model,
    rule: 'quantity-range',
    count: 5,
    fits: (line, place) => /^ {4}value: \d/.test(line) && under('inputs', place),
    change: () => ['    value: 987654321987654321'],
  },
  // References
  {
    name: 'an unknown component',
    files: facts,
    rule: 'component-missing',
    count: 8,
    ...swap(/components: \[[a-z-]+/, 'components: [hobbit'),
  },
  {
    name: 'a key figure that does not exist',
    files: facts,
    rule: 'quantity-missing',
    count: 4,
    ...swap(/^ {2}- ([a-z0-9_]+)$/, '  - $1_of_hobbits'),
  },
  {
    name: 'a placeholder that does not exist',
    files: facts,
    rule: 'quantity-missing',
    count: 5,
    ...swap(/^( +\w+: [A-Z].*)\{\{[a-z]\w*\}\}/, '$1{{hobbits}}'),
  },
  {
    name: 'a tipping point already passed',
    files: facts,
    rule: 'flip-holds',
    count: 6,
    ...swap(/^( +- when: '?[a-z_0-9]+) >=? [\d.,]+/, '$1 > -1'),
  },
  {
    name: 'a decision’s id that stands twice',
    files: facts,
    rule: 'decision-twice',
    count: 4,
    fits: (line, { lines, index }) =>
      /^ {2}- id: /.test(line) && lines.slice(0, index).some((above) => /^ {2}- id: /.test(above)),
    change: (_, { lines }) => [lines.find((line) => /^ {2}- id: /.test(line)) ?? ''],
  },
  // Figures in a design
  {
    name: 'an unknown figure',
    files: designs,
    rule: 'quantity-missing',
    count: 8,
    ...swap(/\{\{[a-z]\w*\}\}/, '{{hobbits}}'),
  },
  {
    name: 'half a placeholder',
    files: designs,
    rule: 'placeholder-syntax',
    count: 5,
    ...inProse(/\{\{([a-z]\w*)\}\}/, '{{$1}'),
  },
  // Headings
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
  // Links
  {
    name: 'a link to no page',
    files: designs,
    rule: 'link-missing',
    count: 8,
    fits: isProse,
    change: (line) => [`${line} See [there](/designs/hobbit/).`],
  },
  {
    name: 'a link to no place in a page',
    files: designs,
    rule: 'anchor-missing',
    count: 8,
    fits: isProse,
    change: (line) => [`${line} See [there](/designs/chat/story/#hobbits).`],
  },
  {
    name: 'a link within the page to no place',
    files: designs,
    rule: 'anchor-missing',
    count: 4,
    fits: isProse,
    change: (line) => [`${line} See [there](#hobbits).`],
  },
  {
    name: 'a relative link',
    files: designs,
    rule: 'link-form',
    count: 3,
    fits: isProse,
    change: (line) => [`${line} See [there](../story/).`],
  },
  // Encoding: the test writes these lines as Latin-1.
  {
    name: 'a line in Latin-1',
    files: /\.(?:md|yaml)$/,
    rule: 'encoding',
    count: 8,
    fits: (line) => /^(?:[A-Z][a-z ]{20}| +(?:label|why|because): [A-Za-z]+ [a-z]+ )/.test(line),
    change: (line) => [line.replace(/[a-z] /, 'é ')],
  },
];

/** The diagram's first line, which stands below its fence. */
function fenceAbove(index: number, lines: readonly string[]): number {
  return lines.slice(0, index).findLastIndex((line) => line.startsWith('```')) + 2;
}

function isMermaid(lines: readonly string[], index: number): boolean {
  return lines.slice(0, index).findLast((line) => line.startsWith('```')) === '```mermaid';
}
