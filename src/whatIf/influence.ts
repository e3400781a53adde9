import { namesIn } from '../quantities/formula.ts';
import { parseCondition } from '../quantities/parse.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Units } from '../quantities/units.ts';
import type { Problem } from '../schemas/problem.ts';

/** How much more a decision or a key figure counts than any other figure. */
const weights = { decision: 40, keyFigure: 20, figure: 1 };

/**
 * How much each input moves: decisions, key figures and other figures that depend on it, times the
 * decades of its range, since what can grow a thousandfold is asked about first.
 */
export function influenceOf(
  quantities: readonly Quantity[],
  { decisions, keyFigures }: Pick<Problem, 'decisions' | 'keyFigures'>,
  units: Units,
): Map<string, number> {
  const uses = new Map(
    quantities.map((one) => [one.id, one.kind === 'derived' ? one.uses : []] as const),
  );
  const influence = new Map<string, number>();
  const credit = (ids: readonly string[], weight: number) => {
    for (const id of leavesBelow(ids, uses)) influence.set(id, (influence.get(id) ?? 0) + weight);
  };
  for (const { flips } of decisions) {
    const named = flips.flatMap(({ when }) => {
      const { left, right } = parseCondition(when, units);
      return [...namesIn(left), ...namesIn(right)];
    });
    credit(named, weights.decision);
  }
  for (const id of keyFigures) credit([id], weights.keyFigure);
  for (const { id, kind } of quantities) if (kind === 'derived') credit([id], weights.figure);
  for (const one of quantities) {
    if (one.kind !== 'input') continue;
    const [low, high] = one.range;
    const decades = low > 0 ? Math.log10(high / low) : 1;
    influence.set(one.id, (influence.get(one.id) ?? 0) * decades);
  }
  return influence;
}

/** Everything that these are made of and that is made of nothing itself. */
function leavesBelow(
  ids: readonly string[],
  uses: ReadonlyMap<string, readonly string[]>,
): Set<string> {
  const seen = new Set<string>();
  const leaves = new Set<string>();
  const visit = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const below = uses.get(id) ?? [];
    if (below.length === 0) leaves.add(id);
    below.forEach(visit);
  };
  ids.forEach(visit);
  return leaves;
}
