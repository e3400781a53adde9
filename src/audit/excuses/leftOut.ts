import type { Comparison } from '../compare.ts';
import { timeFactors } from '../conversions.ts';
import { type Expression, factorsOf, isBare, quantitiesOf } from '../expression.ts';
import type { Context } from '../judgement.ts';
import { apart, isSlip, near } from '../ratios.ts';
import { addsShare, isClosed, isLength, isRate, singular } from '../traits.ts';

/** Words that speak of more than what was computed. */
const growth =
  /replica|\brf\b|peak|overhead|buffer|headroom|index|redundan|spare|surge|burst|growth|copies|backup|safety|margin|amplif|reserve|metadata|raid|erasure|utili[sz]ation|util\b|worst/;

/** Words that speak of less. */
const shrinking = /compress|dedup|erasure|utili[sz]ation|util\b|cache|hit rate|sampl|off.?peak/;

/** Words that speak of several things at a time. */
const together = /parallel|concurren|wall.?clock|at once/;

/** Seconds a day, years of growth: a length of time that is understood. */
export function leavesOutTime(
  { ratio, strict, counted = false }: Comparison,
  expression: Expression,
  __: Expression,
  { numbers }: Context,
): boolean {
  if (isKeptDaily(ratio, expression)) return true;
  if (strict || counted) return false;
  if (timeFactors.some((factor) => near(ratio, factor, factor < 10 ? 1.02 : 1.12))) return true;
  const spans = numbers.filter((other) => other > 1 && other <= 100);
  return (
    !isSlip(ratio) && spans.some((span) => timeFactors.some((one) => near(ratio, one * span, 1.1)))
  );
}

/** `1 year × 10 TB = 3.65 PB`: that it is so much a day was said before. */
function isKeptDaily(ratio: number, expression: Expression): boolean {
  const lengths = quantitiesOf(expression)
    .flatMap(({ units }) => units)
    .filter(({ dimension, power }) => dimension === 'time' && power === 1);
  const [length] = lengths;
  return length !== undefined && lengths.length === 1 && length.size > 86_400
    ? near(ratio, length.size / 86_400, 1.03)
    : false;
}

/** A factor that stands elsewhere in the line, or that its words speak of. */
export function leavesOutFactor(
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
  const noun = claim.kind === 'quantity' ? claim.noun : undefined;
  const names = parts.flatMap((one) => [one.noun, one.per]).map((name) => singular(name ?? ''));
  const isNew = noun !== undefined && !names.includes(singular(noun));
  // `1 message → 1,000 people; 100 groups × 1 message/min = 100K deliveries/min`
  if (isNew && numbers.some((other) => near(ratio, other, 1.01))) return true;
  if (isSlip(ratio) || (closed && strict && near(ratio, 10, 1.02))) return false;
  // `100K × 1 lookup/step = 20K queries/s`, `1 job/5 min = 8,640 queries/day`
  const isUnmet = parts.some(({ per }) => per !== undefined) && !closed && isRate(claim);
  const isOne = first?.number.value === 1 && first.noun !== undefined;
  if (isNew && (isUnmet || isOne)) return true;
  if (changesSize(ratio, expression, claim, words)) return true;
  // `20 Gbit = 25 GB` leaves no room for a factor.
  const isRestatement = strict && expression.kind === 'quantity';
  const isNear = (other: number) => other > 0 && other !== 1 && near(ratio, other, 1.06);
  if (!isRestatement && numbers.some(isNear)) return true;
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
  const around = saysCopies(expression) ? words.replace(/replica|copies|\brf\b/g, '') : words;
  return growth.test(around) && !addsShare(expression) && !isPeakOf(expression, claim);
}

/** `12 TB × 3 replicas`: copies are among what is multiplied. */
function saysCopies(expression: Expression): boolean {
  return quantitiesOf(expression).some(
    ({ noun }) => noun !== undefined && /^(?:replicas?|copies|rf)$/.test(noun),
  );
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
