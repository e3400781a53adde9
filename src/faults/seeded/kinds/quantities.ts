import { type FaultKind, model, swap, under } from '../kind.ts';

const formula = /^( {4}formula: )([a-z][^'">|#]*)$/;

/** Units, formulas and values of a model. */
export const quantityKinds: readonly FaultKind[] = [
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
];
