import {
  type Amount,
  evaluate,
  type Lookup,
  type Measure,
  measure,
  requireSame,
} from './evaluate.ts';
import { type Comparison, namesIn } from './formula.ts';
import { Mistake, type MistakeRule } from './mistake.ts';
import { clean, roundTo } from './numerals.ts';
import { parseCondition } from './parse.ts';
import type { Quantities } from './quantity.ts';
import { speak } from './speak.ts';
import { didYouMean } from './suggestion.ts';
import { parseUnit, type Units, unitText } from './units.ts';

/** One side of a condition, in its own natural unit. */
export interface ConditionSide {
  value: number;
  /** As a model would write it: `write/s`. */
  unit: string;
  /** As it is said: `11.6 k writes/s`. */
  text: string;
}

/** What a condition says at the model's values. */
export interface EvaluatedCondition {
  ok: true;
  holds: boolean;
  comparison: Comparison;
  left: ConditionSide;
  right: ConditionSide;
  /** Left divided by right: 0.58 if 58 % of the way is gone; infinite if right is 0. */
  ratio: number;
  /** Ids that the condition names. */
  uses: string[];
}

/** Why a condition cannot be evaluated. */
export interface ConditionFault {
  ok: false;
  rule: MistakeRule | 'quantity-value';
  message: string;
  expected?: string;
}

/**
 * Evaluates a comparison of two formulas of one dimension: `peak_write_rate > 20,000 write/s`.
 * A bad condition comes back as a fault; nothing is thrown.
 */
export function evaluateCondition(
  text: string,
  quantities: Quantities,
  units: Units,
): EvaluatedCondition | ConditionFault {
  try {
    const { comparison, left, right } = parseCondition(text, units);
    const uses = [...new Set([left, right].flatMap(namesIn))];
    const find = lookupIn(quantities, units);
    const [a, b] = [evaluate(left, find), evaluate(right, find)];
    requireSame(a.unit, b.unit, 'compared with');
    if (!Number.isFinite(a.base) || !Number.isFinite(b.base)) {
      return {
        ok: false,
        rule: 'quantity-value',
        message: `a side of \`${text}\` has no finite value`,
      };
    }
    const holds = compare(comparison, a.base, b.base);
    const ratio = a.base / b.base;
    return { ok: true, holds, comparison, left: side(a), right: side(b), ratio, uses };
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    const { rule, message, expected } = error;
    return { ok: false, rule, message, ...(expected === undefined ? {} : { expected }) };
  }
}

/**
 * Compares at ten significant digits, so that noise does not decide: 20,000 writes/s computed from
 * days are not more than 20,000 writes/s. `compile.ts` writes the same.
 */
function compare(comparison: Comparison, left: number, right: number): boolean {
  const difference = roundTo(left, 10) - roundTo(right, 10);
  if (difference === 0) return comparison === '<=' || comparison === '>=';
  return comparison.startsWith('<') === difference < 0;
}

/** Finds quantities that were computed; an unknown one is a `quantity-missing` mistake. */
function lookupIn(quantities: Quantities, units: Units): Lookup<Measure> {
  return (id) => {
    const quantity = quantities.get(id);
    if (quantity !== undefined) {
      return measure({ value: quantity.value, unit: parseUnit(quantity.unit, units) });
    }
    if (units.has(id)) {
      throw new Mistake(
        'formula-syntax',
        `\`${id}\` stands alone`,
        `a unit behind a number, as in \`1 ${id}\``,
      );
    }
    const hint = didYouMean(id, [...quantities.keys(), ...units.keys()]);
    throw new Mistake('quantity-missing', `this model has no quantity \`${id}\`${hint}`);
  };
}

function side({ base, unit }: Measure): ConditionSide {
  const amount: Amount = { value: clean(base / unit.factor), unit };
  return { value: amount.value, unit: unitText(unit), text: speak(amount).text };
}
