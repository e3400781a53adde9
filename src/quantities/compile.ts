import { evaluate, type Lookup, type Measure, measure } from './evaluate.ts';
import { type Comparison, type Formula, type FormulaFunction, namesIn } from './formula.ts';
import { inDependencyOrder } from './order.ts';
import { parseCondition, parseFormula } from './parse.ts';
import type { Quantities } from './quantity.ts';
import { parseUnit, type Unit, type Units } from './units.ts';

export { type Formulas, runFormulas, type Values } from './run.ts';

/** What a quantity is called in the code: its id, unless something shorter is wanted. */
export type NameOf = (id: string) => string;

const itself: NameOf = (id) => id;

/**
 * Writes the derived quantities of a sound model as plain JavaScript: an object literal with one
 * pure function a quantity, over a record of the inputs and of the results before it. The keys
 * stand in the order in which they must be run (see `runFormulas`). Values are in each quantity's
 * own unit; results equal the engine's within 1 part in 10^9.
 */
export function compileFormulas(
  quantities: Quantities,
  units: Units,
  nameOf: NameOf = itself,
): string {
  const compiler = new Compiler(quantities, units, nameOf);
  const derived = new Map<string, string[]>();
  for (const [id, quantity] of quantities) {
    if (quantity.kind === 'derived') derived.set(id, quantity.uses);
  }
  const entries = inDependencyOrder(derived).map(
    (id) => `  ${nameOf(id)}: (q) => ${compiler.quantity(id)},`,
  );
  return entries.length === 0 ? '{}' : `{\n${entries.join('\n')}\n}`;
}

/**
 * Writes a sound condition as plain JavaScript: a pure function from values to true or false.
 * Throws where `evaluateCondition` would give a fault.
 */
export function compileCondition(
  text: string,
  quantities: Quantities,
  units: Units,
  nameOf: NameOf = itself,
): string {
  const compiler = new Compiler(quantities, units, nameOf);
  const { comparison, left, right } = parseCondition(text, units);
  return `(q) => ${compiler.comparison(comparison, left, right)}`;
}

/** One side of a condition: a pure function from values to the side's value in its natural unit. */
export interface CompiledSide {
  code: string;
  unit: Unit;
  /** Ids that it names. */
  uses: string[];
}

/** Writes the two sides of a sound condition, so that it can be said how far it is from holding. */
export function compileSides(
  text: string,
  quantities: Quantities,
  units: Units,
  nameOf: NameOf = itself,
): { comparison: Comparison; left: CompiledSide; right: CompiledSide } {
  const compiler = new Compiler(quantities, units, nameOf);
  const { comparison, left, right } = parseCondition(text, units);
  return { comparison, left: compiler.side(left), right: compiler.side(right) };
}

class Compiler {
  readonly #quantities: Quantities;
  readonly #units: Units;
  readonly #nameOf: NameOf;

  constructor(quantities: Quantities, units: Units, nameOf: NameOf) {
    this.#quantities = quantities;
    this.#units = units;
    this.#nameOf = nameOf;
  }

  quantity(id: string): string {
    const quantity = this.#quantities.get(id);
    if (quantity?.kind !== 'derived') throw new Error(`${id} is not a derived quantity`);
    const formula = parseFormula(quantity.formula, this.#units);
    return divided(this.#base(formula), this.#unitOf(id).factor);
  }

  comparison(comparison: Comparison, left: Formula, right: Formula): string {
    // As in `compare` of the engine; unary plus makes a number of the rounded text.
    const rounded = (side: Formula) => `+(${this.#base(side)}).toPrecision(10)`;
    return `${rounded(left)} ${comparison} ${rounded(right)}`;
  }

  side(formula: Formula): CompiledSide {
    const { unit } = evaluate(formula, this.#measure);
    const code = `(q) => ${divided(this.#base(formula), unit.factor)}`;
    return { code, unit, uses: namesIn(formula) };
  }

  /** An expression for the formula's value in base units. */
  #base(formula: Formula): string {
    switch (formula.kind) {
      case 'number':
        return String(formula.value * formula.unit.factor);
      case 'quantity':
        return multiplied(`q.${this.#nameOf(formula.id)}`, this.#unitOf(formula.id).factor);
      case 'negative':
        return `(-${this.#base(formula.operand)})`;
      case 'call':
        return this.#call(formula.name, formula.operands);
      case 'operation': {
        if (formula.operator === '*' || formula.operator === '/') {
          if (isOne(formula.right)) return this.#base(formula.left);
        }
        const operator = formula.operator === '^' ? '**' : formula.operator;
        return `(${this.#base(formula.left)} ${operator} ${this.#base(formula.right)})`;
      }
    }
  }

  #call(name: FormulaFunction, operands: Formula[]): string {
    const values = operands.map((operand) => this.#base(operand));
    const [first] = operands;
    if (first === undefined || (name !== 'ceil' && name !== 'floor' && name !== 'round')) {
      return `Math.${name}(${values.join(', ')})`;
    }
    // As in `roundClean` of the engine.
    const { factor } = evaluate(first, this.#measure).unit;
    const rounded = `Math.${name}(${divided(values.join(), factor)}.toPrecision(13))`;
    return multiplied(rounded, factor);
  }

  #unitOf(id: string): Unit {
    const quantity = this.#quantities.get(id);
    if (quantity === undefined) throw new Error(`no quantity ${id}`);
    return parseUnit(quantity.unit, this.#units);
  }

  readonly #measure: Lookup<Measure> = (id) => measure({ value: 1, unit: this.#unitOf(id) });
}

/** True for `1 node` and other ones in base units, which change nothing. */
function isOne(formula: Formula): boolean {
  return formula.kind === 'number' && formula.value * formula.unit.factor === 1;
}

/** Factors below one are written as divisors: `/ 86400` is shorter and more exact. */
function multiplied(code: string, factor: number): string {
  const inverse = 1 / factor;
  if (factor < 1 && Number.isInteger(inverse)) return `(${code} / ${inverse})`;
  return factor === 1 ? code : `(${code} * ${factor})`;
}

function divided(code: string, factor: number): string {
  const inverse = 1 / factor;
  if (factor < 1 && Number.isInteger(inverse)) return `(${code} * ${inverse})`;
  return factor === 1 ? parenthesised(code) : `(${code} / ${factor})`;
}

function parenthesised(code: string): string {
  return code.startsWith('(') || code.startsWith('q.') ? code : `(${code})`;
}
