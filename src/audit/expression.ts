import type { Token } from './tokens.ts';
import type { UnitAtom } from './units.ts';

/** Arithmetic as it was read. */
export type Expression =
  | {
      kind: 'quantity';
      number: NumberToken;
      units: readonly UnitAtom[];
      noun: string | undefined;
      per: string | undefined;
      start: number;
      end: number;
    }
  | {
      kind: 'binary';
      sign: '*' | '/' | '+' | '-' | '^';
      left: Expression;
      right: Expression;
      /** Said as `per`: `90 MB per 45 min`. */
      per?: boolean;
    }
  | { kind: 'call'; name: string; inside: Expression };

export type Quantity = Extract<Expression, { kind: 'quantity' }>;

export type NumberToken = Extract<Token, { kind: 'number' }>;

/** The quantities of an expression, in order. */
export function quantitiesOf(expression: Expression): Quantity[] {
  if (expression.kind === 'quantity') return [expression];
  if (expression.kind === 'call') return quantitiesOf(expression.inside);
  return [...quantitiesOf(expression.left), ...quantitiesOf(expression.right)];
}

/** The quantities of an expression that are no part of a power. */
export function factorsOf(expression: Expression): Quantity[] {
  if (expression.kind !== 'binary') return quantitiesOf(expression);
  if (expression.sign === '^') return [];
  return [...factorsOf(expression.left), ...factorsOf(expression.right)];
}

/** The first operand, which is what a chain's running result is. */
export function firstOperand(expression: Expression): Expression {
  return expression.kind === 'binary' && expression.sign !== '^'
    ? firstOperand(expression.left)
    : expression;
}

/** Whether something is computed here, rather than only said. */
export function isComputed(expression: Expression): boolean {
  return (
    expression.kind !== 'quantity' && !(expression.kind === 'binary' && isPowerOfTen(expression))
  );
}

/** `5.7 × 10^10` and `10^9 bytes` are numbers, written long. */
export function isPowerOfTen(expression: Expression): boolean {
  if (expression.kind !== 'binary') return false;
  const { sign, left, right } = expression;
  if (sign === '^') return left.kind === 'quantity' && left.number.value === 10 && isBare(left);
  if (sign !== '*') return false;
  if (right.kind === 'quantity' && right.number.start === right.number.end)
    return isPowerOfTen(left);
  return left.kind === 'quantity' && isPowerOfTen(right);
}

/** A number without unit or noun. */
export function isBare(expression: Expression): boolean {
  return (
    expression.kind === 'quantity' && expression.units.length === 0 && expression.noun === undefined
  );
}
