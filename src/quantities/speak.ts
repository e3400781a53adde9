import type { Amount } from './evaluate.ts';
import { clean, groupedNumber, roundTo } from './numerals.ts';
import { prefixLadder, type Unit, type UnitAtom, type UnitTerm } from './units.ts';

/** A value as an engineer says it. */
export interface Spoken {
  /** `11.6 k reads/s`, `4.5 TB`, `$1.2 M/month`, `20 %`. */
  text: string;
  /** The number that the text stands for, in the amount's unit: 11600 for `11.6 k reads/s`. */
  shown: number;
}

/** Rounded number (`shown`) and its digits, without the unit. */
type Figure = { text: string; shown: number };

const bands = [
  { from: 1e15, size: 1e15, name: 'quadrillion' },
  { from: 1e12, size: 1e12, name: 'trillion' },
  { from: 1e9, size: 1e9, name: 'billion' },
  { from: 1e6, size: 1e6, name: 'M' },
  { from: 1e4, size: 1e3, name: 'k' },
];

/**
 * Says an amount with `digits` significant digits. Integer counts of things below 10,000 are said
 * in full (`1,024 partitions`), and percentages near 100 keep what matters (`99.95 %`).
 * Byte and bit units take the best prefix when the unit is the bare `byte` or `bit`, or when the
 * figure would be below 0.01 or above 9,999. Not for values that are infinite or not a number.
 */
export function speak({ value, unit }: Amount, digits = 3): Spoken {
  const cleaned = clean(value);
  const lead = leadAtom(unit);
  const ladder = lead === undefined ? undefined : prefixLadder(lead);
  if (lead !== undefined && ladder !== undefined) {
    const scaled = bestPrefix(cleaned, lead, ladder, digits);
    const ratio = scaled.factor / lead.factor;
    const { text, shown } = plainFigure(cleaned / ratio, digits);
    return { text: withUnit(text, unit, scaled), shown: clean(shown * ratio) };
  }
  const { text, shown } = figure(cleaned, unit, lead, digits);
  return { text: withUnit(text, unit, lead), shown };
}

/** The amount in full, in its own unit: `11,574.0740741 reads/s`. */
export function speakExactly({ value, unit }: Amount): string {
  return withUnit(groupedNumber(clean(value)), unit, leadAtom(unit));
}

/** The only unit above the fraction stroke, if there is exactly one and it has no power. */
function leadAtom({ terms }: Unit): UnitAtom | undefined {
  const above = terms.filter(({ power }) => power > 0);
  const [first] = above;
  return above.length === 1 && first?.power === 1 ? first.atom : undefined;
}

function bestPrefix(
  value: number,
  lead: UnitAtom,
  ladder: readonly UnitAtom[],
  digits: number,
): UnitAtom {
  const [root = lead] = ladder;
  const size = roundTo(Math.abs(value), digits);
  const comfortable = size === 0 || (size >= 0.01 && size <= 9999);
  if (lead !== root && comfortable) return lead;
  const fits = (atom: UnitAtom) =>
    roundTo((Math.abs(value) * lead.factor) / atom.factor, digits) >= 1;
  return ladder.findLast(fits) ?? root;
}

function figure(value: number, unit: Unit, lead: UnitAtom | undefined, digits: number): Figure {
  if (lead?.name === 'percent') return nearWhole(value, 100, digits) ?? plainFigure(value, digits);
  if (lead === undefined) {
    const near = unit.terms.length === 0 ? nearWhole(value, 1, digits) : undefined;
    if (near !== undefined) return near;
  }
  // A count of things, not a rate: nobody has 1,020 partitions.
  const counted = unit.terms.length === 0 || (unit.terms.length === 1 && lead !== undefined);
  const whole = Number.isInteger(value) && Math.abs(value) < 10_000;
  if (counted && whole && lead?.dimension !== 'money' && lead?.dimension !== 'time') {
    return { text: groupedNumber(value), shown: value };
  }
  // `86,400 s` reads better than `86.4 k s`; the words begin at a million.
  return bandFigure(value, digits, lead?.dimension === 'time' ? 1e6 : 1e4);
}

function bandFigure(value: number, digits: number, wordsFrom: number): Figure {
  const shown = roundTo(value, digits);
  const size = Math.abs(shown);
  const band = size < wordsFrom ? undefined : bands.find(({ from }) => size >= from);
  if (band === undefined || size >= 1e18) return plainFigure(value, digits);
  return { text: `${groupedNumber(clean(shown / band.size))} ${band.name}`, shown };
}

/** Digits with separators; a power of ten where zeros would hide the figure. */
function plainFigure(value: number, digits: number): Figure {
  const shown = roundTo(value, digits);
  const size = Math.abs(shown);
  if (size === 0 || (size >= 1e-9 && size < 1e18)) return { text: groupedNumber(shown), shown };
  const [mantissa = '', exponent = ''] = shown.toExponential().split('e');
  const text = `${groupedNumber(Number(mantissa))} × 10^${Number(exponent)}`;
  return { text, shown };
}

/** Between 99 % and 100 % the gap is the figure: `99.95 %` must not be said as `100 %`. */
function nearWhole(value: number, whole: number, digits: number): Figure | undefined {
  if (value <= 0.99 * whole || value >= whole) return undefined;
  const shown = clean(whole - roundTo(whole - value, Math.max(2, digits - 1)));
  return { text: groupedNumber(shown), shown };
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** Puts a unit to digits; `lead` replaces the unit's own leading atom (for another prefix). */
function withUnit(digits: string, unit: Unit, lead: UnitAtom | undefined): string {
  const above = unit.terms.filter(({ power }) => power > 0);
  const below = unit.terms.filter(({ power }) => power < 0);
  const rate = below.map((term) => `/${termText(term, false)}`).join('');
  if (lead?.dimension === 'money') {
    return `${digits.replace(/^(−?)/, '$1$$')}${rate}`;
  }
  const single = /^−?1$/.test(digits);
  const names =
    lead !== undefined
      ? [single ? lead.one : lead.many]
      : above.map((term, index) => termText(term, index === above.length - 1 && !single));
  return `${[digits, names.join('·')].filter((part) => part !== '').join(' ')}${rate}`;
}

function termText({ atom, power }: UnitTerm, plural: boolean): string {
  const size = Math.abs(power);
  if (size === 1) return plural ? atom.many : atom.one;
  const raised = [...String(size)].map((digit) => superscripts[Number(digit)] ?? digit).join('');
  return `${atom.one}${raised}`;
}
