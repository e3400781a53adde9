import { groupedNumber } from '../quantities/numerals.ts';
import type { Value } from './evaluate.ts';
import { type Expression, quantitiesOf } from './expression.ts';
import type { UnitAtom } from './units.ts';

/** A number with three digits that count and separators: `11,600`, `1.16 million`. */
export function sayNumber(value: number): string {
  const size = Math.abs(value);
  const bands = [
    { from: 1e12, name: ' trillion' },
    { from: 1e9, name: ' billion' },
    { from: 1e6, name: ' million' },
  ];
  if (size !== 0 && (size < 1e-4 || size >= 1e18)) return value.toExponential(2);
  const band = bands.find(({ from }) => size >= from);
  const scaled = band === undefined ? value : value / band.from;
  const digits = Number(scaled.toPrecision(3));
  const shown = Math.abs(digits) >= 1000 && band === undefined ? Math.round(value) : digits;
  return `${groupedNumber(shown)}${band?.name ?? ''}`;
}

const spans: Readonly<Record<number, string>> = {
  1e-9: 'ns',
  1e-6: 'µs',
  0.001: 'ms',
  1: 's',
  60: 'min',
  3600: 'h',
  86400: 'day',
  604800: 'week',
  2592000: 'month',
  31536000: 'year',
};

/** A value said in the units of what was stated, so that the two can be compared at a glance. */
export function sayLike(value: Value, like: Expression): string {
  const atoms = quantitiesOf(like).at(-1)?.units ?? [];
  if (value.data === 0 && value.time === 0 && value.money === 0) return sayNumber(value.value);
  const money = value.money === 1 ? '$' : '';
  const time = findSpan(atoms, value.time);
  let amount = value.time === -1 ? value.value * time.size : value.value;
  let unit = '';
  if (value.data === 1) {
    const bits = atoms.some((atom) => atom.bits === true);
    const [scaled, name] = prefixed(bits ? amount * 8 : amount, bits);
    amount = scaled;
    unit = ` ${name}`;
  } else if (value.time === 1) amount = value.value / time.size;
  const rate =
    value.time === -1 ? `/${time.name}` : value.time === 1 && unit === '' ? ` ${time.name}` : '';
  return `${money}${sayNumber(amount)}${unit}${rate}`;
}

function findSpan(atoms: readonly UnitAtom[], power: number): { size: number; name: string } {
  const atom = atoms.find(({ dimension }) => dimension === 'time');
  const size = atom !== undefined && power !== 0 ? atom.size : 1;
  return { size, name: spans[size] ?? 's' };
}

/** Bytes or bits at the best prefix. */
function prefixed(value: number, bits: boolean): [number, string] {
  const names = bits
    ? ['bits', 'kbit', 'Mbit', 'Gbit', 'Tbit', 'Pbit', 'Ebit']
    : ['bytes', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  let amount = value;
  let step = 0;
  while (Math.abs(amount) >= 1000 && step < names.length - 1) {
    amount /= 1000;
    step += 1;
  }
  return [amount, names[step] ?? ''];
}

/** Arithmetic as it was read: `100 million × 10 ÷ 86,400 s`. */
export function sayExpression(
  expression: Expression,
  bytes: readonly number[] = [],
  inside = false,
): string {
  if (expression.kind === 'quantity') return sayQuantity(expression, bytes);
  if (expression.kind === 'call')
    return `${expression.name}(${sayExpression(expression.inside, bytes)})`;
  const signs = { '*': '×', '/': '÷', '+': '+', '-': '−', '^': '^' } as const;
  const sign = signs[expression.sign];
  const loose = expression.sign === '+' || expression.sign === '-';
  const isRaised = sign === '^' && expression.left.kind === 'binary';
  const base = sayExpression(expression.left, bytes, !loose);
  const left = isRaised ? `(${base})` : base;
  const isNested = expression.right.kind === 'binary' && expression.sign === '/';
  const right = sayExpression(expression.right, bytes, !isNested);
  const text =
    sign === '^' ? `${left}^${right}` : `${left} ${sign} ${isNested ? `(${right})` : right}`;
  return inside && loose ? `(${text})` : text;
}

function sayQuantity(
  { number, units }: Extract<Expression, { kind: 'quantity' }>,
  bytes: readonly number[],
): string {
  if (number.bytes !== undefined && bytes.includes(number.start))
    return `${sayNumber(number.bytes)} bytes`;
  const value =
    number.upTo === undefined
      ? sayNumber(number.value)
      : `${sayNumber(number.value)}–${sayNumber(number.upTo.value)}`;
  const money = units.some(({ dimension }) => dimension === 'money') ? '$' : '';
  const names = units
    .filter(({ dimension }) => dimension !== 'money')
    .map((atom) => (atom.power < 0 ? `/${sayAtom(atom)}` : ` ${sayAtom(atom)}`));
  return `${money}${value}${number.percent ? ' %' : ''}${names.join('')}`;
}

function sayAtom({ dimension, size, bits }: UnitAtom): string {
  if (dimension === 'time') return spans[size] ?? `${size} s`;
  const bytes = bits === true ? size * 8 : size;
  const names =
    bits === true
      ? ['bit', 'kbit', 'Mbit', 'Gbit', 'Tbit', 'Pbit']
      : ['byte', 'KB', 'MB', 'GB', 'TB', 'PB', 'EB'];
  const step = Math.round(Math.log10(bytes) / 3);
  const binary = Math.round(Math.log2(bytes) / 10);
  return 1000 ** step === bytes
    ? (names[step] ?? 'byte')
    : (names[binary] ?? 'byte').replace(/^([KMGTPE])/, '$1i');
}
