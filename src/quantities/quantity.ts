import type { ModelInput } from '../schemas/model.ts';

/** What inputs and derived quantities share. */
interface QuantityBase {
  id: string;
  label: string;
  /** The value in `unit`, without floating point noise. */
  value: number;
  /** As the model writes it: `read/s`. */
  unit: string;
  /** As it is said: `11.6 k reads/s`. */
  text: string;
  /** In full: `11,574.0740741 reads/s`. */
  exact: string;
}

/** A figure that somebody chose. */
export interface InputQuantity extends QuantityBase {
  kind: 'input';
  /** Lowest and highest value, in `unit`, for what-if. */
  range: [number, number];
  why: string;
  source?: ModelInput['source'];
}

/** A figure that follows from others. */
export interface DerivedQuantity extends QuantityBase {
  kind: 'derived';
  formula: string;
  /** Ids that the formula names, in order of appearance. */
  uses: string[];
  /** `100 M users × 10 reads/user/day ÷ 86,400 s/day ≈ 11.6 k reads/s`. */
  working: string;
  so?: string;
}

/** A computed figure: plain data that survives JSON. */
export type Quantity = InputQuantity | DerivedQuantity;

/** Quantities by id: inputs first, then derived, each in the order of the file. */
export type Quantities = ReadonlyMap<string, Quantity>;
