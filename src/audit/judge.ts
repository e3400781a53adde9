import { evaluate, type Mode, plainMode, type Value } from './evaluate.ts';
import { type Expression, isComputed, quantitiesOf } from './expression.ts';

/** What an auditor says of a claim; it says nothing where nothing self-contained is claimed. */
export const verdicts = ['right', 'rounded', 'wrong', 'unit'] as const;
export type Verdict = (typeof verdicts)[number];

/** A claim judged. */
export interface Judgement {
  verdict: Verdict;
  /** What was stated over what it comes to. */
  ratio: number;
  /** What the expression comes to, in seconds, bytes and dollars. */
  computed: Value;
  stated: Value;
  /** How it was read. */
  mode: Mode;
}

/** What stands around a claim and may excuse a difference. */
export interface Context {
  /** The passage in small letters. */
  words: string;
  /** Numbers of the passage that the claim does not use. */
  numbers: readonly number[];
  /** Only equal dimensions are judged: the two sides do not stand in one sentence. */
  strict: boolean;
  /** Joined by an arrow, `~` or a verb, which may mean something else. */
  weak: boolean;
}

/** A factor this near to one is right. */
const rightWithin = 1.05;
/** A factor this near to one is rounded. */
const roundedWithin = 1.25;

/** Factors between units of time; one that was left unsaid is no mistake. */
const timeFactors = [12, 24, 30, 60, 365, 1440, 3600, 86_400, 100_000, 2_592_000, 31_536_000];
/** Numbers that convert when they stand bare in a calculation. */
const conversions = [
  ...timeFactors,
  168,
  720,
  730,
  744,
  8760,
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

/** Holds what is stated against what its expression comes to, in every plausible reading. */
export function judge(
  expression: Expression,
  claim: Expression,
  context: Context,
): Judgement | undefined {
  const options = [expression, ...gathered(expression)].flatMap((one) =>
    compare(one, claim, context.strict),
  );
  const best = nearest(options);
  if (best === undefined) return undefined;
  const distance = apart(best.ratio);
  if (distance <= rightWithin) return { ...best, verdict: 'right' };
  if (distance <= roundedWithin || isWholePart(best, expression, claim))
    return { ...best, verdict: 'rounded' };
  const unit = unitError(expression, claim, options);
  if (unit !== undefined) return unit;
  const principal = nearest(options.filter(({ strict, flag }) => strict || flag));
  // A reading that makes no sense leaves open what was meant.
  const isOpen = modesOf(expression, claim).some(
    (mode) => evaluate(expression, mode) === undefined,
  );
  const isLoose = context.weak && isUnitless(expression) && isUnitless(claim);
  if (principal === undefined || isOpen || isLoose) return undefined;
  if (isExcused(principal, expression, claim, context)) return undefined;
  if (distance <= 2 && saysRounding(context.words)) return { ...principal, verdict: 'rounded' };
  return { ...principal, verdict: 'wrong' };
}

/** `6,000 / 4,000 = 2`: a quotient of plain numbers, rounded to a whole. */
function isWholePart(
  { computed, stated }: Comparison,
  expression: Expression,
  claim: Expression,
): boolean {
  if (!isUnitless(expression) || !isUnitless(claim) || !Number.isInteger(stated.value))
    return false;
  return stated.value === Math.ceil(computed.value) || stated.value === Math.floor(computed.value);
}

/** `10M × 2 KB + 1 KB`, where the parentheses were left out. */
function gathered(expression: Expression): Expression[] {
  if (expression.kind !== 'binary' || (expression.sign !== '+' && expression.sign !== '-'))
    return [];
  const { left, right, sign } = expression;
  if (left.kind !== 'binary' || left.sign !== '*' || right.kind !== 'quantity') return [];
  return [{ ...left, right: { kind: 'binary', sign, left: left.right, right } }];
}

/** How far a factor is from one, at least 1. */
export function apart(ratio: number): number {
  return ratio > 0 ? Math.max(ratio, 1 / ratio) : Number.POSITIVE_INFINITY;
}

interface Comparison {
  ratio: number;
  computed: Value;
  stated: Value;
  /** Dimensions agree. */
  strict: boolean;
  /** A difference here is a mistake, not a factor that was left unsaid. */
  flag: boolean;
  /** Time is accounted for by numbers of the calculation. */
  counted?: boolean;
  mode: Mode;
}

/** Every plausible comparison; the plain reading comes first. */
function compare(expression: Expression, claim: Expression, strict: boolean): Comparison[] {
  const found: Comparison[] = [];
  const literals = conversionsIn(expression);
  for (const mode of modesOf(expression, claim)) {
    const left = evaluate(expression, mode);
    const right = evaluate(claim, mode);
    if (right === undefined) continue;
    if (left !== undefined) {
      const sameKinds = left.data === right.data && left.money === right.money;
      if (sameKinds && left.time === right.time) {
        add(found, left, right, { strict: true, flag: true, mode });
        for (const factor of literals) {
          add(found, { ...left, value: left.value * factor }, right, {
            strict: false,
            flag: false,
            mode,
          });
          add(found, { ...left, value: left.value / factor }, right, {
            strict: false,
            flag: false,
            mode,
          });
        }
      }
      if (strict) continue;
      const wordless = { ...mode, plainTime: true };
      const plainRight = evaluate(claim, wordless);
      if (sameKinds && left.time !== right.time && plainRight !== undefined) {
        const flag =
          left.time === 0 && right.time === -1 && timesIn(expression) > 1 && statesDay(claim);
        add(found, left, plainRight, { strict: false, flag, mode });
      }
      if (!sameKinds && !mode.byteLetters.some((at) => startsIn(expression, at)))
        addUnsaid(found, expression, claim, left, right, mode);
    }
    if (strict) continue;
    if (left !== undefined && isUnitless(expression) && !isUnitless(claim)) {
      // `1 / 50 = 20 ms`, `13.3 - 0.4 = 12.9 hours per month`: numbers alone, in base units or as written.
      const written = evaluate(claim, { ...mode, plainUnits: true });
      for (const one of [right, written]) {
        if (one !== undefined) add(found, left, one, { strict: false, flag: false, mode });
      }
    }
    if (left !== undefined && claim.kind === 'quantity' && claim.number.percent) {
      const hundredth = { ...left, value: left.value / 100 };
      add(found, hundredth, right, { strict: false, flag: false, mode });
    } else if (
      left !== undefined &&
      quantitiesOf(expression).some(({ number }) => number.percent)
    ) {
      const percent = { ...left, value: left.value * 100 };
      if (isUnitless(expression) && isUnitless(claim))
        add(found, percent, right, { strict: false, flag: false, mode });
    }
    addPlain(found, expression, claim, { mode, left, right, literals });
  }
  return found;
}

function startsIn(expression: Expression, at: number): boolean {
  return quantitiesOf(expression).some(({ number }) => number.start === at);
}

function isUnitless(expression: Expression): boolean {
  return quantitiesOf(expression).every(({ units }) => units.length === 0);
}

/** Readings in which units of time are mere words. */
function addPlain(
  found: Comparison[],
  expression: Expression,
  claim: Expression,
  {
    mode,
    left,
    right,
    literals,
  }: { mode: Mode; left: Value | undefined; right: Value; literals: readonly number[] },
): void {
  const wordless = { ...mode, plainTime: true };
  const plainLeft = evaluate(expression, wordless);
  const plainRight = evaluate(claim, wordless);
  if (plainLeft === undefined || plainRight === undefined) return;
  if (plainLeft.data !== plainRight.data || plainLeft.money !== plainRight.money) return;
  const agrees = left !== undefined && left.time === right.time;
  const spans = longTimesIn(expression);
  const counted = literals.length > 0 || spans > 1;
  if (agrees && !counted && !hasTwoTimes(expression)) return;
  const bare = timesIn(expression) === 0 && timesIn(claim) === 0;
  const ratio = plainRight.value / plainLeft.value;
  const isDropped =
    (left !== undefined && left.time !== 0 && isUnitless(claim)) ||
    (isUnitless(expression) && right.time > 0) ||
    hasTwoTimes(claim);
  const flag = !isDropped && (counted || isZeros(ratio) || leavesOutDay(expression, claim));
  add(found, plainLeft, plainRight, { strict: bare, flag, counted, mode });
  for (const factor of literals.filter((one) => one === 8 || isPowerOfThousand(one))) {
    const mute = { strict: false, flag: false, mode };
    add(found, { ...plainLeft, value: plainLeft.value * factor }, plainRight, mute);
    add(found, { ...plainLeft, value: plainLeft.value / factor }, plainRight, mute);
  }
}

/** A rate per day or longer. */
function statesDay(claim: Expression): boolean {
  return quantitiesOf(claim).some(({ units }) =>
    units.some(
      ({ dimension, power, size }) => dimension === 'time' && power === -1 && size >= 86_400,
    ),
  );
}

/** `100M × 10 = 1B/day`: one side leaves out what is understood, the day or a longer span. */
function leavesOutDay(expression: Expression, claim: Expression): boolean {
  const spans = (one: Expression) =>
    quantitiesOf(one).flatMap(({ units }) => units.filter(({ dimension }) => dimension === 'time'));
  const left = spans(expression);
  const right = spans(claim);
  const [only] = [...left, ...right];
  return left.length + right.length === 1 && only?.power === -1 && only.size >= 86_400;
}

/** Readings in which a unit was left out on one side: `1M users × 200 = 200 MB`. */
function addUnsaid(
  found: Comparison[],
  expression: Expression,
  claim: Expression,
  left: Value,
  right: Value,
  mode: Mode,
): void {
  const plainLeft = evaluate(expression, { ...mode, plainTime: true });
  const plainRight = evaluate(claim, { ...mode, plainTime: true });
  const rawLeft = evaluate(expression, { ...mode, plainUnits: true });
  const rawRight = evaluate(claim, { ...mode, plainUnits: true });
  const mute = { strict: false, flag: false, mode };
  for (const one of [left, plainLeft])
    if (one !== undefined) add(found, one, plainRight ?? right, mute);
  if (
    (isUnitless(expression) || isUnitless(claim)) &&
    rawLeft !== undefined &&
    rawRight !== undefined
  )
    add(found, rawLeft, rawRight, mute);
  if (rawLeft !== undefined && plainRight !== undefined) add(found, rawLeft, plainRight, mute);
}

function add(
  found: Comparison[],
  computed: Value,
  stated: Value,
  kind: Pick<Comparison, 'strict' | 'flag' | 'counted' | 'mode'>,
): void {
  const ratio = stated.value / computed.value;
  if (Number.isFinite(ratio) && ratio > 0) found.push({ ratio, computed, stated, ...kind });
}

function nearest(options: readonly Comparison[]): Comparison | undefined {
  return options.reduce<Comparison | undefined>(
    (best, one) => (best === undefined || apart(one.ratio) < apart(best.ratio) - 1e-9 ? one : best),
    undefined,
  );
}

/** All ways to read what is ambiguous in these two; the plain one first. */
function modesOf(...expressions: readonly Expression[]): Mode[] {
  const quantities = expressions.flatMap(quantitiesOf);
  const numbers = quantities.flatMap(({ number }) => [
    number,
    ...(number.upTo ? [number.upTo] : []),
  ]);
  const units = quantities.flatMap((one) => one.units);
  let modes: Mode[] = [plainMode];
  const letters = quantities.filter(({ number }) => number.bytes !== undefined).slice(0, 4);
  for (const { number } of letters) {
    const add = (mode: Mode) => ({ ...mode, byteLetters: [...mode.byteLetters, number.start] });
    modes = [...modes, ...modes.map(add)];
  }
  const branch = (name: Exclude<keyof Mode, 'byteLetters'>, applies: boolean) => {
    if (applies) modes = [...modes, ...modes.map((mode) => ({ ...mode, [name]: true }))];
  };
  branch(
    'smallLetters',
    numbers.some(({ small }) => small !== undefined),
  );
  branch(
    'grouped',
    numbers.some(({ grouped }) => grouped !== undefined),
  );
  branch(
    'high',
    quantities.some(({ number }) => number.upTo !== undefined),
  );
  branch(
    'binary',
    units.some(({ size, binarySize }) => size !== binarySize),
  );
  branch(
    'looseBits',
    units.some(({ loose }) => loose === true),
  );
  return modes;
}

/** Bare numbers that convert, and their products. */
function conversionsIn(expression: Expression): number[] {
  const bare = quantitiesOf(expression)
    .filter(({ units }) => units.length === 0)
    .map(({ number }) => number.value)
    .filter((value) => conversions.includes(value) || isPowerOfThousand(value));
  const products = new Set<number>();
  for (const value of bare.slice(0, 6)) {
    for (const product of [...products, 1]) products.add(product * value);
  }
  return [...products];
}

function isPowerOfThousand(value: number): boolean {
  return [1e3, 1e6, 1e9, 1e12, 1024, 1024 ** 2, 1024 ** 3, 2 ** 40].includes(value);
}

/** How many quantities carry a unit of time. */
function timesIn(expression: Expression): number {
  return quantitiesOf(expression).filter(({ units }) =>
    units.some(({ dimension }) => dimension === 'time'),
  ).length;
}

/** How many quantities are lengths of time: `30 days × 24 h`. */
function longTimesIn(expression: Expression): number {
  return quantitiesOf(expression).filter(({ units }) =>
    units.some(({ dimension, power }) => dimension === 'time' && power > 0),
  ).length;
}

/** `6.5 hours/day`. */
function hasTwoTimes(expression: Expression): boolean {
  return quantitiesOf(expression).some(
    ({ units }) => units.filter(({ dimension }) => dimension === 'time').length > 1,
  );
}

/** A factor of a thousand, a million …: a prefix that slipped. */
function isSlip(ratio: number): boolean {
  const power = Math.log10(ratio) / 3;
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 0.007;
}

/** A power of ten that no factor left unsaid explains. */
function isZeros(ratio: number): boolean {
  const power = Math.log10(ratio);
  return Math.abs(power - Math.round(power)) < 0.006 && (power < -0.5 || power > 1.5);
}

function near(ratio: number, factor: number, within = 1.05): boolean {
  return apart(ratio / factor) <= within || apart(ratio * factor) <= within;
}

/** Bits taken for bytes, seconds for bytes. */
function unitError(
  expression: Expression,
  claim: Expression,
  options: readonly Comparison[],
): Judgement | undefined {
  const bitsIn = (one: Expression) =>
    quantitiesOf(one).flatMap(({ units }) =>
      units.filter(({ dimension }) => dimension === 'data').map(({ bits }) => bits === true),
    );
  const left = bitsIn(expression);
  const right = bitsIn(claim);
  const mixed = left.length > 0 && right.length > 0 && left[0] !== right[0];
  const eight = options.find(({ strict, ratio }) => strict && near(ratio, 8));
  if (mixed && eight !== undefined) return { ...eight, verdict: 'unit' };
  const a = evaluate(expression, plainMode);
  const b = evaluate(claim, plainMode);
  const rawA = evaluate(expression, { ...plainMode, plainUnits: true });
  const rawB = evaluate(claim, { ...plainMode, plainUnits: true });
  if (a === undefined || b === undefined || rawA === undefined || rawB === undefined)
    return undefined;
  const crossed = a.data === 1 && a.time === 0 && b.data === 0 && b.time === 1;
  if (crossed && isComputed(expression) && apart(rawB.value / rawA.value) < 1.01)
    return { verdict: 'unit', ratio: b.value / a.value, computed: a, stated: b, mode: plainMode };
  return undefined;
}

const growth =
  /replica|\brf\b|peak|compress|overhead|buffer|headroom|index|redundan|spare|surge|burst|growth|copies|backup|safety|margin|amplif|reserve|metadata|raid|erasure|utili[sz]ation|util\b|worst/;
const servers =
  /^(?:servers?|nodes?|machines?|shards?|instances?|pods?|replicas?|brokers?|partitions?|workers?|hosts?|boxes|vms?|gpus?|cores?|cpus?|threads?|consumers?|containers?|processes|disks?|drives?|chars?|characters?|buckets?|digits?|bits?)$/;
const remainders = /^(?:r|rem|remainder|mod)$/;
/** Units that the auditor does not know, in which a bare product may come out. */
const foreign = /flop|vcpu|hz$|^[cmk]m$|points?$|percentage|gpu|token-|joule|watt/;

/** Reasons for which a difference is not held against the writer, one a function. */
const excuses: readonly ((
  found: Comparison,
  expression: Expression,
  claim: Expression,
  context: Context,
) => boolean)[] = [isOutlandish, isRoundedUp, isOtherKind, leavesOutTime, leavesOutFactor];

function isExcused(
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
function isOtherKind({ ratio }: Comparison, expression: Expression, claim: Expression): boolean {
  const parts = quantitiesOf(expression);
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
    if (expression.per === true && isUnitless(expression)) return true;
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
    const isPrice = parts.some(({ units }) => units.some(({ dimension }) => dimension === 'money'));
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
  if (claim.noun !== undefined && (remainders.test(claim.noun) || foreign.test(claim.noun)))
    return true;
  if (claim.per !== undefined && !parts.some(({ per }) => per !== undefined)) return true;
  // `1 thread × 10,000 sockets = 1 thread` repeats itself to make a point.
  const isEcho = ({ noun, number }: (typeof parts)[number]) =>
    noun === claim.noun && number.value === claim.number.value;
  return claim.units.length === 0 && parts.some(isEcho);
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
  _: Expression,
  { words, numbers }: Context,
): boolean {
  const parts = quantitiesOf(expression);
  const [first] = parts;
  const isEach =
    parts.some(({ per }) => per !== undefined) ||
    (first?.number.value === 1 && first.units.length === 0);
  if (ratio > 100 && isEach && (parts.length < 3 || !isSlip(ratio))) return true;
  if (isSlip(ratio)) return false;
  if (growth.test(words) && apart(ratio) <= 10.5) return true;
  if (numbers.some((other) => other > 1 && near(ratio, other, 1.06))) return true;
  return (
    !strict && !counted && parts.some(({ number }) => number.value > 1 && near(ratio, number.value))
  );
}

/** `… ÷ 1,000 = 12` in a line that ends on `servers`. */
function lastNoun(words: string): string {
  return /([a-z]+)[\s.)*|]*$/.exec(words)?.[1] ?? '';
}

function saysRounding(words: string): boolean {
  return /\bround|\bsay\b|call it|order of|ballpark|roughly|simplif|conservativ/.test(words);
}
