import type { Comparison } from './compare.ts';
import { conversionsIn, timeFactors } from './conversions.ts';
import { type Expression, quantitiesOf } from './expression.ts';
import type { Context } from './judgement.ts';
import { apart, isSlip, near } from './ratios.ts';
import { isClosed, isUnitless, singular } from './traits.ts';

const growth =
  /replica|\brf\b|peak|compress|overhead|buffer|headroom|index|redundan|spare|surge|burst|growth|copies|backup|safety|margin|amplif|reserve|metadata|raid|erasure|utili[sz]ation|util\b|worst/;
const servers =
  /^(?:servers?|nodes?|machines?|shards?|instances?|pods?|replicas?|brokers?|partitions?|workers?|hosts?|boxes|vms?|gpus?|cores?|cpus?|threads?|consumers?|containers?|processes|disks?|drives?|chars?|characters?|buckets?|digits?|bits?)$/;
const remainders = /^(?:r|rem|remainder|mod)$/;
/** Units that the auditor does not know, in which a bare product may come out. */
const foreign =
  /flop|vcpu|hz$|^[cmk]m$|points?$|percentage|gpu|token-|joule|watt|^m?ah$|^[kmg]?wh$/;

/** Reasons for which a difference is not held against the writer, one a function. */
export const excuses: readonly ((
  found: Comparison,
  expression: Expression,
  claim: Expression,
  context: Context,
) => boolean)[] = [isOutlandish, isRoundedUp, isOtherKind, leavesOutTime, leavesOutFactor];

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
  { ratio }: Comparison,
  _: Expression,
  claim: Expression,
  { words }: Context,
): boolean {
  const noun = claim.kind === 'quantity' ? claim.noun : undefined;
  const isCount = noun !== undefined && servers.test(noun);
  return ratio > 1 && ratio < 3.2 && (isCount || servers.test(lastNoun(words)));
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
  if (isChance(expression, claim) || isOfOtherThings(expression, claim)) return true;
  if (expression.kind === 'binary') {
    const isSum = expression.sign === '+' || expression.sign === '-';
    // Sums of plain numbers are as often codes, coins or scores as results.
    if (isSum && isUnitless(expression) && isUnitless(claim)) return true;
    const isUnitlessRange = expression.sign === '-' && isUnitless(expression);
    if (isUnitlessRange && parts.every(({ number }) => Number.isInteger(number.value))) return true;
    // A sign of division that stands for “at”: `5,000 nodes / 30 pods per node`.
    if (
      expression.sign === '/' &&
      expression.right.kind === 'quantity' &&
      near(ratio, expression.right.number.value ** 2)
    )
      return true;
    if (expression.per === true && (isUnitless(expression) || !strict)) return true;
    // `3 / 5 / 5`, `28 / 43.2 = 65 percentage points`: a small quotient is part of something else.
    const isSmall = parts.length === 2 && parts.every(({ number }) => number.value < 100);
    if (
      expression.sign === '/' &&
      isUnitless(expression) &&
      isUnitless(claim) &&
      (isSmall || near(ratio, 100))
    )
      return true;
    // `333M × $3.50`, where the price is for a million; `$0.50/h × 730` for some nodes.
    const isPrice = parts.some(
      ({ units }) =>
        units.some(({ dimension }) => dimension === 'money') &&
        !(
          strict &&
          (closed || units.some(({ dimension, power }) => dimension === 'data' && power < 0))
        ),
    );
    const isOnlyPrices = parts.every(({ units }) =>
      units.some(({ dimension }) => dimension === 'money'),
    );
    if (isOnlyPrices && isSlip(ratio)) return true;
    if (isPrice && (isSlip(ratio) ? ratio < 1 || isUnitless(claim) : ratio < 0.01)) return true;
    if (isPrice && parts.length === 2 && conversionsIn(expression).length > 0) return true;
    if (
      isSum &&
      claim.kind === 'quantity' &&
      claim.number.percent &&
      !parts.some(({ number }) => number.percent)
    )
      return true;
  }
  if (claim.kind !== 'quantity')
    return quantitiesOf(claim).some(({ number }) => near(ratio, number.value));
  if (claim.noun !== undefined && remainders.test(claim.noun)) return true;
  if (claim.per !== undefined && !closed && !parts.some(({ per }) => per !== undefined))
    return true;
  // `1 thread × 10,000 sockets = 1 thread` repeats itself to make a point.
  const isEcho = ({ noun, number }: (typeof parts)[number]) =>
    noun === claim.noun && number.value === claim.number.value;
  return claim.units.length === 0 && parts.some(isEcho);
}

/** Shares of what may happen: `2 × 99.9 % = 99.9999 %`, `10 % × 10 shards = 65 %`. */
function isChance(expression: Expression, claim: Expression): boolean {
  if (claim.kind !== 'quantity' || !claim.number.percent) return false;
  const parts = quantitiesOf(expression);
  const share = parts.find(({ number }) => number.percent)?.number.value;
  const times = parts.find(({ number }) => !number.percent)?.number.value;
  if (share === undefined || times === undefined) return false;
  const any = 100 * (1 - (1 - share / 100) ** times);
  return (share > 90 && claim.number.value > 90) || apart(any / claim.number.value) < 1.05;
}

/** Some small counts of things beside a result of another thing: `2 pods × 2 cores = 40,000 sig/s`. */
function isOfOtherThings(expression: Expression, claim: Expression): boolean {
  if (claim.kind !== 'quantity' || claim.noun === undefined) return false;
  const { noun } = claim;
  const parts = quantitiesOf(expression);
  const [first, second] = parts;
  // `1024×1024 image = 765 tokens`: a size, not a product.
  const isSize = parts.length === 2 && first?.number.value === second?.number.value;
  if (isSize && isUnitless(expression) && first?.noun === undefined) return true;
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
  if (timeFactors.some((factor) => near(ratio, factor, 1.12))) return true;
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
  // A peak that is ten times as high would be said; a zero too many would not.
  if (growth.test(words) && apart(ratio) <= 10.5 && !(strict && near(ratio, 10, 1.02))) return true;
  if (numbers.some((other) => other > 1 && near(ratio, other, 1.06))) return true;
  return (
    !strict && !counted && parts.some(({ number }) => number.value > 1 && near(ratio, number.value))
  );
}

/** `… ÷ 1,000 = 12` in a line that ends on `servers`. */
function lastNoun(words: string): string {
  return /([a-z]+)[\s.)*|]*$/.exec(words)?.[1] ?? '';
}
