import { type Comparison, compare, nearest } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { isExcused } from './excuses.ts';
import { type Expression, isPowerOfTen } from './expression.ts';
import type { Context, Judgement } from './judgement.ts';
import { modesOf } from './modes.ts';
import { apart } from './ratios.ts';
import { isUnitless } from './traits.ts';
import { unitError } from './unitError.ts';

/** A factor this near to one is right. */
const rightWithin = 1.05;
/** A factor this near to one is rounded. */
const roundedWithin = 1.25;

/** Holds what is stated against what its expression comes to, in every plausible reading. */
export function judge(
  expression: Expression,
  claim: Expression,
  context: Context,
): Judgement | undefined {
  const options = [expression, ...gathered(expression)].flatMap((one) =>
    compare(one, claim, context.strict),
  );
  const best = nearest(options);
  if (best === undefined) return undefined;
  const distance = apart(best.ratio);
  if (distance <= rightWithin) return { ...best, verdict: 'right' };
  // `2^100 ≈ 10^30` says an order of magnitude.
  const within = isPowerOfTen(claim) ? 5 : roundedWithin;
  if (distance <= within || isWholePart(best, expression, claim) || isAmong(options))
    return { ...best, verdict: 'rounded' };
  const unit = unitError(expression, claim, options);
  if (unit !== undefined) return unit;
  const principal = nearest(options.filter(({ strict, flag }) => strict || flag));
  // A reading that makes no sense leaves open what was meant.
  const isOpen = modesOf(expression, claim).some(
    (mode) => evaluate(expression, mode) === undefined,
  );
  const isLoose = context.weak && isUnitless(expression) && isUnitless(claim);
  if (principal === undefined || isOpen || isLoose) return undefined;
  if (isExcused(principal, expression, claim, context)) return undefined;
  if (distance <= 2 && saysRounding(context.words)) return { ...principal, verdict: 'rounded' };
  return { ...decimal(principal, options), verdict: 'wrong' };
}

/** `50K / 5–15 min = 100/s`: what is stated lies between the ends of a range. */
function isAmong(options: readonly Comparison[]): boolean {
  return options.some(
    (high) =>
      high.mode.high &&
      high.strict &&
      options.some((low) => !low.mode.high && low.strict && low.ratio > 1 !== high.ratio > 1),
  );
}

/** The same reading with prefixes of a thousand, in which a mistake is easier to follow. */
function decimal(principal: Comparison, options: readonly Comparison[]): Comparison {
  const wanted = JSON.stringify({ ...principal.mode, binary: false });
  const { strict, flag } = principal;
  return (
    options.find(
      (one) => one.strict === strict && one.flag === flag && JSON.stringify(one.mode) === wanted,
    ) ?? principal
  );
}

/** `6,000 / 4,000 = 2`: a quotient of plain numbers, rounded to a whole. */
function isWholePart(
  { computed, stated }: Comparison,
  expression: Expression,
  claim: Expression,
): boolean {
  if (!isUnitless(expression) || !isUnitless(claim) || !Number.isInteger(stated.value))
    return false;
  return stated.value === Math.ceil(computed.value) || stated.value === Math.floor(computed.value);
}

/** `10M × 2 KB + 1 KB`, where the parentheses were left out. */
function gathered(expression: Expression): Expression[] {
  if (expression.kind !== 'binary' || (expression.sign !== '+' && expression.sign !== '-'))
    return [];
  const { left, right, sign } = expression;
  if (left.kind !== 'binary' || left.sign !== '*' || right.kind !== 'quantity') return [];
  return [{ ...left, right: { kind: 'binary', sign, left: left.right, right } }];
}

function saysRounding(words: string): boolean {
  return /\bround|\bsay\b|call it|order of|ballpark|roughly|simplif|conservativ/.test(words);
}
