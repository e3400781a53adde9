import { clean, plainNumber } from '../quantities/numerals.ts';
import { type Formulas, runFormulas, type Values } from '../quantities/run.ts';
import { say, type Saying, type Spoken } from '../quantities/say.ts';
import { sayWorking } from '../quantities/sayWorking.ts';
import type {
  CompiledFlip,
  WhatIfDerived,
  WhatIfFlip,
  WhatIfInput,
  WhatIfModel,
  WhatIfScript,
} from './model.ts';

/** A tipping point with the present values of its sides. */
export interface FlipState extends WhatIfFlip {
  holds: boolean;
  /** `peak store writes: now 84 k writes/s, tips over 40 k writes/s` */
  reading: string;
}

/** The figures of a problem at any inputs, said as the build says them. */
export interface Calculator {
  model: WhatIfModel;
  /** The inputs that differ from their defaults. */
  changes: () => Values;
  /** Computes everything with these inputs; those that are left out have their defaults. */
  change: (changes: Values) => void;
  valueFor: (id: string) => number;
  /** The present value of a quantity, or another one, as it is said. */
  say: (id: string, value?: number) => Spoken;
  /** What a figure of the page shows: its value, its working, or the bare number. */
  show: (id: string, form?: string) => string;
  /** What a changed figure says when it is asked. */
  explain: (id: string) => string;
  /** Whether it has risen or fallen against the default inputs. */
  direction: (id: string) => 'up' | 'down' | undefined;
  /** The tipping points of each decision that has some. */
  flips: () => FlipState[][];
}

// Closures and not a class: private members of classes keep their names in the script that is
// shipped, which has a budget.

/** Joins what is known of a problem with its compiled formulas. */
export function createCalculator(model: WhatIfModel, script: WhatIfScript): Calculator {
  const { inputs, derived, sayings, decisions } = model;
  const quantities = new Map<string, WhatIfInput | WhatIfDerived>(
    [...inputs, ...derived].map((one) => [one.id, one]),
  );
  let changes: Values = {};
  let values: Values = {};

  const change = (wanted: Values) => {
    changes = {};
    const given: Values = {};
    for (const { id, key, value } of inputs) {
      given[key] = wanted[id] ?? value;
      if (given[key] !== value) changes[id] = given[key];
    }
    values = runFormulas(script.formulas, given);
  };
  change({});
  const defaults = values;

  // The model and its script are made together, so what the one names the other has.
  const find = (id: string) => quantities.get(id) as WhatIfInput | WhatIfDerived;
  const sayingAt = (place: number) => sayings[place] as Saying;
  const valueFor = (id: string, from = values) => from[find(id).key] as number;
  const sayOf = (id: string, value = valueFor(id), digits?: number) =>
    say(value, sayingAt(find(id).says), digits);

  /** The calculation with the present values; empty for an input. */
  const workingOf = (id: string): string => {
    const quantity = find(id);
    if (!('parts' in quantity)) return '';
    return sayWorking(quantity, sayOf(id), valueFor(id), {
      say: (name, digits) => sayOf(name, valueFor(name), digits),
      value: valueFor,
      compute: (shown) => {
        const replaced = { ...values };
        for (const name in shown) replaced[find(name).key] = shown[name] as number;
        return (script.formulas[quantity.key] as Formulas[string])(replaced);
      },
    });
  };

  return {
    ...{ model, change, say: sayOf },
    valueFor: (id) => valueFor(id),
    changes: () => changes,
    show: (id, form) =>
      form === 'number'
        ? plainNumber(clean(valueFor(id)))
        : form === 'working'
          ? workingOf(id)
          : sayOf(id).text,
    explain: (id) => {
      const was = sayOf(id, valueFor(id, defaults)).text;
      return `${find(id).label}: ${workingOf(id) || sayOf(id).text} (${was} at the default inputs)`;
    },
    direction: (id) => {
      const [now, then] = [clean(valueFor(id)), clean(valueFor(id, defaults))];
      return now === then ? undefined : now > then ? 'up' : 'down';
    },
    flips: () =>
      decisions.map(({ flips }) =>
        flips.map((flip) => {
          const [holds, left, right] = script.flips[flip.at] as CompiledFlip;
          const now = say(left(values), sayingAt(flip.left)).text;
          const limit = say(right(values), sayingAt(flip.right)).text;
          const reading = `${flip.label}: now ${now}, tips ${flip.beyond} ${limit}`;
          return { ...flip, holds: holds(values), reading };
        }),
      ),
  };
}
