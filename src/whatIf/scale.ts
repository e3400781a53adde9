import { roundTo } from '../quantities/numerals.ts';
import type { WhatIfInput } from './model.ts';

type Range = Pick<WhatIfInput, 'low' | 'high' | 'value' | 'whole'>;

/** Steps of a slider from its low end to its high end. */
export const steps = 100;

/** Wide ranges are logarithmic, so that each step is as large a part of the value as any other. */
const isWide = ({ low, high }: Range) => low > 0 && high / low >= 30;

/** Where a value stands on the slider, 0 to `steps`. */
export function positionOf(value: number, range: Range): number {
  const { low, high } = range;
  const part = isWide(range)
    ? Math.log(value / low) / Math.log(high / low)
    : (value - low) / (high - low);
  return part * steps;
}

/**
 * The value at a place of the slider, rounded as one would say it; at its ends and at the default
 * exactly those.
 */
export function valueAt(position: number, range: Range): number {
  const { low, high, value, whole } = range;
  if (Math.abs(position - positionOf(value, range)) <= 0.5) return value;
  const part = position / steps;
  const exact = isWide(range) ? low * (high / low) ** part : low + (high - low) * part;
  const rounded = roundTo(exact, isWide(range) ? 2 : 3);
  return Math.min(high, Math.max(low, whole ? Math.round(rounded) : rounded));
}
