import type { Expression } from './expression.ts';
import { isLength } from './traits.ts';

/** Two figures of one kind that differ in their unit: `20B/month = 7.7M/day`, `1 GB = 1,000 MB`. */
export function isConversion(left: Expression, right: Expression): boolean {
  if (isTwoSpans(right)) return isLength(left);
  if (left.kind !== 'quantity' || right.kind !== 'quantity') return false;
  if (left.units.length === 0 || right.units.length === 0) return false;
  const powers = ({ units }: typeof left) =>
    ['time', 'data', 'money'].map((dimension) =>
      units.reduce((sum, unit) => sum + (unit.dimension === dimension ? unit.power : 0), 0),
    );
  if (left.per !== right.per || !changesUnit(left, right)) return false;
  // `$2/hour each = $1,440/month`: of how many is left unsaid.
  if (left.noun === 'each') return false;
  if (powers(left).join() !== powers(right).join()) return false;
  // `5,000 person-hours = 3 months`: of some people at a time.
  const isWorked = ({ units }: Quantity) => units.some(({ worked }) => worked === true);
  if (isWorked(left) !== isWorked(right)) return false;
  const singular = (noun: string | undefined) => noun?.replace(/s$/, '').slice(0, 3);
  const [a, b] = [singular(left.noun), singular(right.noun)];
  return isPerUnit(left)
    ? a === b || a === undefined || b === undefined
    : a === undefined && b === undefined;
}

/** Bytes or dollars that are said again in another unit, now with the day or month they are for. */
export function isConversionOfTotal(left: Expression, right: Expression): boolean {
  if (!isPerUnit(right) || isPerUnit(left) || right.kind !== 'quantity') return false;
  return isConversion(left, withoutTime(right));
}

export function withoutTime(expression: Expression): Expression {
  return expression.kind === 'quantity'
    ? { ...expression, units: expression.units.filter(({ dimension }) => dimension !== 'time') }
    : expression;
}

/** `3 h 20 min` */
export function isTwoSpans(expression: Expression): boolean {
  if (expression.kind !== 'binary' || expression.sign !== '+') return false;
  const { left, right } = expression;
  return isLength(right) && (isLength(left) || isTwoSpans(left));
}

/** Whether two figures of one kind are said in different units; `10 s = 60 s` converts nothing. */
function changesUnit(left: Quantity, right: Quantity): boolean {
  const sizes = ({ units }: Quantity) => units.map(({ size }) => size).join();
  return sizes(left) !== sizes(right);
}

type Quantity = Extract<Expression, { kind: 'quantity' }>;

/** A quantity per something known: `3 TB/day`, `10 Gbps`. */
export function isPerUnit(expression: Expression): boolean {
  return expression.kind === 'quantity' && expression.units.some(({ power }) => power < 0);
}
