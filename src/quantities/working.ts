import { type Amount, evaluate, type Lookup, measure } from './evaluate.ts';
import type { Formula } from './formula.ts';
import { clean, roundTo } from './numerals.ts';
import { sayWorking, type WorkingPart, type WorkingPattern } from './sayWorking.ts';
import { speak, speakExactly } from './speak.ts';
import { builtInUnits, makeUnit, type Unit, type UnitAtom, type UnitTerm } from './units.ts';

/** A formula as its working prints it, in pieces: those of quantities are figures that can change. */
interface Printed {
  parts: readonly WorkingPart[];
  /** How tightly it holds together; `alone` is a quantity that may turn out to be negative. */
  level: number;
  /** Whether its numbers are exact as printed. */
  exact: boolean;
}

const level = { sum: 1, product: 2, negative: 3, power: 4, atom: 5, alone: 6 } as const;

/**
 * The whole calculation in spoken values:
 * `100 M users × 10 reads/user/day ÷ 86,400 s/day ≈ 11.6 k reads/s`.
 *
 * @param formula a formula that evaluates without mistakes
 * @param result its value in the unit shown
 * @param lookup each quantity that it names, in the quantity's own unit
 */
export function describeWorking(formula: Formula, result: Amount, lookup: Lookup<Amount>): string {
  const pattern = compileWorking(formula, result.unit, (id) => lookup(id).unit);
  return sayWorking(pattern, speak(result), {
    say: (id, digits) => speak(lookup(id), digits),
    compute: (shown) => {
      const find = (id: string) => {
        const { value, unit } = lookup(id);
        return measure({ value: shown[id] ?? value, unit });
      };
      return evaluate(formula, find).base / result.unit.factor;
    },
  });
}

/**
 * The pattern of a formula's working. Units of time, and bits and bytes, are led to the unit shown
 * by factors (`× 365 days/year`); prefixes (`ms`, `GB`) need none, and `× 1 node` is left out.
 * The pattern depends on units alone, so that it holds for any values.
 */
export function compileWorking(
  formula: Formula,
  shown: Unit,
  unitOf: Lookup<Unit>,
): WorkingPattern {
  const { parts, exact } = new Printer(unitOf).toward(formula, shown);
  return { parts, exact };
}

class Printer {
  readonly #unitOf: Lookup<Unit>;

  constructor(unitOf: Lookup<Unit>) {
    this.#unitOf = unitOf;
  }

