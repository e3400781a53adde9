import { designs, facts, type FaultKind, inProse, swap } from '../kind.ts';

/** What names something that is not there, or is there already. */
export const referenceKinds: readonly FaultKind[] = [
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
];
