/** What a unit measures, as far as arithmetic in prose can be held against it. */
export type Dimension = 'time' | 'data' | 'money';

/** One unit of a quantity: `/day` is `{ dimension: 'time', power: -1, size: 86400 }`. */
export interface UnitAtom {
  dimension: Dimension;
  power: number;
  /** Size in seconds, bytes or dollars. */
  size: number;
  /** Size when prefixes step by 1,024. */
  binarySize: number;
  /** Counts bits. */
  bits?: true;
  /** Hours of many at work: `GPU-hours`. */
  worked?: true;
  /** `Gb`: bits by the book, bytes in many notes. */
  loose?: true;
}

const second = 1;
const day = 86_400;

const times: readonly (readonly [words: string, size: number])[] = [
  ['ns nanosecond nanoseconds', 1e-9],
  ['us µs μs microsecond microseconds', 1e-6],
  ['ms msec millisecond milliseconds millis', 1e-3],
  ['s sec secs second seconds', second],
  ['min mins minute minutes', 60],
  ['h hr hrs hour hours', 3600],
  ['d day days', day],
  ['week weeks wk', 7 * day],
  ['mo month months mth', 30 * day],
  ['quarter quarters', 91 * day],
  ['y yr yrs year years annum', 365 * day],
];

const rates: readonly (readonly [words: string, size: number])[] = [
  ['qps rps tps wps ops iops eps mps', second],
  ['qpm rpm', 60],
];

const adverbs: Readonly<Record<string, number>> = {
  hourly: 3600,
  daily: day,
  weekly: 7 * day,
  monthly: 30 * day,
  yearly: 365 * day,
  annually: 365 * day,
};

const units = new Map<string, readonly UnitAtom[]>();
/** Words such as `QPS` that are a rate wherever they stand behind a number. */
const rateWords = new Set<string>();

for (const [words, size] of times) {
  for (const word of words.split(' ')) units.set(word, [time(size, 1)]);
}
for (const [words, size] of rates) {
  for (const word of words.split(' ')) {
    units.set(word, [time(size, -1)]);
    rateWords.add(word);
  }
}

const prefixes = ['', 'k', 'm', 'g', 't', 'p', 'e', 'z'];
const longPrefixes = ['', 'kilo', 'mega', 'giga', 'tera', 'peta', 'exa', 'zetta'];

/** Units whose meaning hangs on the case of their letters. */
const exact = new Map<string, readonly UnitAtom[]>();

prefixes.forEach((prefix, step) => {
  const long = longPrefixes[step] ?? '';
  for (const ending of ['', 's']) {
    units.set(`${long}byte${ending}`, [data(step)]);
    units.set(`${long}bit${ending}`, [bits(step)]);
  }
  if (step === 0) {
    units.set('bps', [bits(0), time(second, -1)]);
    exact.set('B', [data(0)]);
    exact.set('Bps', [data(0), time(second, -1)]);
    return;
  }
  const upper = prefix.toUpperCase();
  units.set(`${prefix}b`, [data(step)]);
  units.set(`${prefix}bs`, [data(step)]);
  units.set(`${prefix}ib`, [{ ...data(step), size: 1024 ** step }]);
  units.set(`${prefix}bit`, [bits(step)]);
  units.set(`${prefix}bits`, [bits(step)]);
  units.set(`${prefix}bps`, [bits(step), time(second, -1)]);
  units.set(`${prefix}ibps`, [bits(step), time(second, -1)]);
  exact.set(`${upper}b`, [{ ...bits(step), loose: true }]);
  for (const letter of [prefix, upper]) exact.set(`${letter}Bps`, [data(step), time(second, -1)]);
});
for (const [letter, step] of [
  ['G', 3],
  ['P', 5],
] as const)
  exact.set(letter, [data(step)]);
for (const word of ['dollar', 'dollars', 'usd', 'eur', 'euro', 'euros'])
  units.set(word, [money(1)]);
for (const word of ['cent', 'cents']) units.set(word, [money(0.01)]);

export function money(size: number): UnitAtom {
  return { dimension: 'money', power: 1, size, binarySize: size };
}

function time(size: number, power: number): UnitAtom {
  return { dimension: 'time', power, size, binarySize: size };
}

function data(step: number): UnitAtom {
  return { dimension: 'data', power: 1, size: 1000 ** step, binarySize: 1024 ** step };
}

function bits(step: number): UnitAtom {
  return { ...data(step), size: 1000 ** step / 8, binarySize: 1024 ** step / 8, bits: true };
}

/** `GPU-hours`, `node-days`: time, of so many. */
const workedHours =
  /^(?:[cg]pu|vcpu|core|node|server|machine|instance|vm|pod|worker|person|man|engineer)-(.+)$/i;

/** `$0.02/GB-month`: for so many bytes, kept so long. */
const kept = /^([kmgtp]i?b)-(hour|day|month|mo|year)s?$/i;

/** The unit that a word names; `undefined` for nouns such as `users`. */
export function findUnit(word: string): readonly UnitAtom[] | undefined {
  const worked = workedHours.exec(word)?.[1];
  if (worked !== undefined) return findUnit(worked)?.map((atom) => ({ ...atom, worked: true }));
  const [, size, span] = kept.exec(word) ?? [];
  if (size !== undefined && span !== undefined)
    return [size, span].flatMap((part) => findUnit(part) ?? []);
  const known = exact.get(word) ?? units.get(word.toLowerCase());
  // `M`, `K` and `S` alone are no units; only a small letter is the second.
  if (known === undefined || (word.length === 1 && word !== word.toLowerCase() && !exact.has(word)))
    return undefined;
  return known;
}

/** The unit of a word that is a rate by itself: `QPS`. */
export function findRate(word: string): readonly UnitAtom[] | undefined {
  return rateWords.has(word.toLowerCase()) ? units.get(word.toLowerCase()) : undefined;
}

/** `/day` for `daily`. */
export function findAdverb(word: string): readonly UnitAtom[] | undefined {
  const size = adverbs[word.toLowerCase()];
  return size === undefined ? undefined : [time(size, -1)];
}

/** The unit under a fraction stroke. */
export function invert(atoms: readonly UnitAtom[]): UnitAtom[] {
  return atoms.map((atom) => ({ ...atom, power: -atom.power }));
}
