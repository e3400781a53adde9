import type { Unit } from './units.ts';

/** The functions that a formula may call, with the number of arguments they take. */
export const formulaFunctions = {
  min: { least: 1, most: Number.POSITIVE_INFINITY },
  max: { least: 1, most: Number.POSITIVE_INFINITY },
  ceil: { least: 1, most: 1 },
  floor: { least: 1, most: 1 },
  round: { least: 1, most: 1 },
  sqrt: { least: 1, most: 1 },
  log2: { least: 1, most: 1 },
} as const;

export type FormulaFunction = keyof typeof formulaFunctions;
export type Operator = '+' | '-' | '*' | '/' | '^';

/** A parsed formula. Names are not resolved yet: a `quantity` node may name nothing. */
export type Formula =
  | { kind: 'number'; value: number; unit: Unit }
  | { kind: 'quantity'; id: string }
  | { kind: 'negative'; operand: Formula }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula }
  | { kind: 'call'; name: FormulaFunction; operands: Formula[] };

export const comparisons = ['<=', '>=', '<', '>'] as const;
export type Comparison = (typeof comparisons)[number];

/** A parsed condition: two formulas of one dimension, compared. */
export interface Condition {
  comparison: Comparison;
  left: Formula;
  right: Formula;
}

/** The ids that a formula names, each once, in order of appearance. */
export function namesIn(formula: Formula): string[] {
  const names = new Set<string>();
  const visit = (node: Formula): void => {
    if (node.kind === 'quantity') names.add(node.id);
    else if (node.kind === 'negative') visit(node.operand);
    else if (node.kind === 'call') node.operands.forEach(visit);
    else if (node.kind === 'operation') {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(formula);
  return [...names];
}

/** True for the name of a function that a formula may call. */
export function isFormulaFunction(name: string): name is FormulaFunction {
  return Object.hasOwn(formulaFunctions, name);
}
