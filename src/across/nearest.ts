import type { ProblemEntry } from '../content.ts';

/** The problem that shares most tags with another one; among equals the next in the order of lists. */
export function nearestProblem(
  { slug, problem }: ProblemEntry,
  problems: readonly ProblemEntry[],
): ProblemEntry | undefined {
  const place = problems.findIndex((one) => one.slug === slug);
  const others = [...problems.slice(place + 1), ...problems.slice(0, place)];
  const shared = (other: ProblemEntry) =>
    other.problem.tags.filter((tag) => problem.tags.includes(tag)).length;
  return others.reduce<ProblemEntry | undefined>(
    (best, other) => (best === undefined || shared(other) > shared(best) ? other : best),
    undefined,
  );
}
