import type { Comparison } from './compare.ts';
import { rateTimes, type SignedFactor, signedFactors, spans, stepOfRates } from './conversions.ts';
import { evaluate } from './evaluate.ts';
import { type Expression, isBare, type Quantity, quantitiesOf } from './expression.ts';
import { modesOf } from './modes.ts';
import { apart } from './ratios.ts';

/**
 * Comparisons for a rate that bare numbers turn into a rate of another time than the stated one:
 * `36M per hour / 60 = … per second`, `7 TB/day × 12 = … per year`, `120M / 30 / 24 / 60 = …/s`.
 * They leave out those numbers and convert by the units. None where the numbers convert rightly, or
 * where one of them is said elsewhere to count something: `for 12 days: 3 TB/day × 12`.
 */
export function halfConverted(
  expression: Expression,
  claim: Expression,
  said: readonly number[],
  { whole = false } = {},
): Comparison[] {
  if (isMixed(expression) || isMixed(claim)) return [];
  const parts = signedFactors(expression);
  const steps = parts.filter(({ part }) => isBare(part) && spans.includes(part.number.value));
  if (steps.length === 0 || steps.some(({ part }) => said.includes(part.number.value))) return [];
  const done = steps.reduce((product, { part, sign }) => product * part.number.value ** sign, 1);
  const byRates = stepOfRates(expression, claim);
  const wanted = byRates ?? stepOfDay(expression, claim, steps);
  if (wanted === undefined || (apart(done / wanted) < 1.6 && !whole)) return [];
  // `100/s × 8 × 3,600 = …/day`: of eight hours.
  const others = parts.filter(
    ({ part }) => (isBare(part) && !spans.includes(part.number.value)) || isSpan(part),
  );
  const isPart = others.some(({ part: { number } }) => number.value <= apart(done / wanted));
  if (isPart || hasLength(expression)) return [];
  return modesOf(expression, claim).flatMap((mode): Comparison[] => {
    const left = evaluate(expression, mode);
    const stated = evaluate(claim, mode);
    if (left === undefined || stated === undefined) return [];
    if (left.data !== stated.data || left.money !== stated.money || stated.time !== -1) return [];
    const [to = 1] = rateTimes(claim);
    const value = byRates === undefined ? ((left.value / done) * wanted) / to : left.value / done;
    const computed = { ...left, value, time: -1 };
    return [{ ratio: stated.value / value, computed, stated, strict: true, flag: true, mode }];
  });
}

/** What parts a day, from a count in days: an hour's, a minute's, a second's share of it. */
function stepOfDay(
  expression: Expression,
  claim: Expression,
  steps: readonly SignedFactor[],
): number | undefined {
  const [to] = rateTimes(claim);
  const divisors = steps.map(({ part }) => part.number.value);
  const isPart = to === 1 || to === 60 || to === 3600;
  if (!isPart || !divisors.includes(24) || steps.some(({ sign }) => sign > 0)) return undefined;
  const hasTime = quantitiesOf(expression).some(({ units }) =>
    units.some(({ dimension }) => dimension === 'time'),
  );
  const longer = divisors.filter((one) => one !== 60 && one !== 3600);
  return hasTime ? undefined : longer.reduce((product, one) => product / one, to / 3600);
}

/** Whether anything is added, taken away, raised or rounded. */
function isMixed(expression: Expression): boolean {
  if (expression.kind !== 'binary') return expression.kind === 'call';
  const { sign, left, right } = expression;
  return (sign !== '*' && sign !== '/') || isMixed(left) || isMixed(right);
}

/** `8 peak hours`, `250 trading days` */
function isSpan({ noun, units }: Quantity): boolean {
  return units.length === 0 && noun !== undefined && /^(?:hour|day|week|month|shift)s?$/.test(noun);
}

function hasLength(expression: Expression): boolean {
  return quantitiesOf(expression).some(({ units }) =>
    units.some(({ dimension, power }) => dimension === 'time' && power > 0),
  );
}
