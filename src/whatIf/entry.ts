import { clean } from '../quantities/numerals.ts';
import { readNumber } from '../quantities/read.ts';
import type { Spoken } from '../quantities/say.ts';
import type { WhatIfInput, WhatIfModel } from './model.ts';

/** What somebody typed: a value in the input's own unit, or the reason why it is none. */
export type Entry = number | string;

/** Says a value of the input. */
export type Say = (value?: number) => Spoken;

/**
 * Reads an entry: `400 M`, `1.2 billion users`, `250 ms`, `$12/month`. A bare number is in the unit
 * that stands beside the field, whose size is `factor` of the input's own.
 */
export function readEntry(
  text: string,
  input: WhatIfInput,
  { say, atoms, factor }: { say: Say; atoms: WhatIfModel['atoms']; factor: number },
): Entry {
  const own = readUnit(input.unit, atoms);
  const money = text.includes('$') ? 'dollar' : '';
  const plain = text.replace('$', '').trim();
  let isNumber = false;
  // A unit may begin with what could also be a magnitude (`5 min`, `5 M`), so every cut is tried.
  for (let cut = 1; cut <= plain.length; cut += 1) {
    const number = readNumber(plain.slice(0, cut));
    if (number === undefined) continue;
    isNumber = true;
    const tail = plain.slice(cut).trim();
    if (tail === '') return judge(number * factor, input, say);
    const unit = readUnit(money + tail, atoms);
    if (unit !== undefined && own !== undefined && unit.measures === own.measures) {
      return judge((number * unit.factor) / own.factor, input, say);
    }
  }
  const { text: example, unit } = say(input.value);
  return isNumber
    ? `“${text}” is in another unit; expected ${unit || 'a pure number'}, as in ${example}.`
    : `“${text}” is not a number; try 400 M, 1.2 billion or 20,000.`;
}

/** Whether a value is one that the input may have. */
export function judge(exact: number, input: WhatIfInput, say: Say): Entry {
  const value = clean(exact);
  const { low, high, whole } = input;
  if (!(value >= low && value <= high)) {
    return `${say(value).text} is out of range; ${input.range} makes sense here.`;
  }
  return whole && !Number.isInteger(value) ? `${say(value).text} is not a whole number.` : value;
}

/** What a unit measures, and its size; `undefined` for what is no unit here. */
function readUnit(
  text: string,
  atoms: WhatIfModel['atoms'],
): { measures: string; factor: number } | undefined {
  const powers = new Map<string, number>();
  let [factor, sign] = [1, 1];
  for (const part of text.split(/([/*·])/).map((piece) => piece.trim())) {
    if (/^[/*·]$/.test(part)) sign = part === '/' ? -1 : 1;
    else if (part !== '' && part !== '1') {
      const atom = atoms[part] ?? atoms[part.toLowerCase()];
      if (atom === undefined) return undefined;
      const [dimension, size] = atom;
      factor *= size ** sign;
      if (dimension !== '') powers.set(dimension, (powers.get(dimension) ?? 0) + sign);
    }
  }
  const measures = [...powers].filter(([, power]) => power !== 0);
  return { measures: measures.map(String).sort().join(), factor };
}
