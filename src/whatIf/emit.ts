import { type CompiledSide, compileFormulas, compileSides } from '../quantities/compile.ts';
import { parseFormula } from '../quantities/parse.ts';
import type { InputQuantity, Quantities, Quantity } from '../quantities/quantity.ts';
import type { Saying } from '../quantities/say.ts';
import { sayingOf } from '../quantities/saying.ts';
import { speak } from '../quantities/speak.ts';
import { createUnits, parseUnit, type Unit, type Units } from '../quantities/units.ts';
import { compileWorking } from '../quantities/working.ts';
import type { Model } from '../schemas/model.ts';
import type { Problem } from '../schemas/problem.ts';
import { readUnit } from './entry.ts';
import { influenceOf } from './influence.ts';
import type { Atom, WhatIfFlip, WhatIfModel, WhatIfSide, WhatIfUnit } from './model.ts';

/** What a page knows of a problem; the texts of its decisions are HTML. */
export interface WhatIfSource {
  problem: Pick<Problem, 'decisions' | 'keyFigures'>;
  quantities: readonly Quantity[];
  units: Model['units'];
}

/** The data of a problem, and its script: formulas and tipping points as plain JavaScript. */
export function compileWhatIf({ problem, quantities: all, units: declared }: WhatIfSource): {
  model: WhatIfModel;
  script: string;
} {
  const byId: Quantities = new Map(all.map((quantity) => [quantity.id, quantity]));
  const units = createUnits(declared);
  const nameOf = namesOf(all);
  const sayings = new Sayings();
  const atoms = atomsOf(units, all);
  const code: [name: string, code: string][] = compileFormulas(byId, units, nameOf).map(
    (formula) => [nameOf(formula.id), formula.code],
  );

  const influence = influenceOf(all, problem, units);
  const rank = ({ id }: Quantity) => influence.get(id) ?? 0;
  const quantities: WhatIfModel['quantities'] = {};
  const inputs = all.filter((quantity) => quantity.kind === 'input');
  for (const input of inputs.sort((a, b) => rank(b) - rank(a))) {
    const unit = parseUnit(input.unit, units);
    const { measures } = readUnit(input.unit, atoms);
    const named = { key: nameOf(input.id), label: input.label, ...sayings.of(unit) };
    quantities[input.id] = { ...named, ...rangeOf(input, unit), measures };
  }
  for (const quantity of all) {
    if (quantity.kind === 'input') continue;
    const { id, label } = quantity;
    const unit = parseUnit(quantity.unit, units);
    const formula = parseFormula(quantity.formula, units);
    const unitOf = (name: string) => parseUnit(byId.get(name)?.unit ?? 'one', units);
    const named = { key: nameOf(id), label, ...sayings.of(unit) };
    quantities[id] = { ...named, ...compileWorking(formula, unit, unitOf) };
  }

  /** A side is a quantity that is computed anyway, a fixed value, or has a function of its own. */
  const sideOf = ({ code: own, fixed, unit, uses }: CompiledSide): WhatIfSide => {
    const said = sayings.of(unit);
    const [name] = uses.map(nameOf);
    if (fixed !== undefined) return { at: fixed, ...said };
    if (own === `q=>q.${name}`) return { at: name ?? '', ...said };
    const side = `side${code.length}`;
    code.push([side, own]);
    return { at: side, ...said };
  };
  const flips = problem.decisions
    .flatMap((decision) => decision.flips)
    .map(({ when }): WhatIfFlip => {
      const { comparison, left, right } = compileSides(when, byId, units, nameOf);
      const [named = ''] = left.uses;
      return {
        label: byId.get(named)?.label ?? when,
        beyond: comparison.startsWith('>') ? 'over' : 'under',
        ...(comparison.endsWith('=') && ({ orEqual: true } as const)),
        left: sideOf(left),
        right: sideOf(right),
      };
    });
  const computed = code.map(([name]) => name);
  return {
    model: { quantities, computed, flips, sayings: sayings.all, atoms },
    script: `export default[${code.map(([, text]) => text).join()}]`,
  };
}

/** Short names for the script: `a` … `Z`, `a1` … */
function namesOf(quantities: readonly Quantity[]): (id: string) => string {
  const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const names = new Map(
    quantities.map(({ id }, place) => {
      const round = Math.floor(place / letters.length);
      return [id, `${letters[place % letters.length]}${round || ''}`];
    }),
  );
  return (id) => names.get(id) ?? id;
}

/** Different sayings, each once. */
class Sayings {
  readonly all: Saying[] = [];
  readonly #places = new Map<string, number>();

  of(unit: Unit): WhatIfUnit {
    const saying = sayingOf(unit);
    const key = JSON.stringify(saying);
    const says = this.#places.get(key) ?? this.all.push(saying) - 1;
    this.#places.set(key, says);
    return { says, factor: unit.factor };
  }
}

/** How far an input may go. */
function rangeOf(input: InputQuantity, unit: Unit) {
  const { value, range } = input;
  const [low, high] = range;
  const ends = [low, high].map((end) => speak({ value: end, unit }));
  return {
    ...{ value, low, high },
    range: `${ends[0]?.digits} to ${ends[1]?.text}`,
    example: `${speak({ value, unit }).unit || 'a pure number'}, as in ${speak({ value, unit }).text}`,
    ...(isWhole(input, unit) && ({ whole: true } as const)),
  };
}

/** Nobody has half a node; half a second, a byte and a half on average, are possible. */
function isWhole({ value, range }: InputQuantity, { terms }: Unit): boolean {
  const [term, ...others] = terms;
  if (term?.power !== 1 || others.length > 0) return false;
  if (['', 'time', 'data', 'money'].includes(term.atom.dimension)) return false;
  return [value, ...range].every(Number.isInteger);
}

/**
 * Every name of a unit, singular and plural, with what it measures and its size. Powers that an
 * input has stand for units of their own: `km^2`.
 */
function atomsOf(units: Units, quantities: readonly Quantity[]): Atom[] {
  const atoms = new Map<string, Atom[1]>([
    ['1', ['', 1]],
    ['$', ['money', 1]],
  ]);
  for (const { kind, unit } of quantities) {
    if (kind !== 'input') continue;
    for (const [power] of unit.matchAll(/\w+\^\d/g)) {
      const raised = parseUnit(power, units);
      atoms.set(power, [power, raised.factor]);
      atoms.set(speak({ value: 1, unit: raised }).unit, [power, raised.factor]);
    }
  }
  for (const [name, { one, many, dimension, factor }] of units) {
    for (const spelling of [name, one, many]) {
      if (spelling !== '' && !atoms.has(spelling)) atoms.set(spelling, [dimension, factor]);
    }
  }
  return [...atoms];
}
