import { type Expression, factorsOf, quantitiesOf } from './expression.ts';

/** Factors between units of time; one that was left unsaid is no mistake. */
export const timeFactors = [
  4.33, 12, 24, 30, 52, 60, 365, 1440, 3600, 86_400, 100_000, 2_592_000, 31_536_000,
];
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

/** Bare numbers that convert, and their products. */
export function conversionsIn(expression: Expression): number[] {
  const parts = factorsOf(expression);
  const holdsData = parts.some(
    ({ number, units }) =>
      number.bytes !== undefined || units.some(({ dimension }) => dimension === 'data'),
  );
  const bare = parts
    .filter(({ units, noun }) => units.length === 0 && (noun === undefined || /^bit/.test(noun)))
    // Eight are the bits of a byte, where there are any.
    .filter(({ number }) => number.value !== 8 || holdsData)
    .map(({ number }) => number.value)
    .filter((value) => conversions.includes(value) || isPowerOfThousand(value));
  const products = new Set<number>();
  for (const value of bare.slice(0, 6)) {
    for (const product of [...products, 1]) products.add(product * value);
  }
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
  const [from, ...others] = rateTimes(expression);
  const [to] = rateTimes(claim);
  if (from === undefined || to === undefined || from === to || others.length > 0) return false;
  const step = Math.max(from / to, to / from);
  return literals.some((one) => one > 1 && Math.abs(Math.log(one / step)) < 0.16);
}

/** Seconds of the units of time under strokes. */
function rateTimes(expression: Expression): number[] {
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
