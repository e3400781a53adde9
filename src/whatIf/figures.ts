import { clean, plainNumber } from '../quantities/numerals.ts';
import { say, type Saying, type Spoken } from '../quantities/say.ts';
import { sayWorking, type Values } from '../quantities/sayWorking.ts';
import type {
  WhatIfDerived,
  WhatIfInput,
  WhatIfModel,
  WhatIfQuantity,
  WhatIfScript,
  WhatIfSide,
  WhatIfUnit,
} from './model.ts';

/** The figures of a problem at some inputs; the functions below say them as the build does. */
export interface Figures {
  readonly model: WhatIfModel;
  readonly script: WhatIfScript;
  /** The inputs that differ from their defaults, in their own units. */
  changes: Values;
  /** Everything by its name in the script, in base units. */
  values: Values;
  /** The same at the default inputs. */
  built: Values;
}

/** The figures of a problem at its default inputs. */
export function createFigures(model: WhatIfModel, script: WhatIfScript): Figures {
  const figures = { model, script, changes: {}, values: {}, built: {} };
  change(figures, {});
  figures.built = figures.values;
  return figures;
}

/** Computes everything with these inputs; those that are left out have their defaults. */
export function change(figures: Figures, wanted: Values): void {
  const { model, script } = figures;
  const values: Values = {};
  figures.changes = {};
  for (const [id, quantity] of Object.entries(model.quantities)) {
    if (!isInput(quantity)) continue;
    const value = wanted[id] ?? quantity.value;
    values[quantity.key] = value * quantity.factor;
    if (value !== quantity.value) figures.changes[id] = value;
  }
  model.computed.forEach((key, place) => {
    values[key] = script[place]?.(values) as number;
  });
  figures.values = values;
}

export const isInput = (quantity: WhatIfInput | WhatIfDerived): quantity is WhatIfInput =>
  'low' in quantity;

/** A quantity that is known to be there: what page, model and script name, all of them have. */
export const quantityOf = <Kind extends WhatIfQuantity = WhatIfInput | WhatIfDerived>(
  { model }: Figures,
  id: string,
) => model.quantities[id] as unknown as Kind;
const sayingOf = ({ model }: Figures, { says }: WhatIfUnit) => model.sayings[says] as Saying;

/** The present value of a quantity in its own unit. */
export function presentValue(figures: Figures, id: string): number {
  const { key, factor } = quantityOf(figures, id);
  return (figures.values[key] as number) / factor;
}

/** The present value of a quantity, or another one, as it is said. */
export function sayFigure(
  figures: Figures,
  id: string,
  value = presentValue(figures, id),
  digits?: number,
): Spoken {
  return say(value, sayingOf(figures, quantityOf(figures, id)), digits);
}

/** What a figure of the page shows: its value, its working, or the bare number. */
export function showFigure(figures: Figures, id: string, form?: string): string {
  return form === 'number'
    ? plainNumber(clean(presentValue(figures, id)))
    : (form && workingOf(figures, id)) || sayFigure(figures, id).text;
}

/** Whether a quantity has risen or fallen against the default inputs. */
export function directionOf(figures: Figures, id: string): 'up' | 'down' | undefined {
  const { key } = quantityOf(figures, id);
  const [now, then] = [figures.values, figures.built].map((values) =>
    clean(values[key] as number),
  ) as [number, number];
  return now === then ? undefined : now > then ? 'up' : 'down';
}

/** The calculation with the present values; empty for an input. */
function workingOf(figures: Figures, id: string): string {
  const { model, script, values } = figures;
  const quantity = quantityOf(figures, id);
  if (isInput(quantity)) return '';
  return sayWorking(quantity, sayFigure(figures, id), {
    say: (name, digits) => sayFigure(figures, name, undefined, digits),
    compute: (shown) => {
      const replaced: Values = Object.create(values);
      for (const name in shown) {
        const { key, factor } = quantityOf(figures, name);
        replaced[key] = (shown[name] as number) * factor;
      }
      const result = script[model.computed.indexOf(quantity.key)]?.(replaced) as number;
      return result / quantity.factor;
    },
  });
}

/** A tipping point: whether it is crossed, and how far the sides are apart. */
export interface Flip {
  holds: boolean;
  /** `peak store writes: now 84 k writes/s, tips over 40 k writes/s` */
  reading: string;
}

/** Every tipping point at the present values. */
export function readFlips(figures: Figures): Flip[] {
  const valueAt = ({ at }: WhatIfSide) => figures.values[at] ?? Number(at);
  const saySide = (side: WhatIfSide) =>
    say(valueAt(side) / side.factor, sayingOf(figures, side)).text;
  return figures.model.flips.map(({ label, beyond, orEqual, left, right }) => {
    // At ten digits, as in `compare` of the engine.
    const [a, b] = [left, right].map((side) => +valueAt(side).toPrecision(10)) as [number, number];
    return {
      holds: (orEqual === true && a === b) || (beyond === 'over' ? a > b : a < b),
      reading: `${label}: now ${saySide(left)}, tips ${beyond} ${saySide(right)}`,
    };
  });
}
