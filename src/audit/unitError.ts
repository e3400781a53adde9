import type { Comparison } from './compare.ts';
import { evaluate, plainMode } from './evaluate.ts';
import { type Expression, isComputed, quantitiesOf } from './expression.ts';
import type { Judgement } from './judgement.ts';
import { apart, near } from './ratios.ts';

/** Bits taken for bytes, seconds for bytes. */
export function unitError(
  expression: Expression,
  claim: Expression,
  options: readonly Comparison[],
): Judgement | undefined {
  const bitsIn = (one: Expression) =>
    quantitiesOf(one).flatMap(({ units }) =>
      units.filter(({ dimension }) => dimension === 'data').map(({ bits }) => bits === true),
    );
  const left = bitsIn(expression);
  const right = bitsIn(claim);
  const mixed = left.length > 0 && right.length > 0 && left[0] !== right[0];
  const eight = options.find(({ strict, ratio }) => strict && near(ratio, 8));
  if (mixed && eight !== undefined) return { ...eight, verdict: 'unit' };
  const a = evaluate(expression, plainMode);
  const b = evaluate(claim, plainMode);
  const rawA = evaluate(expression, { ...plainMode, plainUnits: true });
  const rawB = evaluate(claim, { ...plainMode, plainUnits: true });
  if (a === undefined || b === undefined || rawA === undefined || rawB === undefined)
    return undefined;
  const crossed = a.data === 1 && a.time === 0 && b.data === 0 && b.time === 1;
  if (crossed && isComputed(expression) && apart(rawB.value / rawA.value) < 1.01)
    return { verdict: 'unit', ratio: b.value / a.value, computed: a, stated: b, mode: plainMode };
  return undefined;
}
