import { type Fault, type Position, sortFaults } from '../faults/fault.ts';
import type { Model, ModelDerived, ModelInput } from '../schemas/model.ts';
import type { Locate } from '../source/yaml.ts';
import { type Amount, evaluate, type Measure, measure } from './evaluate.ts';
import { type Formula, isFormulaFunction, namesIn } from './formula.ts';
import { Mistake } from './mistake.ts';
import { clean } from './numerals.ts';
import { cyclesAmong, inDependencyOrder } from './order.ts';
import { parseFormula } from './parse.ts';
import type { Quantities, Quantity } from './quantity.ts';
import { speak, speakExactly } from './speak.ts';
import { didYouMean } from './suggestion.ts';
import {
  builtInUnits,
  createUnits,
  describeUnit,
  parseUnit,
  sameDimension,
  type Unit,
  type Units,
} from './units.ts';
import { describeWorking } from './working.ts';

export type { DerivedQuantity, InputQuantity, Quantities, Quantity } from './quantity.ts';

export interface EvaluatedModel {
  /** Every quantity that could be computed. */
  quantities: Quantities;
  /** Ids that the model has, but that a fault (their own or another's) left without a value. */
  faulty: ReadonlySet<string>;
  /** The built-in units and the nouns that this model declares. */
  units: Units;
  /** In reading order. */
  faults: Fault[];
}

/** Where the model stands; `locate` is that of `readYaml`'s result. */
export interface ModelPlace {
  path: string;
  locate: Locate;
}

/**
 * Computes every quantity of a model and says everything that is wrong with it, in one run:
 * `unit-name` (a declared noun that is taken), `unit-unknown`, `unit-mismatch`, `formula-syntax`,
 * `quantity-missing`, `quantity-cycle`, `quantity-name`, `quantity-range`, `quantity-value`.
 * What depends on a faulty quantity is left out without a fault of its own.
 */
export function evaluateModel(model: Model, place: ModelPlace): EvaluatedModel {
  const evaluation = new Evaluation(model, place);
  return evaluation.run();
}

class Evaluation {
  readonly #model: Model;
  readonly #place: ModelPlace;
  readonly #units: Units;
  readonly #faults: Fault[] = [];
  readonly #faulty = new Set<string>();
  readonly #formulas = new Map<string, Formula>();
  readonly #shownUnits = new Map<string, Unit>();
  readonly #amounts = new Map<string, Amount>();
  readonly #measures = new Map<string, Measure>();

  constructor(model: Model, place: ModelPlace) {
    this.#model = model;
    this.#place = place;
    this.#units = createUnits(model.units);
  }

