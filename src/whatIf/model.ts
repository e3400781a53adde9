import type { Saying } from '../quantities/say.ts';
import type { Formulas, Values } from '../quantities/run.ts';
import type { WorkingPattern } from '../quantities/sayWorking.ts';

/** What is fetched when the panel opens: what it knows of the problem, and its own markup. */
export interface WhatIfPage extends WhatIfModel {
  /** HTML, the same for every problem. */
  markup: string;
}

/** What the panel knows of a problem: plain data, a file a problem. */
export interface WhatIfModel {
  /** Those first that move most decisions and key figures. */
  inputs: WhatIfInput[];
  derived: WhatIfDerived[];
  /** Decisions that can flip, in the order of the problem. */
  decisions: WhatIfDecision[];
  /** How figures are said; quantities name theirs by place. */
  sayings: Saying[];
  /** Dimension and size of each unit that may be typed, by every name it goes by. */
  atoms: Record<string, readonly [dimension: string, factor: number]>;
}

export interface WhatIfInput {
  id: string;
  /** What the script calls it. */
  key: string;
  label: string;
  /** The value that the designs are worked out with, in `unit`. */
  value: number;
  /** As the model writes it: `read/user/day`. */
  unit: string;
  says: number;
  low: number;
  high: number;
  /** Both as they are said: `1 M to 2 billion users`. */
  range: string;
  /** Only whole values make sense: things that are counted. */
  whole?: true;
}

export interface WhatIfDerived extends WorkingPattern {
  id: string;
  key: string;
  label: string;
  says: number;
}

export interface WhatIfDecision {
  id: string;
  question: string;
  /** HTML of the site's own, as on the problem's page; figures are `<data data-quantity>`. */
  choice: string;
  flips: WhatIfFlip[];
}

export interface WhatIfFlip {
  /** Its place in the script. */
  at: number;
  /** HTML: what one would do then. */
  to: string;
  /** What the left side is: `peak store writes`. */
  label: string;
  /** `over` if the decision flips when the left side is larger. */
  beyond: 'over' | 'under';
  /** How the two sides are said. */
  left: number;
  right: number;
}

/** What the compiled script of a problem exports; its values go by the quantities' keys. */
export interface WhatIfScript {
  formulas: Formulas;
  flips: readonly CompiledFlip[];
}

/** A tipping point: whether it is crossed, and the values of its two sides. */
export type CompiledFlip = readonly [
  holds: (values: Values) => boolean,
  left: (values: Values) => number,
  right: (values: Values) => number,
];
