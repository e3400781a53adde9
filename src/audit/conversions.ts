import { type Expression, quantitiesOf } from './expression.ts';

/** Factors between units of time; one that was left unsaid is no mistake. */
export const timeFactors = [
  4.33, 12, 24, 30, 52, 60, 365, 1440, 3600, 86_400, 100_000, 2_592_000, 31_536_000,
];
/** Lengths of time in one another: minutes of an hour, days of a year. */
export const spans = [7, 12, 24, 30, 52, 60, 365, 1440, 3600, 86_400, 100_000];
/** Numbers that convert when they stand bare in a calculation. */
const conversions = [
  ...timeFactors,
  168,
  720,
  730,
  744,
  8760,
  4.3,
  4.345,
  30.4,
  30.42,
  30.44,
  7,
  8,
  28,
  31,
  360,
  1000,
  1024,
  86_000,
  86_500,
  2_500_000,
  30_000_000,
];

/** By how much bare numbers convert, each and together; below one where they divide. */
export function conversionsIn(expression: Expression): number[] {
  const parts = signedFactors(expression);
  const holdsData = parts.some(
    ({ part: { number, units } }) =>
      number.bytes !== undefined || units.some(({ dimension }) => dimension === 'data'),
  );
  const bare = parts
    .filter(
      ({ part: { units, noun } }) =>
        units.length === 0 && (noun === undefined || /^bit/.test(noun)),
    )
    // Eight are the bits of a byte, where there are any.
    .filter(({ part: { number } }) => number.value !== 8 || holdsData)
    .filter(
      ({ part: { number } }) =>
        conversions.includes(number.value) || isPowerOfThousand(number.value),
    )
    .map(({ part: { number }, sign }) => number.value ** sign);
  const products = new Set<number>();
  for (const value of bare.slice(0, 6)) {
    for (const product of [...products, 1]) products.add(product * value);
  }
  products.delete(1);
  return [...products];
}

/**
 * Whether bare numbers of a calculation turn the time of its rate into that of the result:
 * `2 million/min ÷ 60 = …/s`, `300M/year ÷ 365 = …/day`. Then its units do not convert it again.
 */
export function convertsTime(
  expression: Expression,
  claim: Expression,
  literals: readonly number[],
): boolean {
  const step = stepOfRates(expression, claim);
  return step !== undefined && literals.some((one) => Math.abs(Math.log(one / step)) < 0.16);
}

/** Whether a bare eight turns bits into bytes, or bytes into bits, where there are both. */
export function convertsBits(
  expression: Expression,
  claim: Expression,
  literals: readonly number[],
): boolean {
  const bitsIn = (one: Expression) =>
    quantitiesOf(one).flatMap(({ units }) =>
      units.filter(({ dimension }) => dimension === 'data').map(({ bits }) => bits === true),
    );
  const [one, other, ...more] = [...bitsIn(expression), ...bitsIn(claim)];
  if (one === undefined || other === undefined || one === other || more.length > 0) return false;
  return literals.includes(8) || literals.includes(1 / 8);
}

/** By how much a rate changes that is said for another length of time. */
export function stepOfRates(expression: Expression, claim: Expression): number | undefined {
  const [from, ...others] = rateTimes(expression);
  const [to] = rateTimes(claim);
  if (from === undefined || to === undefined || from === to || others.length > 0) return undefined;
  return to / from;
}

export interface SignedFactor {
  part: ReturnType<typeof quantitiesOf>[number];
  /** 1 where it multiplies, −1 where it divides. */
  sign: 1 | -1;
}

/** The factors of an expression, and whether they multiply or divide. */
export function signedFactors(expression: Expression, sign: 1 | -1 = 1): SignedFactor[] {
  if (expression.kind !== 'binary') return quantitiesOf(expression).map((part) => ({ part, sign }));
  if (expression.sign === '^') {
    // `/ 10^5`: a day's seconds, rounded.
    const { left, right } = expression;
    if (left.kind !== 'quantity' || right.kind !== 'quantity') return [];
    const value = left.number.value ** right.number.value;
    if (value !== 100_000) return [];
    return [{ part: { ...left, number: { ...left.number, value } }, sign }];
  }
  const turned = expression.sign === '/' ? (-sign as 1 | -1) : sign;
  return [...signedFactors(expression.left, sign), ...signedFactors(expression.right, turned)];
}

/** Seconds of the units of time under strokes. */
export function rateTimes(expression: Expression): number[] {
  return quantitiesOf(expression).flatMap(({ units }) =>
    units
      .filter(({ dimension, power }) => dimension === 'time' && power === -1)
      .map(({ size }) => size),
  );
}

/** `1,000`, `1,024` and their powers. */
export function isPowerOfThousand(value: number): boolean {
  return [1e3, 1e6, 1e9, 1e12, 1024, 1024 ** 2, 1024 ** 3, 2 ** 40].includes(value);
}
