import { all, create, isUnit } from 'mathjs';
import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { Mistake } from './mistake.ts';
import { groupedNumber } from './numerals.ts';
import { parseFormula } from './parse.ts';
import { builtInUnits, type Unit } from './units.ts';
import { randomFrom } from '../random.ts';

/** One formula as a model writes it, and fully parenthesised for mathjs. */
interface Sample {
  ours: string;
  theirs: string;
  /** How tightly `ours` holds together: 1 a sum, 2 a product, 3 a sign, 4 a power, 5 an operand. */
  level: number;
}

/** Our units in mathjs, under names that it does not have: `wdms` is 0.001 `dimtime`. */
function mathjsWithOurUnits() {
  const math = create(all ?? {});
  const dimensions = new Set([...builtInUnits.values()].map(({ dimension }) => dimension));
  for (const dimension of dimensions) if (dimension !== '') math.createUnit(`dim${dimension}`);
  for (const [name, { dimension, factor }] of builtInUnits) {
    if (dimension !== '') math.createUnit(`wd${name}`, `${factor} dim${dimension}`);
  }
  return math;
}

/** Random formulas that mostly measure what they should, so that sums of sums survive. */
class Samples {
  readonly #random: () => number;

  constructor(seed: number) {
    this.#random = randomFrom(seed);
  }

  next(): Sample {
    return this.#measuring(this.#pick(dimensions), 3);
  }

  /** A formula of a dimension; now and then of another one. */
  #measuring(wanted: string, depth: number): Sample {
    const dimension = this.#random() < 0.04 ? this.#pick(dimensions) : wanted;
    if (depth === 0 || this.#random() < 0.15) return this.#amount(this.#unitOf(dimension));
    const same = () => this.#measuring(dimension, depth - 1);
    const pure = () => this.#measuring('', depth - 1);
    const other = this.#pick(dimensions);
    const part = (of: string) => this.#measuring(of, depth - 1);
    const forms: (() => Sample)[] = [
      () => infix(same(), '+', same(), 1, 1),
      () => infix(same(), '-', same(), 1, 2),
      () => infix(same(), '*', pure(), 2, 2),
      () => infix(pure(), '*', same(), 2, 2),
      () => infix(same(), '/', pure(), 2, 3),
      () => infix(this.#rate(dimension, other), '*', part(other), 2, 2),
      () => infix(infix(same(), '*', part(other), 2, 2), '/', part(other), 2, 3),
      () => call('max', same(), same()),
      () => call('min', same(), same(), same()),
      () => call('sqrt', infix(same(), '*', same(), 2, 2)),
      () => call('sqrt', infix(same(), '^', literal(2), 5, 4)),
      () => this.#rounded(dimension),
      () => negative(same()),
    ];
    if (dimension === '') {
      forms.push(
        () => infix(part(other), '/', part(other), 2, 3),
        () => infix(pure(), '^', this.#pick([literal(3), negative(literal(2)), pure()]), 5, 3),
        () => call('log2', pure()),
      );
    }
    return this.#pick(forms)();
  }

  #rounded(dimension: string): Sample {
    const name = this.#pick(['ceil', 'floor', 'round']);
    const unit = this.#unitOf(dimension);
    const { ours, theirs } = this.#amount(unit);
    const inUnit = unit === 'percent' ? `(${name}(100 * ${theirs}) / 100)` : `${name}(${theirs})`;
    const rounded = dimension === '' ? inUnit : `${name}(${theirs}, ${theirUnit(unit)})`;
    return { ours: `${name}(${ours})`, theirs: rounded, level: 5 };
  }

  #rate(above: string, below: string): Sample {
    return this.#amount(`${this.#unitOf(above)}/${this.#unitOf(below)}`);
  }

  #amount(unit: string): Sample {
    const size = 10 ** Math.floor(this.#random() * 7);
    const value = Math.round(this.#random() * 100 * size) / 100;
    const figure = this.#random() < 0.5 ? groupedNumber(value) : String(value);
    const bare = unit === 'one' && this.#random() < 0.5;
    return {
      ours: bare ? figure : `${figure}${this.#pick([' ', ''])}${unit}`,
      theirs: `(${value} * ${theirUnit(unit)})`,
      level: 5,
    };
  }

  #unitOf(dimension: string): string {
    const fitting = [...builtInUnits].filter(([, atom]) => atom.dimension === dimension);
    return this.#pick(fitting)[0];
  }

  #pick<Item>(items: readonly Item[]): Item {
    const item = items[Math.floor(this.#random() * items.length)];
    if (item === undefined) throw new Error('nothing to pick from');
    return item;
  }
}

const dimensions = ['', 'time', 'data', 'read', 'user', 'node', 'money'];

const theirUnit = (unit: string) =>
  unit.replaceAll(/[a-z]+/gi, (name) => ({ one: '1', percent: '0.01' })[name] ?? `wd${name}`);

const literal = (value: number): Sample => ({
  ours: String(value),
  theirs: String(value),
  level: 5,
});

const inside = ({ ours, level }: Sample, least: number) => (level < least ? `(${ours})` : ours);

function infix(left: Sample, sign: string, right: Sample, least: number, rightLeast: number) {
  return {
    ours: `${inside(left, least)} ${sign} ${inside(right, rightLeast)}`,
    theirs: `(${left.theirs} ${sign} ${right.theirs})`,
    level: sign === '^' ? 4 : least,
  };
}

const negative = (operand: Sample): Sample => ({
  ours: `-${inside(operand, 4)}`,
  theirs: `(-${operand.theirs})`,
  level: 3,
});

const call = (name: string, ...operands: Sample[]): Sample => ({
  ours: `${name}(${operands.map(({ ours }) => ours).join(', ')})`,
  theirs: `${name}(${operands.map(({ theirs }) => theirs).join(', ')})`,
  level: 5,
});

/** A product of mathjs base units: `dimread^1 * dimtime^-1`. */
const baseOf = ({ dimensions }: Unit) =>
  [...dimensions].map(([dimension, power]) => `dim${dimension}^${power}`).join(' * ');

test('a thousand random formulas have the value that mathjs gives them, or are refused by both', () => {
  const math = mathjsWithOurUnits();
  const samples = new Samples(7);
  let [equal, refused] = [0, 0];
  for (let round = 0; round < 1000; round += 1) {
    const { ours, theirs } = samples.next();
    const about = `${ours}   as   ${theirs}`;
    let result: ReturnType<typeof evaluate>;
    try {
      result = evaluate(parseFormula(ours, builtInUnits), () => {
        throw new Error('no quantities here');
      });
    } catch (error) {
      expect(error, about).toBeInstanceOf(Mistake);
      expect(error, about).toMatchObject({ rule: 'unit-mismatch' });
      // Our units must not depend on values; mathjs has no such rule.
      if (String(error).includes('an exponent that can vary')) continue;
      expect(() => math.evaluate(theirs), about).toThrow();
      refused += 1;
      continue;
    }
    // mathjs goes on with complex numbers where a root has no value.
    if (!Number.isFinite(result.base)) continue;
    const value: unknown = math.evaluate(theirs);
    const base = isUnit(value) ? value.toNumber(baseOf(result.unit)) : value;
    expect(isUnit(value), about).toBe(result.unit.dimensions.size > 0);
    expect(Math.abs(Number(base) - result.base), about).toBeLessThanOrEqual(
      1e-9 * Math.abs(result.base),
    );
    equal += 1;
  }
  expect(equal).toBeGreaterThan(600);
  expect(refused).toBeGreaterThan(100);
});
