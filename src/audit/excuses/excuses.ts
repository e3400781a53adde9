import type { Comparison } from '../compare.ts';
import type { Expression } from '../expression.ts';
import type { Context } from '../judgement.ts';
import { isSlip } from '../ratios.ts';
import { leavesOutFactor, leavesOutTime } from './leftOut.ts';
import { isOtherKind } from './otherKind.ts';
import { isOtherPrice } from './otherPrice.ts';
import { isRoundedUp } from './roundedUp.ts';

/** Reasons for which a difference is not held against the writer, one a function. */
export const excuses: readonly ((
  found: Comparison,
  expression: Expression,
  claim: Expression,
  context: Context,
) => boolean)[] = [
  isOutlandish,
  isRoundedUp,
  isOtherKind,
  isOtherPrice,
  leavesOutTime,
  leavesOutFactor,
];

/** Whether a difference is not held against the writer. */
export function isExcused(
  found: Comparison,
  expression: Expression,
  claim: Expression,
  context: Context,
): boolean {
  return excuses.some((excuse) => excuse(found, expression, claim, context));
}

/** So far off that it was not meant as a result. */
function isOutlandish({ ratio }: Comparison): boolean {
  const power = Math.abs(Math.log10(ratio));
  return power > 6.5 || (power > 5 && !isSlip(ratio));
}
