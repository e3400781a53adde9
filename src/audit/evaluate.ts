import type { Expression } from './expression.ts';

/** A way to read what is ambiguous in arithmetic. */
export interface Mode {
  /** Days and seconds are mere words: `30 days × 24 h × 3600 s` is a number. */
  plainTime: boolean;
  /** Every unit is a mere word, prefixes too. */
  plainUnits: boolean;
  /** Prefixes step by 1,024. */
  binary: boolean;
  /** Offsets of the numbers whose `B` is a byte, not a billion. */
  byteLetters: readonly number[];
  /** `5m` is not five million. */
  smallLetters: boolean;
  /** `1.500` is fifteen hundred. */
  grouped: boolean;
  /** Ranges are read at their upper end. */
  high: boolean;
  /** `Gb` is a gigabyte. */
  looseBits: boolean;
  /** `53 min a year` is 53 minutes. */
  onlyFirstTime?: boolean;
}

export const plainMode: Mode = {
  plainTime: false,
  plainUnits: false,
  binary: false,
  byteLetters: [],
  smallLetters: false,
  grouped: false,
  high: false,
  looseBits: false,
};

/** A value in seconds, bytes and dollars, with the power of each. */
export interface Value {
  value: number;
  time: number;
  data: number;
  money: number;
}

/** Works out an expression; `undefined` where units make no sense or nothing finite comes out. */
export function evaluate(expression: Expression, mode: Mode): Value | undefined {
  const result = work(expression, mode);
  return result !== undefined && Number.isFinite(result.value) ? result : undefined;
}

function work(expression: Expression, mode: Mode): Value | undefined {
  if (expression.kind === 'quantity') return quantity(expression, mode);
  if (expression.kind === 'call') {
    const inside = evaluate(expression.inside, mode);
    if (inside === undefined) return undefined;
    if (inside.time !== 0 || inside.data !== 0 || inside.money !== 0) return inside;
    const { name } = expression;
    const value =
      name === 'floor'
        ? Math.floor(inside.value + 1e-9)
        : name === 'round'
          ? Math.round(inside.value)
          : Math.ceil(inside.value - 1e-9);
    return { ...inside, value };
  }
  const left = evaluate(expression.left, mode);
  const right = evaluate(expression.right, mode);
  if (left === undefined || right === undefined) return undefined;
  switch (expression.sign) {
    case '*':
      return combine(left, right, left.value * right.value, 1);
    case '/':
      return right.value === 0 ? undefined : combine(left, right, left.value / right.value, -1);
    case '^': {
      const { value } = right;
      if (Math.abs(value) > 400) return undefined;
      return {
        value: left.value ** value,
        time: left.time * value,
        data: left.data * value,
        money: left.money * value,
      };
    }
    default:
      return add(expression, left, right, expression.sign === '+' ? 1 : -1);
  }
}

function add(
  { left: base, right: part }: Extract<Expression, { kind: 'binary' }>,
  left: Value,
  right: Value,
  sign: 1 | -1,
): Value | undefined {
  // `+ 20 %` is a fifth of what stands before it.
  if (isShare(part) && !isShare(base)) {
    return { ...left, value: left.value * (1 + sign * right.value) };
  }
  if (left.time !== right.time || left.data !== right.data || left.money !== right.money)
    return undefined;
  return { ...left, value: left.value + sign * right.value };
}

/** `20 %`, `7 % + 24 %`. */
function isShare(one: Expression): boolean {
  if (one.kind === 'quantity') return one.number.percent;
  const isSum = one.kind === 'binary' && (one.sign === '+' || one.sign === '-');
  return isSum && isShare(one.left) && isShare(one.right);
}

function combine(left: Value, right: Value, value: number, sign: 1 | -1): Value {
  return {
    value,
    time: left.time + sign * right.time,
    data: left.data + sign * right.data,
    money: left.money + sign * right.money,
  };
}

function quantity({ number, units }: Extract<Expression, { kind: 'quantity' }>, mode: Mode): Value {
  const numeral = mode.high && number.upTo !== undefined ? number.upTo : number;
  let value = numeral.value;
  let isByte = false;
  if (mode.grouped && numeral.grouped !== undefined) value = numeral.grouped;
  if (numeral.bytes !== undefined && mode.byteLetters.includes(number.start)) {
    value = numeral.bytes;
    isByte = true;
  }
  if (mode.smallLetters && numeral.small !== undefined) value = numeral.small;
  if (number.percent) value /= 100;
  const result: Value = { value, time: 0, data: isByte && !mode.plainUnits ? 1 : 0, money: 0 };
  for (const { dimension, power, size, binarySize, loose } of units) {
    if (mode.plainUnits || (dimension === 'time' && mode.plainTime)) continue;
    if (mode.onlyFirstTime === true && dimension === 'time' && result.time !== 0) continue;
    const bytes = loose === true && mode.looseBits ? 8 : 1;
    result.value *= ((mode.binary ? binarySize : size) * bytes) ** power;
    result[dimension] += power;
  }
  return result;
}
