import { type Claim, makeClaim } from './claim.ts';
import { type Expression, factorsOf, isComputed } from './expression.ts';
import type { Mapped } from './mapped.ts';
import { parseExpression } from './parseExpression.ts';
import { skipApproximations } from './sides.ts';
import type { Token } from './tokens.ts';
import { isSum } from './traits.ts';

/** `≈ 2,600 mails/s (225M per day / 86,400)`: a result, and how it came about. */
export function* claimsInRemarks(run: readonly Token[], text: Mapped): Generator<Claim> {
  for (const [index, group] of run.entries()) {
    if (group.kind !== 'group') continue;
    const start = startOfResult(run, index);
    const [first] = group.tokens;
    // `(= 5.2B / 86,400)` says outright that it is the calculation.
    const isSaid = first?.kind === 'relation' && !first.weak;
    const inside = isSaid ? group.tokens.slice(1) : group.tokens;
    if (start === undefined || inside.some(({ kind }) => kind === 'relation')) continue;
    const result = parseExpression(run.slice(0, index), start);
    const remark = parseExpression(inside, skipApproximations(inside, 0));
    if (result?.next !== index || remark?.next !== inside.length) continue;
    if (!(isSaid || isMeasured(result.expression)) || !isProduct(remark.expression)) continue;
    const stated = { expression: result.expression, start, end: index };
    const computed = { expression: remark.expression, start: index, end: index + 1 };
    yield { ...makeClaim(text, run, [computed], [stated]), about: true, remark: true };
  }
}

/** Where the figure begins that stands before a remark, if nothing but words stands before it. */
function startOfResult(run: readonly Token[], remark: number): number | undefined {
  const low = Math.max(0, remark - 8);
  const from = run
    .slice(low, remark)
    .findIndex(({ kind }) => kind === 'number' || kind === 'money');
  if (from === -1) return undefined;
  const before = run.slice(Math.max(0, low + from - 12), low + from);
  return before.some(({ kind }) => kind === 'number' || kind === 'operator' || kind === 'group')
    ? undefined
    : low + from;
}

/** A rate, a size or a price. */
function isMeasured(expression: Expression): boolean {
  return expression.kind === 'quantity' && expression.units.length > 0;
}

function isProduct(expression: Expression): boolean {
  return isComputed(expression) && !isSum(expression) && factorsOf(expression).length > 1;
}
