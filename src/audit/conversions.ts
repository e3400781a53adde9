import { type Expression, quantitiesOf } from './expression.ts';

/** Factors between units of time; one that was left unsaid is no mistake. */
export const timeFactors = [
  12, 24, 30, 60, 365, 1440, 3600, 86_400, 100_000, 2_592_000, 31_536_000,
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
  4.33,
  4.345,
  30.4,
  30.42,
  30.44,
  7,
  8,
  28,
  31,
  52,
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
  const parts = quantitiesOf(expression);
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

/** `1,000`, `1,024` and their powers. */
export function isPowerOfThousand(value: number): boolean {
  return [1e3, 1e6, 1e9, 1e12, 1024, 1024 ** 2, 1024 ** 3, 2 ** 40].includes(value);
}
