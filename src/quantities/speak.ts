import type { Amount } from './evaluate.ts';
import { clean, groupedNumber } from './numerals.ts';
import { say, type Spoken, withUnit } from './say.ts';
import { sayingOf } from './saying.ts';

export type { Spoken } from './say.ts';

/** Says an amount with `digits` significant digits; how is told at `say`. */
export function speak({ value, unit }: Amount, digits = 3): Spoken {
  return say(value, sayingOf(unit), digits);
}

/** The amount in full, in its own unit: `11,574.0740741 reads/s`. */
export function speakExactly({ value, unit }: Amount): string {
  const saying = sayingOf(unit);
  return withUnit(groupedNumber(clean(value)), saying, saying).text;
}
