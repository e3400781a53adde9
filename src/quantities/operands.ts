import { Mistake } from './mistake.ts';
import { didYouMean } from './suggestion.ts';
import { one, parseUnit, type Unit, type Units } from './units.ts';

/** A name, or a number with the unit behind it, where it stands in a formula. */
export interface Operand {
  /** As it is written: `peak_rate`, `5,000 read/s`. */
  text: string;
  start: number;
  end: number;
  /** The unit of a number; names have none. */
  unit?: Unit;
}

const number = String.raw`(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z_\d]))?`;

/**
 * Prepares a formula for mathjs, which knows neither `20,000` nor this project's units, and which
 * would read `x / 5000 read/s` as `((x / 5000) * read) / s`: gives the text with bare numbers in
 * it, and the units apart, with the operands in order. The text keeps its length, so that what
 * mathjs says about a character is true of the written text.
 * A unit stands behind its number and has no spaces in it; in a list of arguments a space follows
 * the comma.
 * Throws a `unit-unknown` mistake for another word behind a number.
 */
export function setUnitsApart(
  written: string,
  units: Units,
): { text: string; operands: readonly Operand[] } {
  let text = written.replaceAll(/\s/g, ' ');
  const operands: Operand[] = [];
  for (const match of written.matchAll(operandPattern(units))) {
    const [found] = match;
    const start = match.index;
    const end = start + found.length;
    const { figure, unit } = match.groups ?? {};
    if (figure === undefined) {
      refuseBehindNumber(found, written.slice(0, start), operands.at(-1), units);
      operands.push({ text: found, start, end });
    } else {
      const bare = figure.replaceAll(',', '').padEnd(found.length);
      text = text.slice(0, start) + bare + text.slice(end);
      const read = unit === undefined ? one : parseUnit(unit, units);
      operands.push({ text: found, start, end, unit: read });
    }
  }
  return { text, operands };
}

/** Numbers, each as far as names of units go behind it, and words. */
function operandPattern(units: Units): RegExp {
  const name = String.raw`(?:${[...units.keys()].join('|')})\b(?:\^[1-9]\d?(?![\w.]|,\d))?`;
  const amount = String.raw`(?<figure>${number})(?:\s*(?<unit>${name}(?:[*/]${name})*))?`;
  return new RegExp(String.raw`${amount}|[A-Za-z_]\w*`, 'g');
}

/** mathjs would multiply `5 days`, and would read `0x1F` as 31. */
function refuseBehindNumber(
  word: string,
  before: string,
  last: Operand | undefined,
  units: Units,
): void {
  if (last?.unit !== one || before.trimEnd().length !== last.end) return;
  throw new Mistake(
    'unit-unknown',
    `\`${word}\` after \`${last.text}\` is not a unit of this problem` +
      didYouMean(word, units.keys()),
    'a unit, or an operator before a quantity',
  );
}
