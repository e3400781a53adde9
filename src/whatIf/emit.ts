import { compileCondition, compileFormulas, compileSides } from '../quantities/compile.ts';
import { parseFormula } from '../quantities/parse.ts';
import type { InputQuantity, Quantities, Quantity } from '../quantities/quantity.ts';
import type { Saying } from '../quantities/say.ts';
import { sayingOf } from '../quantities/saying.ts';
import { speak } from '../quantities/speak.ts';
import { createUnits, parseUnit, type Unit, type Units } from '../quantities/units.ts';
import { compileWorking } from '../quantities/working.ts';
import type { Model } from '../schemas/model.ts';
import type { Decision, Problem } from '../schemas/problem.ts';
import { influenceOf } from './influence.ts';
import type { WhatIfDecision, WhatIfDerived, WhatIfInput, WhatIfModel } from './model.ts';

/** What a page knows of a problem; the texts of its decisions are HTML. */
export interface WhatIfSource {
  problem: Pick<Problem, 'decisions' | 'keyFigures'>;
  quantities: readonly Quantity[];
  units: Model['units'];
}

/** The script of a problem: its formulas and tipping points as plain JavaScript. */
export function whatIfScript({ problem, quantities, units: declared }: WhatIfSource): string {
  const byId = byIdOf(quantities);
  const keyOf = keysOf(quantities);
  const units = createUnits(declared);
  const flips = flipping(problem.decisions).flatMap((decision) =>
    decision.flips.map(({ when }) => {
      const { left, right } = compileSides(when, byId, units, keyOf);
      return `[${compileCondition(when, byId, units, keyOf)}, ${left.code}, ${right.code}],\n`;
    }),
  );
  const formulas = compileFormulas(byId, units, keyOf);
  return tight(
    `export const formulas = ${formulas};\nexport const flips = [\n${flips.join('')}];\n`,
  );
}

/** The same code without the spaces that only readers need. */
function tight(code: string): string {
  return code
    .replaceAll('(q) => ', 'q=>')
    .replace(/ ([*/]) /g, '$1')
    .replace(/^ +/gm, '');
}

/** Short names for the script: `a` … `z`, `a1` … */
function keysOf(quantities: readonly Quantity[]): (id: string) => string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const keys = new Map(
    quantities.map(({ id }, place) => {
      const round = Math.floor(place / letters.length);
      return [id, `${letters[place % letters.length]}${round || ''}`];
    }),
  );
  return (id) => keys.get(id) ?? id;
}

/** What the panel says about a problem: labels, ranges, units, workings and decisions. */
export function whatIfModel({ problem, quantities, units: declared }: WhatIfSource) {
  const byId = byIdOf(quantities);
  const units = createUnits(declared);
  const keyOf = keysOf(quantities);
  const sayings = new Sayings();
  const influence = influenceOf(quantities, problem, units);
  const rank = ({ id }: WhatIfInput) => influence.get(id) ?? 0;

  const inputs: WhatIfInput[] = [];
  const derived: WhatIfDerived[] = [];
  for (const quantity of quantities) {
    const { id, label } = quantity;
    const unit = parseUnit(quantity.unit, units);
    const [says, key] = [sayings.placeOf(unit), keyOf(id)];
    if (quantity.kind === 'input') {
      const { value, range } = quantity;
      const [low, high] = range;
      const ends = `${speak({ value: low, unit }).digits} to ${speak({ value: high, unit }).text}`;
      const whole = isWhole(quantity, unit) && ({ whole: true } as const);
      inputs.push({
        id,
        key,
        label,
        value,
        unit: quantity.unit,
        says,
        low,
        high,
        range: ends,
        ...whole,
      });
    } else {
      const unitOf = (name: string) => parseUnit(byId.get(name)?.unit ?? 'one', units);
      const formula = parseFormula(quantity.formula, units);
      derived.push({ id, key, label, says, ...compileWorking(formula, unit, unitOf) });
    }
  }
  let at = 0;
  const decisions = flipping(problem.decisions).map(
    ({ id, question, choice, flips }): WhatIfDecision => ({
      ...{ id, question, choice: bareFigures(choice) },
      flips: flips.map(({ when, to }) => {
        const { comparison, left, right } = compileSides(when, byId, units);
        const [named = ''] = left.uses;
        at += 1;
        return {
          at: at - 1,
          to: bareFigures(to),
          label: byId.get(named)?.label ?? when,
          beyond: comparison.startsWith('>') ? 'over' : 'under',
          left: sayings.placeOf(left.unit),
          right: sayings.placeOf(right.unit),
        };
      }),
    }),
  );
  return {
    inputs: inputs.sort((a, b) => rank(b) - rank(a)),
    ...{ derived, decisions, sayings: sayings.all, atoms: atomsOf(units, inputs) },
  } satisfies WhatIfModel;
}

const flipping = (decisions: readonly Decision[]) =>
  decisions.filter(({ flips }) => flips.length > 0);

const byIdOf = (quantities: readonly Quantity[]): Quantities =>
  new Map(quantities.map((quantity) => [quantity.id, quantity]));

/** Different sayings, each once. */
class Sayings {
  readonly all: Saying[] = [];
  readonly #places = new Map<string, number>();

  placeOf(unit: Unit): number {
    const saying = sayingOf(unit);
    const key = JSON.stringify(saying);
    const place = this.#places.get(key) ?? this.all.push(saying) - 1;
    this.#places.set(key, place);
    return place;
  }
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
function atomsOf(units: Units, inputs: readonly WhatIfInput[]): WhatIfModel['atoms'] {
  const atoms: Record<string, readonly [string, number]> = {};
  for (const [power = ''] of inputs.flatMap(({ unit }) => [...unit.matchAll(/\w+\^\d/g)])) {
    atoms[power] = [power, parseUnit(power, units).factor];
  }
  for (const [name, { one, many, dimension, factor }] of units) {
    for (const spelling of [name, one, many]) {
      if (spelling !== '') atoms[spelling] ??= [dimension, factor];
    }
  }
  return atoms;
}

/** Figures of the text know their quantity and nothing else: the panel keeps them up to date. */
function bareFigures(html: string): string {
  return html.replace(
    /<data [^>]*?(data-quantity="[^"]*")[^>]*?( data-form="[^"]*")?>/g,
    '<data $1$2>',
  );
}
