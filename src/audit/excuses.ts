import type { Comparison } from './compare.ts';
import { conversionsIn, isPowerOfThousand, timeFactors } from './conversions.ts';
import { type Expression, factorsOf, isBare, quantitiesOf } from './expression.ts';
import type { Context } from './judgement.ts';
import { apart, isSlip, near } from './ratios.ts';
import { isClosed, isLength, isRate, isUnitless, longTimesIn, singular } from './traits.ts';

/** Words that speak of more than what was computed. */
const growth =
  /replica|\brf\b|peak|overhead|buffer|headroom|index|redundan|spare|surge|burst|growth|copies|backup|safety|margin|amplif|reserve|metadata|raid|erasure|utili[sz]ation|util\b|worst/;
/** Words that speak of less. */
const shrinking = /compress|dedup|erasure|utili[sz]ation|util\b|cache|hit rate|sampl|off.?peak/;
/** Words that speak of several things at a time. */
const together = /parallel|concurren|wall.?clock|at once/;
const servers =
  /^(?:servers?|nodes?|machines?|shards?|instances?|pods?|replicas?|brokers?|partitions?|workers?|hosts?|boxes|vms?|gpus?|cores?|cpus?|threads?|consumers?|containers?|processes|disks?|drives?|chars?|characters?|buckets?|digits?|bits?)$/;
const remainders = /^(?:r|rem|remainder|mod)$/;
/** Units that the auditor does not know, in which a bare product may come out. */
const foreign = /flop|vcpu|hz$|^[cmk]m$|points?$|percentage|token-|joule|watt|^m?ah$|^[kmg]?wh$/;

/** Reasons for which a difference is not held against the writer, one a function. */
export const excuses: readonly ((
  found: Comparison,
  expression: Expression,
  claim: Expression,
  context: Context,
) => boolean)[] = [
  isOutlandish,
  isRoundedUp,
  isOtherKind,
  isOtherPrice,
  leavesOutTime,
  leavesOutFactor,
];

/** Whether a difference is not held against the writer. */
export function isExcused(
  found: Comparison,
  expression: Expression,
  claim: Expression,
  context: Context,
): boolean {
  return excuses.some((excuse) => excuse(found, expression, claim, context));
}

/** So far off that it was not meant as a result. */
function isOutlandish({ ratio }: Comparison): boolean {
  const power = Math.abs(Math.log10(ratio));
  return power > 6.5 || (power > 5 && !isSlip(ratio));
}

/** Whole servers are rounded up, often to a round figure with room to spare. */
function isRoundedUp(
  { ratio, computed }: Comparison,
  expression: Expression,
  claim: Expression,
  { words, remark }: Context,
): boolean {
  // `10 Gbps (250K × 400 bytes/s)`: what is provided, and what is needed of it.
  if (remark === true && ratio > 1 && ratio < 20 && !near(ratio, 10, 1.02)) return true;
  const noun = claim.kind === 'quantity' ? claim.noun : undefined;
  const isCount = noun !== undefined && servers.test(noun);
  if (!isCount && !servers.test(lastNoun(words))) return false;
  // Where less than one would do, there are some for other reasons.
  if (computed.value < 1 && isUnitless(claim)) return ratio > 1;
  return ratio > 1 && ratio < (addsShare(expression) ? 1.5 : 3.2);
}

/** What is stated is another thing than what is computed: a remainder, a share, one of the operands. */
function isOtherKind(
  { ratio, strict }: Comparison,
  expression: Expression,
  claim: Expression,
): boolean {
  const parts = quantitiesOf(expression);
  const closed = isClosed(expression, claim);
  if (
    [...parts, ...quantitiesOf(claim)].some(({ noun }) => noun !== undefined && foreign.test(noun))
  )
    return true;
  if (
    isOtherShare(ratio, parts) ||
    isChance(expression, claim) ||
    isOfOtherThings(expression, claim)
  )
    return true;
  if (isSize(expression) && isSize(claim)) return true;
  if (expression.kind === 'binary') {
    const isSum = isSumSign(expression.sign);
    // Sums of plain numbers are as often codes, coins or scores as results.
    if (isSum && isUnitless(expression) && isUnitless(claim) && !addsShare(expression)) return true;
    const isUnitlessRange = expression.sign === '-' && isUnitless(expression);
    if (isUnitlessRange && parts.every(({ number }) => Number.isInteger(number.value))) return true;
    // A sign of division that stands for “at”: `5,000 nodes / 30 pods per node`; or the reverse.
    const { right } = expression;
    const isAt = right.kind === 'quantity' && (expression.sign === '/' || right.per !== undefined);
    if (isAt && near(ratio, right.number.value ** 2)) return true;
    if (expression.per === true && (isUnitless(expression) || !strict)) return true;
    // `3 / 5 / 5`, `28 / 43.2 = 65 percentage points`: a small quotient is part of something else.
    const isSmall =
      parts.every(({ number }) => number.value < 100) &&
      factorsOf(expression).length === parts.length;
    if (
      expression.sign === '/' &&
      isUnitless(expression) &&
      isUnitless(claim) &&
      (isSmall || near(ratio, 100))
    )
      return true;
    if (
      isSum &&
      claim.kind === 'quantity' &&
      claim.number.percent &&
      !parts.some(({ number }) => number.percent)
    )
      return true;
  }
  if (claim.kind !== 'quantity')
    return factorsOf(claim).some(({ number }) => near(ratio, number.value));
  if (claim.noun !== undefined && remainders.test(claim.noun)) return true;
  // `30 pods × 5 min = 10+ minutes`
  if (claim.number.atLeast === true && ratio < 1 && !isSlip(ratio)) return true;
  if (isHoursOfDays(ratio, expression, claim)) return true;
  if (!isSlip(ratio) && isInert(ratio, parts, claim)) return true;
  if (claim.per !== undefined && !closed && !parts.some(({ per }) => per !== undefined))
    return true;
  // `1 thread × 10,000 sockets = 1 thread` repeats itself to make a point.
  const isEcho = ({ noun, number }: (typeof parts)[number]) =>
    noun === claim.noun && number.value === claim.number.value;
  return claim.units.length === 0 && parts.some(isEcho);
}

