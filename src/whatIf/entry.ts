import { clean } from '../quantities/numerals.ts';
import { readNumber } from '../quantities/read.ts';
import { type Figures, quantityOf, sayFigure } from './figures.ts';
import type { Atom, WhatIfInput } from './model.ts';

/** What somebody typed: a value in the input's own unit, or the reason why it is none. */
export type Entry = number | string;

/**
 * Reads an entry for an input: `400 M`, `1.2 billion users`, `250 ms`, `$12/month`. A bare number is
 * in the unit that stands beside the field.
 */
export function readEntry(text: string, beside: string, figures: Figures, id: string): Entry {
  const { measures, factor, example } = quantityOf<WhatIfInput>(figures, id);
  const sign = text.includes('$') ? '$' : '';
  const plain = text.replace('$', '').trim();
  let isNumber = false;
  // A unit may begin with what could also be a magnitude (`5 min`, `5 M`), so every cut is tried.
  for (let cut = 1; cut <= plain.length; cut += 1) {
    const number = readNumber(plain.slice(0, cut));
    if (number === undefined) continue;
    isNumber = true;
    const tail = plain.slice(cut).trim();
    const unit = readUnit(tail ? sign + tail : beside, figures.model.atoms);
    if (unit.measures === measures) return judge((number * unit.factor) / factor, figures, id);
  }
  return isNumber
    ? `“${text}” is in another unit; expected ${example}.`
    : `“${text}” is not a number; try 400 M, 1.2 billion or 20,000.`;
}

/** Whether a value is one that the input may have. */
export function judge(exact: number, figures: Figures, id: string): Entry {
  const value = clean(exact);
  const { low, high, whole, range } = quantityOf<WhatIfInput>(figures, id);
  const { text } = sayFigure(figures, id, value);
  return value >= low && value <= high
    ? whole && !Number.isInteger(value)
      ? `${text} is not a whole number.`
      : value
    : `${text} is out of range; expected ${range}.`;
}

/** What a unit measures (`?` for what is no unit here), and its size in base units. */
export function readUnit(
  text: string,
  named: readonly Atom[],
): { measures: string; factor: number } {
  const atoms = new Map(named);
  let factor = 1;
  const measures = [...text.matchAll(/(\/?)([^/*·\u200b]+)/g)].map(([, stroke = '', part = '']) => {
    const name = part.trim();
    const [dimension, size] = atoms.get(name) ?? atoms.get(name.toLowerCase()) ?? ['?', 1];
    factor *= stroke ? 1 / size : size;
    return dimension && stroke + dimension;
  });
  return { measures: measures.sort().join(' ').trim(), factor };
}
