import type { Comparison } from '../compare.ts';
import { type Expression, factorsOf, isBare, quantitiesOf } from '../expression.ts';
import { apart, isSlip, near } from '../ratios.ts';
import { addsShare, isClosed, isLength, isSum, isUnitless, singular } from '../traits.ts';

const remainders = /^(?:r|rem|remainder|mod)$/;

/** Units that the auditor does not know, in which a bare product may come out. */
const foreign = /flop|vcpu|hz$|^[cmk]m$|points?$|percentage|token-|joule|watt|^m?ah$|^[kmg]?wh$/;

/** What is stated is another thing than what is computed: a remainder, a share, one of the operands. */
export function isOtherKind(
  { ratio, strict, computed }: Comparison,
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
    parts.some(isMilli) ||
    isOtherShare(ratio, parts) ||
    isChance(expression, claim) ||
    isOfOtherThings(expression, claim)
  )
    return true;
  if (isSize(expression) && isSize(claim)) return true;
  if (expression.kind === 'binary') {
    const addsUp = isSum(expression);
    // Sums of plain numbers are as often codes, coins or scores as results.
    if (addsUp && isUnitless(expression) && isUnitless(claim) && !addsShare(expression))
      return true;
    const isUnitlessRange = expression.sign === '-' && isUnitless(expression);
    if (isUnitlessRange && parts.every(({ number }) => Number.isInteger(number.value))) return true;
    // A sign of division that stands for “at”: `5,000 nodes / 30 pods per node`; or the reverse.
    const { right } = expression;
    const isAt = right.kind === 'quantity' && (expression.sign === '/' || right.per !== undefined);
    if (isAt && near(ratio, right.number.value ** 2)) return true;
    if (expression.per === true && (isUnitless(expression) || !strict)) return true;
    // `200 / 404 / 500 = 3 cases`: alternatives.
    if (isListed(expression) && isUnitless(claim) && computed.value < 1 && ratio > 1) return true;
    // `3 / 5 / 5`, `28 / 43.2 = 65 percentage points`: a small quotient is part of something else.
    const isSmall =
      parts.every(({ number }) => number.value < 100) &&
      factorsOf(expression).length === parts.length;
    if (
      expression.sign === '/' &&
      isUnitless(expression) &&
      isUnitless(claim) &&
      (isSmall || (near(ratio, 100) && computed.value < 10))
    )
      return true;
    if (
      addsUp &&
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
  if (isRestated(parts, claim)) return true;
  // `20² = 190 pairs`: none of one with itself, and each but once.
  if (claim.noun === 'pairs' && ratio > 0.4 && ratio < 1) return true;
  // `1 thread × 10,000 sockets = 1 thread` repeats itself to make a point.
  const isEcho = ({ noun, number }: (typeof parts)[number]) =>
    noun === claim.noun && number.value === claim.number.value;
  return claim.units.length === 0 && parts.some(isEcho);
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
      /^(?:hits?|rate|ratio|acceptance|success|compression|savings?|reduction|discount)$/.test(
        noun,
      ) &&
      near(ratio, (100 - value) / value),
  );
}

/** Sizes of texts, of which so many come of each thing. */
const texts = /^(?:tokens?|words?|characters?)$/;

/**
 * Something that was said already, or another thing: `32 × 20 ms = 20 ms for all`, `100 pages × 100
 * events = 100 round trips`, `500 rows × 20 columns = 40,000 tokens`.
 */
function isRestated(parts: readonly Quantity[], claim: Quantity): boolean {
  const { noun, number } = claim;
  const isSame = (part: Quantity) => part.number.value === number.value;
  if (isLength(claim) && parts.some((part) => isSame(part) && isLength(part))) return true;
  if (noun === undefined) return false;
  const isOther = (part: Quantity) =>
    part.noun !== undefined && singular(part.noun) !== singular(noun);
  if (claim.units.length === 0 && parts.every(isOther) && parts.some(isSame)) return true;
  return texts.test(noun) && parts.every(isOther);
}

/** `100m CPU`: thousandths. */
function isMilli({ noun, number }: Quantity): boolean {
  return number.small !== undefined && noun !== undefined && /^v?cpus?$|^cores?$/.test(noun);
}

/** `200 / 404 / 500` */
function isListed(expression: Expression): boolean {
  if (expression.kind !== 'binary' || expression.sign !== '/') return false;
  const { left, right } = expression;
  return isUnitless(right) && left.kind === 'binary' && left.sign === '/' && isUnitless(left);
}

/** `3×3`, `1024×1024`. */
function isSize(expression: Expression): boolean {
  const [first, second, ...more] = quantitiesOf(expression);
  const isSquare = first?.number.value === second?.number.value && more.length === 0;
  return first !== undefined && isSquare && first.number.value < 1e5 && isUnitless(expression);
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
