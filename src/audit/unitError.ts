import type { Comparison } from './compare.ts';
import { evaluate, plainMode, type Value } from './evaluate.ts';
import { type Expression, isBare, isComputed, quantitiesOf } from './expression.ts';
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
  return undefined;
}

/** Bytes that are called seconds, seconds that are called bytes: `600 GB ÷ 200 MB/s = 3,000 MB`. */
export function crossedUnits(expression: Expression, claim: Expression): Judgement | undefined {
  if (!isComputed(expression) || claim.kind !== 'quantity') return undefined;
  const computed = evaluate(expression, plainMode);
  const stated = evaluate(claim, plainMode);
  const plain = evaluate(expression, { ...plainMode, plainUnits: true });
  if (computed === undefined || stated === undefined || plain === undefined) return undefined;
  if (computed.money !== 0 || stated.money !== 0) return undefined;
  const [a, b] = [kindOf(computed), kindOf(stated)];
  if (a === undefined || b === undefined || a === b) return undefined;
  // `140 GB / 64 = 2.2 s`: the 64 are GB/s.
  const isAtRate = expression.kind === 'binary' && expression.sign === '/';
  if (a === 'data' && isAtRate && isBare(expression.right)) return undefined;
  const says = claim.number.value;
  const sizes = a === 'time' ? [1, 60, 3600].map((size) => computed.value / size) : [plain.value];
  if (!sizes.some((size) => apart(says / size) < 1.01)) return undefined;
  return {
    verdict: 'unit',
    ratio: stated.value / computed.value,
    computed,
    stated,
    mode: plainMode,
  };
}

function kindOf({ time, data }: Value): 'time' | 'data' | undefined {
  if (time === 1 && data === 0) return 'time';
  return time === 0 && data === 1 ? 'data' : undefined;
}
