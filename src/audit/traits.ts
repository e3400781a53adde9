import { type Expression, isBare, quantitiesOf } from './expression.ts';

/** Whether a quantity of an expression starts at an offset. */
export function startsIn(expression: Expression, at: number): boolean {
  return quantitiesOf(expression).some(({ number }) => number.start === at);
}

/** Whether nothing in an expression has a unit. */
export function isUnitless(expression: Expression): boolean {
  return quantitiesOf(expression).every(({ units }) => units.length === 0);
}

/** A rate per day or longer. */
export function statesDay(claim: Expression): boolean {
  return quantitiesOf(claim).some(({ units }) =>
    units.some(
      ({ dimension, power, size }) => dimension === 'time' && power === -1 && size >= 86_400,
    ),
  );
}

/** `100M × 10 = 1B/day`: one side leaves out what is understood, the day or a longer span. */
export function leavesOutDay(expression: Expression, claim: Expression): boolean {
  const spans = (one: Expression) =>
    quantitiesOf(one).flatMap(({ units }) => units.filter(({ dimension }) => dimension === 'time'));
  const left = spans(expression);
  const right = spans(claim);
  const [only] = [...left, ...right];
  return left.length + right.length === 1 && only?.power === -1 && only.size >= 86_400;
}

/** How many quantities carry a unit of time. */
export function timesIn(expression: Expression): number {
  return quantitiesOf(expression).filter(({ units }) =>
    units.some(({ dimension }) => dimension === 'time'),
  ).length;
}

/** How many quantities are lengths of time: `30 days × 24 h`. */
export function longTimesIn(expression: Expression): number {
  return quantitiesOf(expression).filter(({ units }) =>
    units.some(({ dimension, power }) => dimension === 'time' && power > 0),
  ).length;
}

/** So much a second, an hour, a month. */
export function isRate(claim: Expression): boolean {
  return quantitiesOf(claim).some(({ units }) =>
    units.some(({ dimension, power }) => dimension === 'time' && power === -1),
  );
}

/** Seconds of the unit of time under the stroke of a rate; 1 where there is none. */
export function perIn(claim: Expression): number {
  const units = quantitiesOf(claim).flatMap((one) => one.units);
  return units.find(({ dimension, power }) => dimension === 'time' && power === -1)?.size ?? 1;
}

/** `3 × 4,200 = 12,600 QPS`: mere numbers, and a rate that only gives them a name. */
export function isCountOfRate(expression: Expression, claim: Expression): boolean {
  return holdsOnlyNumbers(expression) && isRate(claim) && perIn(claim) === 1;
}

/** `135 MB`, `$54,000/month`: a figure with one unit, and perhaps the time that it is for. */
export function hasOneUnit(claim: Expression): boolean {
  if (claim.kind !== 'quantity') return false;
  const { units } = claim;
  return units.length > 0 && units.filter(({ power }) => power > 0).length === 1;
}

/** `2 × 90 × 60 / 8` */
export function holdsOnlyNumbers(expression: Expression): boolean {
  return quantitiesOf(expression).every((part) => isBare(part) && part.per === undefined);
}

/** A mere length of time: `697 years`. */
export function isLength(expression: Expression): boolean {
  const units = quantitiesOf(expression).flatMap((one) => one.units);
  const [unit] = units;
  return units.length === 1 && unit?.dimension === 'time' && unit.power === 1;
}

/** `6.5 hours/day`. */
export function hasTwoTimes(expression: Expression): boolean {
  return quantitiesOf(expression).some(
    ({ units }) => units.filter(({ dimension }) => dimension === 'time').length > 1,
  );
}

/**
 * Whether every `/user` is met by users: `1M users × 10 posts/user`, `1B clicks ÷ 20M links = 50
 * clicks/link`. Then no factor was left unsaid.
 */
export function isClosed(expression: Expression, claim: Expression): boolean {
  const parts = quantitiesOf(expression);
  const claims = quantitiesOf(claim);
  const under = [...parts, ...claims].flatMap(({ per }) => (per === undefined ? [] : [per]));
  const isMet = (per: string) =>
    parts.some(({ noun }) => noun !== undefined && singular(noun) === singular(per)) ||
    (parts.some((part) => part.per === per) && claims.some((one) => one.per === per));
  return under.length > 0 && under.every(isMet);
}

/** `50K QPS / 2,000 per server = 25 servers`: that the 2,000 are per second is understood. */
export function countsWhatRateIsPer(expression: Expression, claim: Expression): boolean {
  if (expression.kind !== 'binary' || expression.sign !== '/' || claim.kind !== 'quantity')
    return false;
  const { right } = expression;
  if (right.kind !== 'quantity' || right.units.length > 0) return false;
  return (
    right.per !== undefined &&
    claim.noun !== undefined &&
    singular(right.per) === singular(claim.noun)
  );
}

/** A noun without its plural ending. */
export function singular(noun: string): string {
  return noun
    .replace(/ies$/, 'y')
    .replace(/(?<=x|ch|sh)es$/, '')
    .replace(/s$/, '');
}

/** Seconds of the one length of time in an expression; `undefined` where there is none, or more. */
export function intervalIn(expression: Expression): number | undefined {
  const spans = quantitiesOf(expression).flatMap(({ number, units }) =>
    units
      .filter(({ dimension, power }) => dimension === 'time' && power === 1)
      .map(({ size }) => number.value * size),
  );
  return spans.length === 1 ? spans[0] : undefined;
}

/** Seconds of the unit of the last length of time in an expression. */
export function lastTimeIn(expression: Expression): number | undefined {
  return quantitiesOf(expression)
    .flatMap(({ units }) => units)
    .findLast(({ dimension, power }) => dimension === 'time' && power === 1)?.size;
}

/** Whether an expression adds or takes away. */
export function isSum(
  expression: Expression,
): expression is Extract<Expression, { kind: 'binary' }> {
  return expression.kind === 'binary' && (expression.sign === '+' || expression.sign === '-');
}

/** `2.5 TB + 20 % buffer`: the room to spare is in the calculation. */
export function addsShare(expression: Expression): boolean {
  return (
    isSum(expression) &&
    expression.right.kind === 'quantity' &&
    expression.right.number.percent &&
    !quantitiesOf(expression.left).some(({ number }) => number.percent)
  );
}
