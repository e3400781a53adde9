import { conversionsIn, convertsBits, convertsTime, isPowerOfThousand } from './conversions.ts';
import { evaluate, type Mode, type Value } from './evaluate.ts';
import { type Expression, quantitiesOf } from './expression.ts';
import { modesOf } from './modes.ts';
import { apart, isSlip, isTens, isZeros, near } from './ratios.ts';
import {
  countsWhatRateIsPer,
  hasTwoTimes,
  isLength,
  intervalIn,
  isCountOfRate,
  perIn,
  hasOneUnit,
  holdsOnlyNumbers,
  lastTimeIn,
  isUnitless,
  leavesOutDay,
  longTimesIn,
  startsIn,
  statesDay,
  timesIn,
} from './traits.ts';

/** One reading of both sides, held against each other. */
export interface Comparison {
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
export function compare(expression: Expression, claim: Expression, strict: boolean): Comparison[] {
  const found: Comparison[] = [];
  const literals = conversionsIn(expression);
  for (const mode of modesOf(expression, claim)) {
    const left = evaluate(expression, mode);
    const right = evaluate(claim, mode);
    if (right === undefined) continue;
    // `10M × 20 = 200B`: bytes come only from bytes.
    const claimsBytes = mode.byteLetters.some((at) => startsIn(claim, at));
    if (claimsBytes && (left === undefined || left.data === 0)) continue;
    if (left !== undefined) {
      const sameKinds = left.data === right.data && left.money === right.money;
      // `8.76 ÷ 12 = 43 minutes per month`: minutes a month are a share, and no plain number.
      const isShare = isUnitless(expression) && hasTwoTimes(claim);
      if (sameKinds && left.time === right.time) {
        const turnsBits = convertsBits(expression, claim, literals);
        if (!turnsBits && !convertsTime(expression, claim, literals))
          add(found, left, right, { strict: !isShare, flag: !isShare, mode });
        for (const factor of literals) {
          const undone = { ...left, value: left.value / factor };
          const isTurned = turnsBits && Math.max(factor, 1 / factor) === 8;
          add(found, undone, right, { strict: isTurned, flag: isTurned, mode });
        }
      }
      if (strict) continue;
      const wordless = { ...mode, plainTime: true };
      const plainRight = evaluate(claim, wordless);
      if (sameKinds && left.time !== right.time && plainRight !== undefined) {
        const fromRate = left.time === 0 && right.time === -1 && timesIn(expression) > 1;
        // `2 KB/s × 86,400 s = …/day`: the day is accounted for.
        const strict = fromRate && near(1, (intervalIn(expression) ?? 0) / perIn(claim), 1.17);
        // `1,000 × 10 × 86,400 = 86M a day`: mere numbers, and a zero lost among them.
        const factor = plainRight.value / left.value;
        const isZero =
          holdsOnlyNumbers(expression) && isTens(factor) && (right.time < 0 || !isSlip(factor));
        const flag =
          strict ||
          (fromRate && statesDay(claim)) ||
          (literals.length === 0 && isCountOfRate(expression, claim)) ||
          isZero;
        add(found, left, plainRight, { strict, flag, counted: isZero, mode });
      }
      if (sameKinds && left.time === 1 && hasTwoTimes(claim)) {
        // `… × 525,600 min = 53 min of downtime a year`
        const length = evaluate(claim, { ...mode, onlyFirstTime: true });
        if (length?.time === 1) add(found, left, length, { strict: false, flag: true, mode });
      }
      if (!sameKinds && !mode.byteLetters.some((at) => startsIn(expression, at)))
        addUnsaid(found, expression, claim, left, right, mode);
    }
    if (strict) continue;
    const last = lastTimeIn(expression);
    if (left !== undefined && last !== undefined && left.time > 1 && right.time === 1) {
      // `0.01 % × 30 days × 24 hours = 4.3 minutes`: days of so many hours.
      const plain = evaluate(expression, { ...mode, plainTime: true });
      if (plain !== undefined && plain.data === right.data && plain.money === right.money)
        add(found, { ...plain, value: plain.value * last, time: 1 }, right, {
          strict: false,
          flag: false,
          mode,
        });
    }
    const interval = intervalIn(expression);
    if (left !== undefined && interval !== undefined && left.time === 1 && right.time === -1) {
      // `100 ms × 50 jobs = 500 jobs/s`: so many in each interval.
      const each = { ...left, value: left.value / interval ** 2, time: -1 };
      add(found, each, right, { strict: false, flag: false, mode });
    }
    if (left !== undefined && isUnitless(expression) && !isUnitless(claim)) {
      // `1 / 50 = 20 ms`, `13.3 - 0.4 = 12.9 hours per month`: numbers alone, in base units or as written.
      const written = evaluate(claim, { ...mode, plainUnits: true });
      const flag = literals.length > 2 && (isLength(claim) || hasTwoTimes(claim));
      const factor = written === undefined ? 1 : written.value / left.value;
      // `0.0001 × 525,600 = 525.6 minutes a year`: a zero lost among mere numbers.
      const isZero = right.time !== 0 && holdsOnlyNumbers(expression) && isTens(factor);
      const isFlagged = flag || (isZero && !isSlip(factor));
      for (const one of [right, written]) {
        if (one !== undefined)
          add(found, left, one, {
            strict: false,
            flag: isFlagged && one === written,
            counted: isFlagged,
            mode,
          });
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
  // `250 GB × 90 days = 22.5 TB`: so much a day, kept that long.
  const isKept = left?.time === 1 && left.data === 1 && right.data === 1 && right.time === 0;
  const counted = literals.length > 0 || spans > 1 || isKept;
  if (agrees && !counted && !hasTwoTimes(expression)) return;
  if (convertsBits(expression, claim, literals)) return;
  const bare = timesIn(expression) === 0 && timesIn(claim) === 0;
  const ratio = plainRight.value / plainLeft.value;
  // `1,000/10 s = 39 min`: a rate, and the time that something takes at it.
  const isTurned = left !== undefined && left.time < 0 && right.time > 0;
  const isPerOne = countsWhatRateIsPer(expression, claim);
  // `18M writes ÷ 86,400 s ≈ 2,083`: that it is per second goes without saying.
  const isZero = left?.time === -1 && right.time === 0 && isTens(ratio) && !isSlip(ratio);
  const isDropped =
    isTurned ||
    (left !== undefined && left.time !== 0 && isUnitless(claim) && !isPerOne && !isZero) ||
    (isUnitless(expression) && right.time > 0) ||
    hasTwoTimes(claim);
  const flag =
    !isDropped &&
    (counted || isPerOne || isZero || isZeros(ratio) || leavesOutDay(expression, claim));
  add(found, plainLeft, plainRight, {
    strict: bare,
    flag,
    counted: counted || isPerOne || isZero,
    mode,
  });
  for (const factor of literals.filter(
    (one) => one === 8 || one === 1 / 8 || isPowerOfThousand(Math.max(one, 1 / one)),
  )) {
    const mute = { strict: false, flag: false, mode };
    add(found, { ...plainLeft, value: plainLeft.value / factor }, plainRight, mute);
  }
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
  if (rawLeft !== undefined && plainRight !== undefined) {
    // `60,000 GB × $0.02 = $12,000`: a price for the unit that stands beside it.
    const isPrice =
      left.data === 1 &&
      left.money === 1 &&
      left.time > -2 &&
      right.money === 1 &&
      right.data === 0;
    const ratio = plainRight.value / rawLeft.value;
    // `2 × 90 × 60 / 8 = 135 MB`: in whatever prefix, a factor of ten is none.
    const isCount = holdsOnlyNumbers(expression) && hasOneUnit(claim);
    const flag = (isPrice || isCount) && isTens(ratio) && !isSlip(ratio);
    add(found, rawLeft, plainRight, { ...mute, flag, counted: flag });
  }
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

/** The reading in which the two sides are closest. */
export function nearest(options: readonly Comparison[]): Comparison | undefined {
  return options.reduce<Comparison | undefined>(
    (best, one) => (best === undefined || apart(one.ratio) < apart(best.ratio) - 1e-9 ? one : best),
    undefined,
  );
}
