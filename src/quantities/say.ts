import { clean, groupedNumber, roundTo } from './numerals.ts';

/**
 * How figures of one unit are said: plain data, made from the unit at build (`saying.ts`), so that
 * a browser can say a figure without a table of units.
 */
export interface Saying {
  /** What stands behind the digits after exactly one, and after any other number: `node`, `nodes`. */
  one: string;
  many: string;
  /** What stands below the fraction stroke: `/user/day`. */
  rate: string;
  /** `$` for money. */
  sign?: string;
  /** The whole below which the gap is what matters: 100 for percentages, 1 for pure numbers. */
  whole?: number;
  /** True for counts of things, which are said in full below 10,000. */
  counted?: true;
  /** From where on a figure takes a word: 20 k, 3 M. */
  wordsFrom: number;
  /** Metric or binary prefixes, smallest first; `at` is the place of the unit's own. */
  prefixes?: { at: number; steps: readonly Prefix[] };
}

/** A prefixed unit; `factor` is its size in the unit of the saying. */
export type Prefix = Pick<Saying, 'one' | 'many'> & { factor: number };

/** A value as an engineer says it. */
export interface Spoken {
  /** `11.6 k reads/s`, `4.5 TB`, `$1.2 M/month`, `20 %`. */
  text: string;
  /** The number that the text stands for, in the unit of the saying: 11600 for `11.6 k reads/s`. */
  shown: number;
  /** Whether that is the value itself, noise aside. */
  isExact: boolean;
  /** The text without its unit: `11.6 k`. */
  digits: string;
  /** The unit that the digits are in: `reads/s`, `$/month`; empty for pure numbers. */
  unit: string;
  /** Size of that unit in the unit of the saying: 1000 where MB are said as GB. */
  factor: number;
}

/** Words for sizes; those of thousands begin where `wordsFrom` says, 10,000 at the least. */
const bands = [
  [1e15, 'quadrillion'],
  [1e12, 'trillion'],
  [1e9, 'billion'],
  [1e6, 'M'],
  [1e3, 'k'],
] as const;

/**
 * Says a value with `digits` significant digits. Integer counts of things below 10,000 are said
 * in full (`1,024 partitions`), and percentages near 100 keep what matters (`99.95 %`).
 * Byte and bit units take the best prefix when the unit is the bare `byte` or `bit`, or when the
 * figure would be below 0.01 or above 9,999. Not for values that are infinite or not a number.
 */
export function say(value: number, saying: Saying, digits = 3): Spoken {
  const cleaned = clean(value);
  const prefix = bestPrefix(cleaned, saying, digits);
  const factor = prefix?.factor ?? 1;
  const said = figure(cleaned / factor, prefix ? plain : saying, digits);
  const shown = clean(said.shown * factor);
  const isExact = shown === cleaned;
  return {
    ...withUnit(said.text, saying, prefix ?? saying),
    ...{ digits: said.text, shown, isExact, factor },
  };
}

function bestPrefix(value: number, { prefixes }: Saying, digits: number): Prefix | undefined {
  if (prefixes === undefined) return undefined;
  const { at, steps } = prefixes;
  const size = roundTo(Math.abs(value), digits);
  const comfortable = size === 0 || (size >= 0.01 && size <= 9999);
  if (at > 0 && comfortable) return steps[at];
  return steps.findLast(({ factor }) => roundTo(Math.abs(value) / factor, digits) >= 1) ?? steps[0];
}

/** Of a prefixed unit the digits are said as they are. */
const plain = { wordsFrom: Number.POSITIVE_INFINITY };

/** The rounded number, and its digits without the unit. */
function figure(
  value: number,
  { whole = 0, counted, wordsFrom }: Pick<Saying, 'whole' | 'counted' | 'wordsFrom'>,
  digits: number,
): { text: string; shown: number } {
  let shown = roundTo(value, digits);
  // Between 99 % and 100 % the gap is the figure: `99.95 %` must not be said as `100 %`.
  if (value > 0.99 * whole && value < whole) {
    shown = clean(whole - roundTo(whole - value, Math.max(2, digits - 1)));
  }
  // A count of things, not a rate: nobody has 1,020 partitions.
  if (counted && Number.isInteger(value) && Math.abs(value) < 10_000) shown = value;
  const size = Math.abs(shown);
  // A power of ten where zeros would hide the figure.
  if (size >= 1e18 || (size < 1e-9 && size > 0)) {
    const [mantissa, exponent] = shown.toExponential().split('e');
    return { text: `${groupedNumber(Number(mantissa))} × 10^${Number(exponent)}`, shown };
  }
  const [unit, word] = bands.find(([from]) => size >= wordsFrom && size >= from) ?? [1];
  const number = groupedNumber(clean(shown / unit));
  return { text: word ? `${number} ${word}` : number, shown };
}

/** Puts a unit to digits; a prefixed unit has names of its own. */
export function withUnit(
  digits: string,
  { sign = '', rate }: Saying,
  { one, many }: Pick<Saying, 'one' | 'many'>,
): { text: string; unit: string } {
  const name = /^−?1$/.test(digits) ? one : many;
  const signed = digits.replace(/^(−?)/, (minus) => minus + sign);
  return { text: `${signed}${name && ` ${name}`}${rate}`, unit: `${sign}${name}${rate}` };
}
