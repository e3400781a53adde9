import type { Spoken } from './say.ts';

/** How far the printed left side may lie from the printed result before more digits are shown. */
const tolerance = 0.01;
/** Significant digits of operands: enough for the reader to recompute, but no more. */
const digitsToTry = [3, 4, 5, 6];

/** Values by the ids of quantities, or by other names of theirs. */
export type Values = Record<string, number>;

/** A piece of a working: words and signs, or a quantity, said with its present value. */
export type WorkingPart = string | { id: string; wrap?: 'negative' | 'compound' };

/** A working without its values; `working.ts` makes it from a formula. */
export interface WorkingPattern {
  parts: readonly WorkingPart[];
  /** Whether the numbers that the formula itself brings are exact as printed. */
  exact: boolean;
}

/** Where the values of a working come from, each in its quantity's own unit. */
export interface WorkingValues {
  say: (id: string, digits: number) => Spoken;
  /** The formula's result, in the unit shown, with these values instead of the present ones. */
  compute: (shown: Values) => number;
}

/**
 * Fills a working: `100 M users × 10 reads/user/day ÷ 86,400 s/day ≈ 11.6 k reads/s`.
 * `=` only if every figure is exact as printed. Operands get more than three digits where the
 * reader could not recompute the result otherwise.
 */
export function sayWorking(
  { parts, exact }: WorkingPattern,
  result: Spoken,
  values: WorkingValues,
): string {
  let line = '';
  for (const digits of digitsToTry) {
    const shown: Values = {};
    let isExact = exact && result.isExact;
    line = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        line += part;
        continue;
      }
      const spoken = values.say(part.id, digits);
      shown[part.id] = spoken.shown;
      isExact &&= spoken.isExact;
      line += wrap(spoken, part.wrap);
    }
    line += ` ${isExact ? '=' : '≈'} ${result.text}`;
    const gap = Math.abs(values.compute(shown) - result.shown);
    if (gap <= tolerance * Math.abs(result.shown)) break;
  }
  return line;
}

/** Brackets where a sign would meet a sign, or a power would raise the unit alone. */
function wrap({ text, shown }: Spoken, how: 'negative' | 'compound' | undefined): string {
  const needed = (how && shown < 0) || (how === 'compound' && /[ $]/.test(text));
  return needed ? `(${text})` : text;
}
