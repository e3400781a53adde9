import type { Saying } from '../quantities/say.ts';
import type { Values, WorkingPattern } from '../quantities/sayWorking.ts';

/** What is fetched when the panel opens: what it knows of the problem, and its markup. */
export interface WhatIfPage extends WhatIfModel {
  /** HTML of the panel. */
  markup: string;
}

/** What the panel knows of a problem: plain data, a file a problem. */
export interface WhatIfModel {
  /** By id; inputs first, of these first those that move most decisions and key figures. */
  quantities: Record<string, WhatIfInput | WhatIfDerived>;
  /** What the script's functions compute, in their order. */
  computed: string[];
  /** Every tipping point, in the order of the problem. */
  flips: WhatIfFlip[];
  /** How figures are said; units name theirs by place. */
  sayings: Saying[];
  /** Dimension and size of each unit that may be typed, by every name it goes by. */
  atoms: Atom[];
}

export type Atom = readonly [name: string, meaning: readonly [dimension: string, factor: number]];

/** A unit: how its figures are said, by place in the model, and its size in base units. */
export interface WhatIfUnit {
  says: number;
  factor: number;
}

export interface WhatIfQuantity extends WhatIfUnit {
  /** What the script calls it. */
  key: string;
  label: string;
}

export interface WhatIfInput extends WhatIfQuantity {
  /** The value that the designs are worked out with, in its unit. */
  value: number;
  low: number;
  high: number;
  /** Both as they are said: `1 M to 2 billion users`. */
  range: string;
  /** What its unit measures, as `readUnit` says it. */
  measures: string;
  /** What is expected of an entry: `users, as in 400 M users`. */
  example: string;
  /** Only whole values make sense: things that are counted. */
  whole?: true;
}

export interface WhatIfDerived extends WhatIfQuantity, WorkingPattern {}

/** A tipping point: it is crossed when the left side is beyond the right one. */
export interface WhatIfFlip {
  /** What the left side is: `peak store writes`. */
  label: string;
  beyond: 'over' | 'under';
  /** Crossed as soon as both sides are equal. */
  orEqual?: true;
  left: WhatIfSide;
  right: WhatIfSide;
}

/** A side of a tipping point: what the script calls it, or its fixed value in base units. */
export interface WhatIfSide extends WhatIfUnit {
  at: string | number;
}

/** What the compiled script of a problem exports: functions of all values, in base units. */
export type WhatIfScript = readonly ((values: Values) => number)[];
