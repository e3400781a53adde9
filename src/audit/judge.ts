import { type Comparison, compare, nearest } from './compare.ts';
import { evaluate } from './evaluate.ts';
import { isExcused } from './excuses/excuses.ts';
import { type Expression, isPowerOfTen, quantitiesOf } from './expression.ts';
import { halfConverted } from './halfConversion.ts';
import type { Context, Judgement } from './judgement.ts';
import { withUnitsSaid } from './mentions.ts';
import { modesOf } from './modes.ts';
import { apart, isTens, isTimeSlip } from './ratios.ts';
import { isUnitless, singular } from './traits.ts';
import { crossedUnits, unitError } from './unitError.ts';

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
  return judgeWithUnitsSaid(expression, claim, context) ?? judgeAlone(expression, claim, context);
}

/**
 * `60M/month = 60M / 86,400 ≈ 694/s`: right by its numbers, and wrong by the units that they had
 * before. Only slips of zeros and of time are held against the writer.
 */
function judgeWithUnitsSaid(
  expression: Expression,
  claim: Expression,
  context: Context,
): Judgement | undefined {
  const said = context.mentions && withUnitsSaid(expression, context.mentions);
  if (said === undefined) return undefined;
  const converted = halfConverted(said, claim, context.numbers, { whole: true });
  const options = [...compare(said, claim, true), ...converted];
  const best = nearest(options);
  const principal = nearest(options.filter(({ strict }) => strict));
  if (best === undefined || principal === undefined || apart(best.ratio) <= 2) return undefined;
  const isSlip = isTens(principal.ratio) || isTimeSlip(principal.ratio);
  const own = quantitiesOf(said).map(({ number }) => number.value);
  const around = { ...context, numbers: context.numbers.filter((one) => !own.includes(one)) };
  return isSlip && !isExcused(principal, said, claim, around)
    ? { ...principal, verdict: 'wrong', read: said }
    : undefined;
}

function judgeAlone(
  expression: Expression,
  claim: Expression,
  context: Context,
): Judgement | undefined {
  const half = halfConverted(expression, claim, context.numbers);
  const all = [expression, ...gathered(expression)].flatMap((one) =>
    compare(one, claim, context.strict),
  );
  const options = half.length === 0 ? all : [...all.filter(({ strict }) => strict), ...half];
  const best = nearest(options);
  // `ceiling(5 - 3) = 9`: a function of the same name.
  if (expression.kind === 'call' && !holdsProduct(expression.inside)) return undefined;
  const crossed = context.doubtful === true ? undefined : crossedUnits(expression, claim);
  if (crossed !== undefined) return crossed;
  if (best === undefined) return undefined;
  const distance = apart(best.ratio);
  if (distance <= rightWithin) return { ...best, verdict: 'right' };
  // `2^100 ≈ 10^30` says an order of magnitude.
  const within = isPowerOfTen(claim) ? 5 : roundedWithin;
  const isGenerous = context.about && isRoundedGenerously(best, claim);
  const isWhole = isWholePart(best, expression, claim) || isOneOff(best, expression);
  if (distance <= within || isWhole || isGenerous || isAmong(options))
    return { ...best, verdict: 'rounded' };
  const unit = unitError(expression, claim, options);
  if (unit !== undefined) return unit;
  const principal = nearest(options.filter(({ strict, flag }) => strict || flag));
  // A reading that makes no sense leaves open what was meant.
  const modes = modesOf(expression, claim);
  const letters = Math.max(...modes.map(({ byteLetters }) => byteLetters.length));
  const isOpen = modes.some(
    (mode) =>
      // `32 B key + 96 B value`: both are bytes, or neither is.
      [0, letters].includes(mode.byteLetters.length) && evaluate(expression, mode) === undefined,
  );
  const isLoose = context.weak && isUnitless(expression) && isUnitless(claim);
  if (principal === undefined || isOpen || isLoose) return undefined;
  if (isExcused(principal, expression, claim, context)) return undefined;
  const isSure = principal.strict || principal.counted === true;
  if (context.doubtful === true && !(isSure && isTens(principal.ratio))) return undefined;
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
  const isPlain = computed.time === 0 && computed.data === 0 && computed.money === 0;
  if (!isPlain || !isUnitless(claim) || !Number.isInteger(stated.value)) return false;
  // `200 MB / 64 MB = 4 chunks`
  if (!isUnitless(expression))
    return stated.value === 1 ? computed.value >= 0.5 : stated.value === Math.ceil(computed.value);
  return stated.value === Math.ceil(computed.value) || stated.value === Math.floor(computed.value);
}

function holdsProduct(expression: Expression): boolean {
  if (expression.kind !== 'binary') return false;
  const { sign, left, right } = expression;
  return sign === '*' || sign === '/' || holdsProduct(left) || holdsProduct(right);
}

/** `ceil(16.7 / 8.3) = 2`: the figures inside were rounded before. */
function isOneOff({ computed, stated }: Comparison, expression: Expression): boolean {
  return expression.kind === 'call' && Math.abs(stated.value - computed.value) <= 1;
}

/** `1.2 GB ≈ 2 GB`, `0.6/s ≈ 1/s`, `0.00058 ≈ 0.001`: up to the next round figure. */
function isRoundedGenerously({ ratio }: Comparison, claim: Expression): boolean {
  if (claim.kind !== 'quantity' || ratio < 1) return false;
  const said = claim.number.value;
  if (Number.isInteger(Math.log10(said))) return ratio <= 2.5;
  return ratio <= 2 && Math.ceil(said / ratio) === said;
}

/** `10M × 2 KB + 1 KB`, where the parentheses were left out. */
function gathered(expression: Expression): Expression[] {
  if (expression.kind === 'binary' && expression.sign === '*') return atAll(expression);
  if (expression.kind !== 'binary' || (expression.sign !== '+' && expression.sign !== '-'))
    return [];
  const { left, right, sign } = expression;
  if (left.kind !== 'binary' || left.sign !== '*' || right.kind !== 'quantity') return [];
  return [{ ...left, right: { kind: 'binary', sign, left: left.right, right } }];
}

/** `2B docs ÷ 10K docs/min/GPU × 100 GPUs`, where the rate of all of them was meant. */
function atAll(expression: Extract<Expression, { kind: 'binary' }>): Expression[] {
  const { left, right } = expression;
  if (left.kind !== 'binary' || left.sign !== '/') return [];
  const rate = left.right;
  if (rate.kind !== 'quantity' || right.kind !== 'quantity') return [];
  const isEach = rate.per !== undefined && singular(right.noun ?? '') === singular(rate.per);
  return isEach ? [{ ...left, right: { ...expression, left: rate } }] : [];
}

function saysRounding(words: string): boolean {
  return /\bround|\bsay\b|call it|order of|ballpark|roughly|simplif|conservativ/.test(words);
}