  /**
   * The formula with the factors that lead to `target`. A sum gets them at its end if its operands
   * share their units of time and data, else each operand gets its own.
   */
  toward(formula: Formula, target: Unit): Printed {
    const operands = alternatives(formula);
    const [first, ...others] = operands;
    const mixed =
      first !== undefined &&
      others.some((other) => conversions(this.#terms(other, 1), this.#unit(first)).length > 0);
    if (mixed) return this.#together(formula, (operand) => this.toward(operand, target));

    const printed = this.#together(formula, (operand) => this.#print(operand));
    const factors = conversions(this.#terms(formula, 1), target);
    if (factors.length === 0) return printed;
    const tail = factors.map(({ text }) => ` ${text}`).join('');
    return {
      parts: joined(inside(printed, level.product).parts, [tail]),
      level: level.product,
      exact: printed.exact && factors.every(({ exact }) => exact),
    };
  }

  /** A part of a larger formula, in its natural unit. */
  #print(formula: Formula): Printed {
    return this.toward(formula, this.#unit(formula));
  }

  /** The formula itself, its parts printed by `print`. */
  #together(formula: Formula, print: (part: Formula) => Printed): Printed {
    switch (formula.kind) {
      case 'number':
        return { parts: [speakExactly(formula)], level: level.atom, exact: true };
      case 'quantity':
        return { parts: [{ id: formula.id }], level: level.alone, exact: true };
      case 'negative': {
        const { parts, exact } = held(print(formula.operand));
        return { parts: joined(['−'], parts), level: level.negative, exact };
      }
      case 'call': {
        const operands = formula.operands.map(print);
        const list = operands.map(({ parts }, index) => (index === 0 ? parts : [', ', ...parts]));
        return {
          parts: joined([`${formula.name}(`], ...list, [')']),
          level: level.atom,
          exact: operands.every(({ exact }) => exact),
        };
      }
      case 'operation':
        break;
    }
    const { operator, left, right } = formula;
    switch (operator) {
      case '+':
        return join(print(left), '+', print(right), level.sum, level.sum);
      case '-':
        return join(print(left), '−', print(right), level.sum, level.product);
      case '*':
        if (onlyNames(right)) return this.#factor(left);
        if (onlyNames(left)) return this.#factor(right);
        return join(this.#factor(left), '×', this.#factor(right), level.product, level.product);
      case '/':
        if (onlyNames(right)) return this.#factor(left);
        return join(this.#factor(left), '÷', this.#factor(right), level.product, level.negative);
      case '^':
        return this.#raise(left, right);
    }
  }

  /** A product within a product belongs to the same chain, so it gets no factors of its own. */
  #factor(formula: Formula): Printed {
    return isProduct(formula)
      ? this.#together(formula, (part) => this.#print(part))
      : this.#print(formula);
  }

  #raise(left: Formula, right: Formula): Printed {
    const base = this.#print(left);
    const exponent = inside(this.#print(right), level.negative);
    const parts = left.kind === 'call' ? base.parts : bare(base);
    return {
      parts: joined(parts, ['^'], exponent.parts),
      level: level.power,
      exact: base.exact && exponent.exact,
    };
  }

  /** The units as printed, factor by factor; those of a divisor upside down. */
  #terms(formula: Formula, sign: 1 | -1): UnitTerm[] {
    if (isProduct(formula)) {
      const right = formula.operator === '*' ? sign : sign === 1 ? -1 : 1;
      return [...this.#terms(formula.left, sign), ...this.#terms(formula.right, right)];
    }
    const { terms } = this.#unit(formula);
    return terms.map(({ atom, power }) => ({ atom, power: sign * power }));
  }

  #unit(formula: Formula): Unit {
    return evaluate(formula, (id) => measure({ value: 1, unit: this.#unitOf(id) })).unit;
  }
}

/** The operands of a sum, `min` or `max`, which must share a unit; empty for other formulas. */
function alternatives(formula: Formula): Formula[] {
  if (formula.kind === 'call') {
    return formula.name === 'min' || formula.name === 'max' ? formula.operands : [];
  }
  if (formula.kind !== 'operation') return [];
  return formula.operator === '+' || formula.operator === '-' ? [formula.left, formula.right] : [];
}

/**
 * True for `1 node` and the like, which gives a pure number the name of what it counts:
 * `ceil(…) × 1 node = 7 nodes` says no more than `ceil(…) = 7 nodes`.
 */
function onlyNames(formula: Formula): boolean {
  if (formula.kind !== 'number' || formula.value !== 1) return false;
  const [term, ...others] = formula.unit.terms;
  if (term?.power !== 1 || others.length > 0) return false;
  return !['', 'time', 'data', 'money'].includes(term.atom.dimension);
}

type Product = Extract<Formula, { kind: 'operation' }> & { operator: '*' | '/' };

function isProduct(formula: Formula): formula is Product {
  return formula.kind === 'operation' && (formula.operator === '*' || formula.operator === '/');
}

function inside(printed: Printed, least: number): Printed {
  if (printed.level >= least) return printed;
  return { ...printed, parts: joined(['('], printed.parts, [')']), level: level.atom };
}

/** As the operand of a sign that must not meet a second one: `−(−5 ms)`. */
function held(printed: Printed, least: number = level.power): Printed {
  if (printed.level !== level.alone) return inside(printed, least);
  return { ...printed, parts: wrapped(printed.parts, 'negative'), level: level.atom };
}

/** As the base of a power: `5 years^2` would raise the unit alone. */
function bare({ parts, level: own }: Printed): readonly WorkingPart[] {
  if (own === level.alone) return wrapped(parts, 'compound');
  const [only, ...others] = parts;
  const stands =
    own === level.atom && typeof only === 'string' && others.length === 0 && !/[ $]/.test(only);
  return stands ? parts : joined(['('], parts, [')']);
}

function wrapped(parts: readonly WorkingPart[], wrap: 'negative' | 'compound'): WorkingPart[] {
  return parts.map((part) => (typeof part === 'string' ? part : { ...part, wrap }));
}

/** Pieces one behind the other, neighbouring texts as one. */
function joined(...lists: (readonly WorkingPart[])[]): WorkingPart[] {
  const parts: WorkingPart[] = [];
  for (const part of lists.flat()) {
    const last = parts.at(-1);
    if (typeof part === 'string' && typeof last === 'string') parts[parts.length - 1] = last + part;
    else parts.push(part);
  }
  return parts;
}

/** Joins two parts; the right one may need to hold together more tightly than the left. */
function join(
  left: Printed,
  sign: string,
  right: Printed,
  own: number,
  rightLeast: number,
): Printed {
  const before = inside(left, own);
  // A leading minus on the right would read as a second sign.
  const after = held(right, right.level === level.negative ? level.power : rightLeast);
  return {
    parts: joined(before.parts, [` ${sign} `], after.parts),
    level: own,
    exact: before.exact && after.exact,
  };
}

/** Factors equal to 1 that lead from the printed units to the unit shown: `÷ 86,400 s/day`. */
function conversions(terms: readonly UnitTerm[], target: Unit): { text: string; exact: boolean }[] {
  const opposite = target.terms.map(({ atom, power }) => ({ atom, power: -power }));
  const powers = new Map<UnitAtom, number>();
  for (const { atom, power } of [...terms, ...opposite]) {
    const root = builtInUnits.get(atom.root);
    if (root === undefined || (root.dimension !== 'time' && root.dimension !== 'data')) continue;
    powers.set(root, (powers.get(root) ?? 0) + power);
  }
  const factors: { text: string; exact: boolean }[] = [];
  for (;;) {
    const surplus = [...powers].find(([, power]) => power >= 1);
    if (surplus === undefined) return factors;
    const [from, power] = surplus;
    const into = [...powers].find(([a, p]) => a.dimension === from.dimension && p <= -1);
    if (into === undefined) return factors;
    factors.push(conversion(from, into[0]));
    powers.set(from, power - 1);
    powers.set(into[0], into[1] + 1);
  }
}

/** The factor that turns `from` into `into`, said with its larger unit below: `365 days/year`. */
function conversion(from: UnitAtom, into: UnitAtom): { text: string; exact: boolean } {
  const [large, small] = from.factor > into.factor ? [from, into] : [into, from];
  const ratio = clean(large.factor / small.factor);
  const value = Number.isInteger(ratio) ? ratio : roundTo(ratio, 4);
  const unit = makeUnit([
    { atom: small, power: 1 },
    { atom: large, power: -1 },
  ]);
  const sign = large === from ? '×' : '÷';
  return { text: `${sign} ${speakExactly({ value, unit })}`, exact: value === ratio };
}