/** Prices whose unit, or the count of it, is left unsaid or said elsewhere. */
function isOtherPrice(
  { ratio, strict }: Comparison,
  expression: Expression,
  claim: Expression,
): boolean {
  if (expression.kind !== 'binary') return false;
  const parts = quantitiesOf(expression);
  const prices = parts.filter(({ units }) => units.some(({ dimension }) => dimension === 'money'));
  const counts = parts.filter((part) => !prices.includes(part));
  if (prices.length === 0) return false;
  const closed = isClosed(expression, claim);
  // `333M × $3.50`, where the price is for a million; `$0.50/h × 730` for some nodes.
  const isPrice = prices.some(
    ({ units, per }) =>
      !strict ||
      !(
        (closed && (per !== undefined || units.length > 1)) ||
        units.some(({ dimension, power }) => dimension === 'data' && power < 0)
      ),
  );
  if (counts.length === 0 && isSlip(ratio)) return true;
  if (isPrice && (isSlip(ratio) ? ratio < 1 || isUnitless(claim) : ratio < 0.01)) return true;
  if (isPrice && parts.length === 2 && conversionsIn(expression).length > 0) return true;
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

/** `6.5 × 252 days = 1,638 hours`: so many hours of each day. */
function isHoursOfDays(ratio: number, expression: Expression, claim: Expression): boolean {
  const parts = quantitiesOf(expression);
  const named = parts.filter((part) => !isBare(part));
  const [days] = named;
  if (days === undefined || named.length !== 1 || parts.length < 2) return false;
  return isLength(days) && isLength(claim) && [24, 60].some((one) => near(ratio, 1 / one, 1.03));
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

/** `20 nodes × 32 cores × 256 GB = 5 TB`: what the cores are told for is not the memory. */
function isInert(ratio: number, parts: readonly Quantity[], claim: Expression): boolean {
  const isData = quantitiesOf(claim).some(({ units }) =>
    units.some(({ dimension }) => dimension === 'data'),
  );
  return (
    isData &&
    parts.some(
      ({ noun, number }) =>
        noun !== undefined &&
        /^(?:v?cpus?|cores?|threads?)$/.test(noun) &&
        near(ratio, 1 / number.value),
    )
  );
}

/** Shares of what may happen: `2 × 99.9 % = 99.9999 %`, `10 % × 10 shards = 65 %`. */
function isChance(expression: Expression, claim: Expression): boolean {
  if (claim.kind !== 'quantity' || !claim.number.percent) return false;
  const parts = quantitiesOf(expression);
  const share = parts.find(({ number }) => number.percent)?.number.value;
  const times = parts.find(({ number }) => !number.percent)?.number.value;
  if (share === undefined || times === undefined) return false;
  // `1 % of the terms (100K) = 90 % of the queries`
  if (times >= 100) return true;
  const any = 100 * (1 - (1 - share / 100) ** times);
  return (share > 90 && claim.number.value > 90) || apart(any / claim.number.value) < 1.05;
}

/** `1,000/s × 95 % hit rate = 50/s` to the database: what is left of it. */
function isOtherShare(ratio: number, parts: readonly Quantity[]): boolean {
  return parts.some(
    ({ noun, number: { percent, value } }) =>
      percent &&
      noun !== undefined &&
      /^(?:hits?|rate|ratio)$/.test(noun) &&
      near(ratio, (100 - value) / value),
  );
}

/** `3×3`, `1024×1024`. */
function isSize(expression: Expression): boolean {
  const [first, second, ...more] = quantitiesOf(expression);
  const isSquare = first?.number.value === second?.number.value && more.length === 0;
  return first !== undefined && isSquare && isUnitless(expression);
}

/** Some small counts of things beside a result of another thing: `2 pods × 2 cores = 40,000 sig/s`. */
function isOfOtherThings(expression: Expression, claim: Expression): boolean {
  if (claim.kind !== 'quantity' || claim.noun === undefined) return false;
  const { noun } = claim;
  const parts = quantitiesOf(expression);
  // `1024×1024 image = 765 tokens`: a size, not a product.
  if (isSize(expression) && parts[0]?.noun === undefined) return true;
  // `2 frames × 16 × 16 pixels = 1 patch`: what one of them is.
  if (claim.number.value === 1 && isUnitless(claim) && isUnitless(expression)) return true;
  return parts.every(
    (part) =>
      part.noun !== undefined &&
      part.units.length === 0 &&
      part.per === undefined &&
      part.number.value < 100 &&
      singular(part.noun) !== singular(noun),
  );
}

/** Seconds a day, years of growth: a length of time that is understood. */
function leavesOutTime(
  { ratio, strict, counted = false }: Comparison,
  _: Expression,
  __: Expression,
  { numbers }: Context,
): boolean {
  if (strict || counted) return false;
  if (timeFactors.some((factor) => near(ratio, factor, factor < 10 ? 1.02 : 1.12))) return true;
  const spans = numbers.filter((other) => other > 1 && other <= 100);
  return (
    !isSlip(ratio) && spans.some((span) => timeFactors.some((one) => near(ratio, one * span, 1.1)))
  );
}

/** A factor that stands elsewhere in the line, or that its words speak of. */
function leavesOutFactor(
  { ratio, strict, counted = false }: Comparison,
  expression: Expression,
  claim: Expression,
  { words, numbers }: Context,
): boolean {
  const parts = quantitiesOf(expression);
  const [first] = parts;
  const closed = isClosed(expression, claim);
  const isEach =
    parts.some(({ per }) => per !== undefined) ||
    (first?.number.value === 1 && first.units.length === 0);
  if (ratio > 100 && isEach && !closed && (parts.length < 3 || !isSlip(ratio))) return true;
  if (isSlip(ratio) || (closed && strict && near(ratio, 10, 1.02))) return false;
  const noun = claim.kind === 'quantity' ? claim.noun : undefined;
  const names = parts.flatMap((one) => [one.noun, one.per]).map((name) => singular(name ?? ''));
  const isNew = noun !== undefined && !names.includes(singular(noun));
  // `100K × 1 lookup/step = 20K queries/s`, `1 job/5 min = 8,640 queries/day`
  const isUnmet = parts.some(({ per }) => per !== undefined) && !closed && isRate(claim);
  const isOne = first?.number.value === 1 && first.noun !== undefined;
  if (isNew && (isUnmet || isOne)) return true;
  if (changesSize(ratio, expression, claim, words)) return true;
  if (numbers.some((other) => other > 0 && other !== 1 && near(ratio, other, 1.06))) return true;
  return (
    !strict &&
    !counted &&
    factorsOf(expression).some(({ number }) => number.value > 1 && near(ratio, number.value))
  );
}

/** Whether the words around speak of such a change. */
function changesSize(
  ratio: number,
  expression: Expression,
  claim: Expression,
  words: string,
): boolean {
  if (ratio < 1 && isLength(claim) && together.test(words)) return true;
  // A peak that is ten times as high would be said; a zero too many would not.
  if (apart(ratio) > 10.5 || near(ratio, 10, 1.02)) return false;
  if (ratio < 1) return shrinking.test(words) && !saysCopies(expression);
  return growth.test(words) && !addsShare(expression) && !isPeakOf(expression, claim);
}

/** `12 TB × 3 replicas`: copies are among what is multiplied. */
function saysCopies(expression: Expression): boolean {
  return quantitiesOf(expression).some(
    ({ noun }) => noun !== undefined && /^(?:replicas?|copies|rf)$/.test(noun),
  );
}

/** `2.5 TB + 20 % buffer`: the room to spare is in the calculation. */
function addsShare(expression: Expression): boolean {
  return (
    expression.kind === 'binary' &&
    isSumSign(expression.sign) &&
    expression.right.kind === 'quantity' &&
    expression.right.number.percent &&
    !quantitiesOf(expression.left).some(({ number }) => number.percent)
  );
}

function isSumSign(sign: string): boolean {
  return sign === '+' || sign === '-';
}

/** `6,500 rps × 4 = 26,000 rps`: a rate times a small number is a peak by itself. */
function isPeakOf(expression: Expression, claim: Expression): boolean {
  if (expression.kind !== 'binary' || expression.sign !== '*') return false;
  const parts = quantitiesOf(expression);
  const isSmall = parts.some(
    (one) => isBare(one) && one.number.value > 1 && one.number.value <= 20,
  );
  return parts.length === 2 && isSmall && claim.kind === 'quantity';
}

/** `… ÷ 1,000 = 12` in a line that ends on `servers`. */
function lastNoun(words: string): string {
  return /([a-z]+)[\s.)*|]*$/.exec(words)?.[1] ?? '';
}
