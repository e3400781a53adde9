import type { Comparison } from '../compare.ts';
import type { Context } from '../judgement.ts';
import { conversionsIn, isPowerOfThousand, timeFactors } from '../conversions.ts';
import { type Expression, quantitiesOf } from '../expression.ts';
import { isSlip, isTens, near } from '../ratios.ts';
import { isClosed, isUnitless, longTimesIn, singular } from '../traits.ts';

/** Prices whose unit, or the count of it, is left unsaid or said elsewhere. */
export function isOtherPrice(
  { ratio, strict }: Comparison,
  expression: Expression,
  claim: Expression,
  { weak }: Context,
): boolean {
  if (expression.kind !== 'binary') return false;
  const parts = quantitiesOf(expression);
  const prices = parts.filter(({ units }) => units.some(({ dimension }) => dimension === 'money'));
  const counts = parts.filter((part) => !prices.includes(part));
  if (prices.length === 0) return false;
  // `3 hosts × $500/month → $150/month`: what one of them costs now.
  const isLess = ({ number }: Quantity) =>
    claim.kind === 'quantity' && claim.number.value < number.value;
  if (weak && ratio < 1 && prices.every(isLess)) return true;
  const closed = isClosed(expression, claim);
  // `333M × $3.50`, where the price is for a million; `$0.50/h × 730` for some nodes.
  const isPrice = prices.some(
    ({ units, per }) =>
      !units.some(({ dimension, power }) => dimension === 'data' && power < 0) &&
      !(strict && closed && (per !== undefined || units.length > 1)),
  );
  if (counts.length === 0 && isSlip(ratio)) return true;
  if (isPrice && (isSlip(ratio) ? ratio < 1 || isUnitless(claim) : ratio < 0.01)) return true;
  // `$96,000 / 12 = $800 per month`: no time was left unsaid, but a zero.
  const isZero = (strict || expression.sign === '/') && isTens(ratio) && !isSlip(ratio);
  if (isPrice && parts.length === 2 && conversionsIn(expression).length > 0 && !isZero) return true;
  // `$30 / 150M requests = $0.0002`, for a thousand of them.
  const [first] = parts;
  const isUnitPrice = expression.sign === '/' && first !== undefined && prices.includes(first);
  if (isUnitPrice && counts.length > 0 && isSlip(ratio) && ratio > 1) return true;
  const size = sizeUnder(expression);
  if (size !== undefined) {
    const others = counts.filter((part) => part !== size);
    // `$3.00/1M input = $0.156` for a count that stands elsewhere; `$0.008/1K × 750`, in thousands.
    if (others.every(({ number }) => number.value < size.number.value)) return true;
    // `100M chunks × $0.0001/1K tokens`: how many tokens a chunk has is unsaid.
    const { noun } = size;
    const isCounted = ({ noun: other, per }: typeof size) =>
      [other, per].some((one) => one !== undefined && singular(one) === singular(noun ?? ''));
    if (noun !== undefined && !others.some(isCounted)) return true;
  }
  const hourly = prices.find(({ units }) =>
    units.some(
      ({ dimension, power, size: span }) => dimension === 'time' && power < 0 && span <= 3600,
    ),
  );
  if (hourly === undefined) return false;
  // `3 weeks × $150/h`: weeks of 40 hours. `26,250 × $20/h`: that many hours.
  if (longTimesIn(expression) > 0 && [3, 4.2, 4.56].some((one) => near(ratio, 1 / one, 1.06)))
    return true;
  const isNamed = counts.some(({ noun, units }) => noun !== undefined || units.length > 0);
  return !isNamed && timeFactors.some((factor) => near(ratio, factor, 1.12));
}

type Quantity = ReturnType<typeof quantitiesOf>[number];

/** What a price is for: the `1K tokens` of `$0.008/1K tokens`. */
function sizeUnder(expression: Expression): Quantity | undefined {
  if (expression.kind !== 'binary') return undefined;
  const { sign, left, right } = expression;
  const last = left.kind === 'binary' ? left.right : left;
  const isPrice =
    sign === '/' &&
    last.kind === 'quantity' &&
    last.units.some(({ dimension }) => dimension === 'money') &&
    right.kind === 'quantity' &&
    isPowerOfThousand(right.number.value);
  return isPrice ? right : (sizeUnder(left) ?? sizeUnder(right));
}