  run(): EvaluatedModel {
    const { inputs, derived, units } = this.#model;
    for (const noun of Object.keys(units)) this.#checkNoun(noun);
    for (const id of Object.keys(inputs)) this.#checkName(id, 'inputs');
    for (const id of Object.keys(derived)) this.#checkName(id, 'derived');
    for (const [id, input] of Object.entries(inputs)) this.#readInput(id, input);
    for (const [id, entry] of Object.entries(derived)) this.#readDerived(id, entry);
    this.#refuseCycles();
    for (const id of inDependencyOrder(this.#uses())) this.#compute(id);

    const quantities = new Map<string, Quantity>();
    for (const [id, input] of Object.entries(inputs)) this.#addInput(quantities, id, input);
    for (const [id, entry] of Object.entries(derived)) this.#addDerived(quantities, id, entry);
    const ids = [...Object.keys(inputs), ...Object.keys(derived)];
    return {
      quantities,
      faulty: new Set(ids.filter((id) => !quantities.has(id))),
      units: this.#units,
      faults: sortFaults(this.#faults),
    };
  }

  #checkNoun(noun: string): void {
    const taken = builtInUnits.has(noun) ? 'unit' : isFormulaFunction(noun) ? 'function' : '';
    if (taken === '') return;
    this.#reportName(['units', noun], 'unit-name', `\`${noun}\` is a built-in ${taken} already`);
  }

  #checkName(id: string, group: 'inputs' | 'derived'): void {
    let owner: string | undefined;
    if (this.#units.has(id)) owner = 'a unit';
    else if (isFormulaFunction(id)) owner = 'a function';
    else if (group === 'derived' && Object.hasOwn(this.#model.inputs, id)) owner = 'an input';
    if (owner === undefined) return;
    this.#faulty.add(id);
    this.#reportName([group, id], 'quantity-name', `\`${id}\` is the name of ${owner}`);
  }

  #readInput(id: string, { value, unit, range }: ModelInput): void {
    const parsed = this.#readUnit(id, ['inputs', id, 'unit'], unit);
    const [low, high] = range;
    if (value < low || value > high) {
      const message = `\`${id}\` is ${value}, outside its range`;
      const expected = `a value from ${low} to ${high}`;
      this.#report(['inputs', id, 'value'], 'quantity-range', message, expected);
    }
    if (parsed !== undefined && !this.#faulty.has(id)) this.#keep(id, { value, unit: parsed });
  }

  #readDerived(id: string, { formula: text, unit }: ModelDerived): void {
    const shown = this.#readUnit(id, ['derived', id, 'unit'], unit);
    if (shown !== undefined) this.#shownUnits.set(id, shown);
    const formula = this.#attempt(id, ['derived', id, 'formula'], () =>
      parseFormula(text, this.#units),
    );
    if (formula === undefined) return;
    this.#formulas.set(id, formula);
    for (const name of namesIn(formula)) this.#checkUse(id, name);
  }

  #checkUse(id: string, name: string): void {
    const { inputs, derived } = this.#model;
    if (Object.hasOwn(inputs, name) || Object.hasOwn(derived, name)) return;
    this.#faulty.add(id);
    const keys = ['derived', id, 'formula'];
    if (this.#units.has(name) || isFormulaFunction(name)) {
      const message = `\`${name}\` stands alone in the formula of \`${id}\``;
      this.#report(keys, 'formula-syntax', message, `a unit behind a number, as in \`1 ${name}\``);
      return;
    }
    const others = [...Object.keys(inputs), ...Object.keys(derived)].filter((key) => key !== id);
    const hint = didYouMean(name, [...others, ...this.#units.keys()]);
    const message = `\`${id}\` uses \`${name}\`, which this model does not have${hint}`;
    this.#report(keys, 'quantity-missing', message);
  }

  #refuseCycles(): void {
    for (const cycle of cyclesAmong(this.#uses())) {
      const [first = ''] = cycle;
      for (const id of cycle) this.#faulty.add(id);
      const path = [...cycle, first].join(' → ');
      const message = `\`${first}\` depends on itself: ${path}`;
      this.#report(['derived', first, 'formula'], 'quantity-cycle', message);
    }
  }

  #uses(): Map<string, string[]> {
    return new Map([...this.#formulas].map(([id, formula]) => [id, namesIn(formula)]));
  }

  #compute(id: string): void {
    const formula = this.#formulas.get(id);
    const unit = this.#shownUnits.get(id);
    if (formula === undefined) return;
    const ready = namesIn(formula).every((name) => this.#measures.has(name));
    if (!ready) this.#faulty.add(id);
    if (!ready) return;

    const keys = ['derived', id, 'formula'];
    const result = this.#attempt(id, keys, () => evaluate(formula, this.#measure));
    if (result === undefined || unit === undefined) return;
    if (!sameDimension(result.unit, unit)) {
      const message = `the formula of \`${id}\` gives ${describeUnit(result.unit)}`;
      this.#fail(id, keys, 'unit-mismatch', message, `a formula that gives ${describeUnit(unit)}`);
    } else if (!Number.isFinite(result.base)) {
      this.#fail(id, keys, 'quantity-value', `\`${id}\` comes out as ${result.base}`, 'a number');
    } else if (!this.#faulty.has(id)) this.#keep(id, { value: result.base / unit.factor, unit });
  }

  #keep(id: string, amount: Amount): void {
    this.#amounts.set(id, { value: clean(amount.value), unit: amount.unit });
    this.#measures.set(id, measure(amount));
  }

  readonly #measure = (id: string): Measure => required(this.#measures, id);
  readonly #amount = (id: string): Amount => required(this.#amounts, id);

  #addInput(quantities: Map<string, Quantity>, id: string, input: ModelInput): void {
    const amount = this.#amounts.get(id);
    if (amount === undefined) return;
    const { label, value, unit, range, why, source } = input;
    quantities.set(id, {
      kind: 'input',
      ...{ id, label, value, unit, range, why },
      ...(source === undefined ? {} : { source }),
      text: speak(amount).text,
      exact: speakExactly(amount),
    });
  }

  #addDerived(quantities: Map<string, Quantity>, id: string, entry: ModelDerived): void {
    const amount = this.#amounts.get(id);
    const formula = this.#formulas.get(id);
    if (amount === undefined || formula === undefined) return;
    const { label, unit, so } = entry;
    quantities.set(id, {
      kind: 'derived',
      ...{ id, label, value: amount.value, unit, formula: entry.formula },
      uses: namesIn(formula),
      ...(so === undefined ? {} : { so }),
      text: speak(amount).text,
      exact: speakExactly(amount),
      working: describeWorking(formula, amount, this.#amount),
    });
  }

  #readUnit(id: string, keys: string[], text: string): Unit | undefined {
    return this.#attempt(id, keys, () => parseUnit(text, this.#units));
  }

  /** Runs a step that may throw a `Mistake`, which becomes a fault of this quantity. */
  #attempt<T>(id: string, keys: string[], step: () => T): T | undefined {
    try {
      return step();
    } catch (error) {
      if (!(error instanceof Mistake)) throw error;
      this.#fail(id, keys, error.rule, `\`${id}\`: ${error.message}`, error.expected);
      return undefined;
    }
  }

  #fail(id: string, keys: string[], rule: string, message: string, expected?: string): void {
    this.#faulty.add(id);
    this.#report(keys, rule, message, expected);
  }

  #report(keys: string[], rule: string, message: string, expected?: string): void {
    this.#add(this.#place.locate(keys), rule, message, expected);
  }

  /** Reports the name of an entry, at its key. */
  #reportName(keys: string[], rule: string, message: string): void {
    this.#add(this.#place.locate(keys, 'key'), rule, message, 'a name of its own');
  }

  #add(at: Position, rule: string, message: string, expected?: string): void {
    const { path } = this.#place;
    this.#faults.push({
      path,
      ...at,
      rule,
      message,
      ...(expected === undefined ? {} : { expected }),
    });
  }
}

function required<Value>(values: ReadonlyMap<string, Value>, id: string): Value {
  const value = values.get(id);
  if (value === undefined) throw new Error(`quantity ${id} was used before it was computed`);
  return value;
}
