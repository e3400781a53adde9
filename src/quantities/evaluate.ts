import type { Formula, FormulaFunction } from './formula.ts';
import { Mistake } from './mistake.ts';
import { describeUnit, multiplyUnits, one, powerUnit, sameDimension, type Unit } from './units.ts';

/** A number of some unit, as it is written: 250 of `ms`. */
export interface Amount {
  value: number;
  unit: Unit;
}

/** A result on its way: in base units, with the unit in which it would naturally be written. */
export interface Measure {
  base: number;
  unit: Unit;
}

/** Finds a quantity that is known to exist. */
export type Lookup<Value> = (id: string) => Value;

/** The amount in base units (seconds, bytes, dollars, things). */
export function measure({ value, unit }: Amount): Measure {
  return { base: value * unit.factor, unit };
}

/**
 * Computes a formula. A sum or a `min` has the natural unit of its first operand, a product that
 * of its factors; `ceil`, `floor` and `round` round in that unit.
 * Throws a `unit-mismatch` mistake, which depends on units only and never on values.
 * The result may be infinite or not a number.
 */
export function evaluate(formula: Formula, lookup: Lookup<Measure>): Measure {
  switch (formula.kind) {
    case 'number':
      return measure(formula);
    case 'quantity':
      return lookup(formula.id);
    case 'negative': {
      const { base, unit } = evaluate(formula.operand, lookup);
      return { base: -base, unit };
    }
    case 'call':
      return call(
        formula.name,
        formula.operands.map((operand) => evaluate(operand, lookup)),
      );
    case 'operation': {
      const left = evaluate(formula.left, lookup);
      const right = evaluate(formula.right, lookup);
      switch (formula.operator) {
        case '+':
          requireSame(left.unit, right.unit, 'added to');
          return { base: left.base + right.base, unit: left.unit };
        case '-':
          requireSame(left.unit, right.unit, 'reduced by');
          return { base: left.base - right.base, unit: left.unit };
        case '*':
          return { base: left.base * right.base, unit: multiplyUnits(left.unit, right.unit) };
        case '/': {
          const unit = multiplyUnits(left.unit, powerUnit(right.unit, -1));
          return { base: left.base / right.base, unit };
        }
        case '^':
          return raise(left, right, formula.right);
      }
    }
  }
}

/** Throws a `unit-mismatch` mistake unless the two units measure the same. */
export function requireSame(left: Unit, right: Unit, verb: string): void {
  if (sameDimension(left, right)) return;
  throw new Mistake(
    'unit-mismatch',
    `${describeUnit(left)} cannot be ${verb} ${describeUnit(right)}`,
  );
}

/**
 * Rounds a value given in its own unit. Noise behind the 13th digit is taken off first, so that
 * 8.000000000000002 nodes are 8 nodes and not 9. `compile.ts` writes the same.
 */
export function roundClean(name: 'ceil' | 'floor' | 'round', value: number): number {
  return Math[name](Number(value.toPrecision(13)));
}

function call(name: FormulaFunction, operands: Measure[]): Measure {
  const [first = { base: Number.NaN, unit: one }, ...others] = operands;
  const { base, unit } = first;
  switch (name) {
    case 'min':
    case 'max': {
      for (const other of others) requireSame(unit, other.unit, `put in one ${name} with`);
      return { base: Math[name](...operands.map((operand) => operand.base)), unit };
    }
    case 'ceil':
    case 'floor':
    case 'round':
      return { base: roundClean(name, base / unit.factor) * unit.factor, unit };
    case 'sqrt':
      return { base: Math.sqrt(base), unit: powerUnit(unit, 0.5) };
    case 'log2':
      requirePure(unit, 'log2');
      return { base: Math.log2(base), unit: one };
  }
}

function raise(left: Measure, right: Measure, exponent: Formula): Measure {
  requirePure(right.unit, 'an exponent');
  const base = left.base ** right.base;
  if (left.unit.dimensions.size === 0) return { base, unit: one };
  const fixed = exponent.kind === 'negative' ? exponent.operand : exponent;
  if (fixed.kind !== 'number') {
    throw new Mistake(
      'unit-mismatch',
      `${describeUnit(left.unit)} has an exponent that can vary, so its unit would vary too`,
      'a number as exponent, or a pure number to raise',
    );
  }
  return { base, unit: powerUnit(left.unit, right.base) };
}

function requirePure(unit: Unit, place: string): void {
  if (unit.dimensions.size === 0) return;
  throw new Mistake('unit-mismatch', `${place} needs a pure number, not ${describeUnit(unit)}`);
}
