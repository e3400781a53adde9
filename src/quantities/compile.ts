import { evaluate, type Lookup, type Measure, measure } from './evaluate.ts';
import { type Comparison, type Formula, type FormulaFunction, namesIn } from './formula.ts';
import { inDependencyOrder } from './order.ts';
import { parseCondition, parseFormula } from './parse.ts';
import type { Quantities } from './quantity.ts';
import { parseUnit, type Unit, type Units } from './units.ts';

/** What a quantity is called in the code: its id, unless something shorter is wanted. */
export type NameOf = (id: string) => string;

/** A formula as plain JavaScript: `q=>q.users*q.reads`. */
export interface CompiledFormula {
  /** The quantity that it computes. */
  id: string;
  code: string;
}

/**
 * Writes the derived quantities of a sound model as plain JavaScript: one pure function a quantity,
 * over a record of the inputs and of the results before it, in the order in which they must be run.
 * All values are in base units, so that the code needs no factors of units;
 * results equal the engine's within 1 part in 10^9.
 */
export function compileFormulas(
  quantities: Quantities,
  units: Units,
  nameOf: NameOf = (id) => id,
): CompiledFormula[] {
  const write = writer(quantities, units, nameOf);
  const derived = new Map<string, { uses: string[]; formula: string }>();
  for (const [id, quantity] of quantities)
    if (quantity.kind === 'derived') derived.set(id, quantity);
  const order = inDependencyOrder(new Map([...derived].map(([id, { uses }]) => [id, uses])));
  return order.map((id) => {
    const formula = parseFormula(derived.get(id)?.formula ?? '', units);
    return { id, code: `q=>${write(formula).code}` };
  });
}

/** One side of a condition. */
export interface CompiledSide {
  /** A pure function from values to the side's value, all in base units. */
  code: string;
  /** The value, where nothing can change it. */
  fixed?: number;
  /** The unit in which it would naturally be said. */
  unit: Unit;
  /** Ids that it names. */
  uses: string[];
}

/** Writes the two sides of a sound condition, so that it can be said how far it is from holding. */
export function compileSides(
  text: string,
  quantities: Quantities,
  units: Units,
  nameOf: NameOf = (id) => id,
): { comparison: Comparison; left: CompiledSide; right: CompiledSide } {
  const write = writer(quantities, units, nameOf);
  const side = (formula: Formula): CompiledSide => {
    const uses = namesIn(formula);
    const { base, unit } = evaluate(formula, measures(quantities, units));
    return {
      ...{ code: `q=>${write(formula).code}`, unit, uses },
      ...(uses.length === 0 && { fixed: base }),
    };
  };
  const { comparison, left, right } = parseCondition(text, units);
  return { comparison, left: side(left), right: side(right) };
}

/** An expression, and how tightly it holds together. */
interface Written {
  code: string;
  level: number;
}

const level = { sum: 1, product: 2, sign: 3, power: 4, atom: 5 } as const;
const levels = {
  '+': level.sum,
  '-': level.sum,
  '*': level.product,
  '/': level.product,
  '^': level.power,
} as const;

/** Writes formulas in base units, without parentheses that JavaScript does not need. */
function writer(
  quantities: Quantities,
  units: Units,
  nameOf: NameOf,
): (formula: Formula) => Written {
  const call = (name: FormulaFunction, operands: readonly Formula[]): Written => {
    const values = operands.map((operand) => write(operand));
    const [operand] = operands;
    const [value] = values;
    if (operand === undefined || value === undefined || !/^(ceil|floor|round)$/.test(name)) {
      return atom(`Math.${name}(${values.map(({ code }) => code).join()})`);
    }
    // As in `roundClean` of the engine: in the operand's own unit, without the noise.
    const { factor } = evaluate(operand, measures(quantities, units)).unit;
    const own =
      factor === 1 ? value : { code: `${held(value, 2)}/${factor}`, level: level.product };
    const code = `Math.${name}(${held(own, level.atom)}.toPrecision(13))`;
    return factor === 1 ? atom(code) : { code: `${code}*${factor}`, level: level.product };
  };
  const write = (formula: Formula): Written => {
    switch (formula.kind) {
      case 'number': {
        const base = formula.value * formula.unit.factor;
        return { code: numberCode(base), level: base < 0 ? level.sign : level.atom };
      }
      case 'quantity':
        return atom(`q.${nameOf(formula.id)}`);
      case 'negative':
        return { code: `-${held(write(formula.operand), level.atom)}`, level: level.sign };
      case 'call':
        return call(formula.name, formula.operands);
      case 'operation': {
        const { operator, left, right } = formula;
        // `1 node` and other ones in base units change nothing.
        if (levels[operator] === level.product && isOne(right)) return write(left);
        const own = levels[operator];
        // The order of the engine is kept, so that results are the same to the last digit.
        if (operator === '^') {
          const [base, power] = [left, right].map((part) => held(write(part), level.atom));
          return { code: `${base}**${power}`, level: own };
        }
        const [before, after] = [held(write(left), own), held(write(right), own + 1)];
        return { code: before + operator + spaced(after), level: own };
      }
    }
  };
  return write;
}

const atom = (code: string): Written => ({ code, level: level.atom });

/** The expression as an operand that must hold together at least this tightly. */
function held({ code, level: own }: Written, least: number): string {
  return own < least ? `(${code})` : code;
}

/** The shorter of `1000000000` and `1e9`. */
function numberCode(value: number): string {
  const [plain, exponential] = [String(value), value.toExponential().replace('+', '')];
  return exponential.length < plain.length ? exponential : plain;
}

/** Two signs must not run into one. */
const spaced = (code: string) => (code.startsWith('-') ? `(${code})` : code);

function isOne(formula: Formula): boolean {
  return formula.kind === 'number' && formula.value * formula.unit.factor === 1;
}

const measures =
  (quantities: Quantities, units: Units): Lookup<Measure> =>
  (id) => {
    const quantity = quantities.get(id);
    if (quantity === undefined) throw new Error(`no quantity ${id}`);
    return measure({ value: quantity.value, unit: parseUnit(quantity.unit, units) });
  };
