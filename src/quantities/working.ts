import { type Amount, evaluate, type Lookup, measure } from './evaluate.ts';
import type { Formula } from './formula.ts';
import { clean, roundTo } from './numerals.ts';
import { speak, speakExactly } from './speak.ts';
import { builtInUnits, makeUnit, type Unit, type UnitAtom, type UnitTerm } from './units.ts';

/** How far the printed left side may lie from the printed result before more digits are shown. */
const tolerance = 0.01;
/** Significant digits of operands: enough for the reader to recompute, but no more. */
const digitsToTry = [3, 4, 5, 6];

/** A printed part: how tightly it holds together, and whether its figures are exact as printed. */
interface Printed {
  text: string;
  level: number;
  exact: boolean;
}

const level = { sum: 1, product: 2, negative: 3, power: 4, atom: 5 } as const;

/**
 * The whole calculation in spoken values:
 * `100 M users × 10 reads/user/day ÷ 86,400 s/day ≈ 11.6 k reads/s`.
 * Units of time, and bits and bytes, are led to the unit shown by factors (`× 365 days/year`);
 * prefixes (`ms`, `GB`) need none, and `× 1 node` is left out. `=` only if every figure is exact as printed.
 * Operands get more than three digits where the reader could not recompute the result otherwise.
 *
 * @param formula a formula that evaluates without mistakes
 * @param result its value in the unit shown
 * @param lookup each quantity that it names, in the quantity's own unit
 */
export function describeWorking(formula: Formula, result: Amount, lookup: Lookup<Amount>): string {
  const { text: resultText, shown: resultShown } = speak(result);
  const resultExact = resultShown === clean(result.value);
  const resultBase = resultShown * result.unit.factor;
  let line = '';
  for (const digits of digitsToTry) {
    const printer = new Printer(lookup, digits);
    const { text, exact } = printer.toward(formula, result.unit);
    line = `${text} ${exact && resultExact ? '=' : '≈'} ${resultText}`;
    const { base } = evaluate(formula, (id) => measure(printer.shown(id)));
    if (Math.abs(base - resultBase) <= tolerance * Math.abs(resultBase)) break;
  }
  return line;
}

class Printer {
  readonly #lookup: Lookup<Amount>;
  readonly #digits: number;

  constructor(lookup: Lookup<Amount>, digits: number) {
    this.#lookup = lookup;
    this.#digits = digits;
  }

  /** The quantity as the reader sees it. */
  shown(id: string): Amount {
    const { value, unit } = this.#lookup(id);
    return { value: speak({ value, unit }, this.#digits).shown, unit };
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
    return {
      text: [inside(printed, level.product).text, ...factors.map(({ text }) => text)].join(' '),
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
        return { text: speakExactly(formula), level: level.atom, exact: true };
      case 'quantity': {
        const amount = this.#lookup(formula.id);
        const { text, shown } = speak(amount, this.#digits);
        return {
          text,
          level: shown < 0 ? level.negative : level.atom,
          exact: shown === clean(amount.value),
        };
      }
      case 'negative': {
        const { text, exact } = inside(print(formula.operand), level.power);
        return { text: `−${text}`, level: level.negative, exact };
      }
      case 'call': {
        const operands = formula.operands.map(print);
        const text = operands.map((operand) => operand.text).join(', ');
        return {
          text: `${formula.name}(${text})`,
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
    // `5 years^2` would raise the unit alone.
    const bare = base.level === level.atom && !/[ $]/.test(base.text);
    const text = bare || left.kind === 'call' ? base.text : `(${base.text})`;
    return {
      text: `${text}^${exponent.text}`,
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
    return evaluate(formula, (id) => measure(this.#lookup(id))).unit;
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
  return { text: `(${printed.text})`, level: level.atom, exact: printed.exact };
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
  const after =
    right.level === level.negative ? inside(right, level.power) : inside(right, rightLeast);
  return {
    text: `${before.text} ${sign} ${after.text}`,
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
