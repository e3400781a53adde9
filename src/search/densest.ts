/** A stretch of a text, and how much of what was sought stands in it. */
export interface Stretch {
  /** Index of its first word that was sought. */
  start: number;
  /** Sum of the weights of the terms that stand in it. */
  value: number;
}

/**
 * The stretch of `length` words in which the terms of most weight stand together.
 * `places` are indexes of words, by term.
 */
export function densest(
  places: readonly (readonly number[])[],
  { length, weights, from = 0 }: { length: number; weights: readonly number[]; from?: number },
): Stretch {
  const all = places
    .flatMap((own, term) => own.map((place) => ({ place, term })))
    .filter(({ place }) => place >= from)
    .sort((a, b) => a.place - b.place);
  const inside = places.map(() => 0);
  let best: Stretch = { start: from, value: 0 };
  let first = 0;
  for (const { place, term } of all) {
    inside[term] = (inside[term] ?? 0) + 1;
    for (let oldest = all[first]; oldest !== undefined && oldest.place <= place - length;) {
      inside[oldest.term] = (inside[oldest.term] ?? 0) - 1;
      first += 1;
      oldest = all[first];
    }
    // A second occurrence tells a little, a different term tells much.
    const value = inside.reduce(
      (sum, count, index) => sum + (weights[index] ?? 1) * (count === 0 ? 0 : 1 - 0.1 ** count),
      0,
    );
    if (value > best.value) best = { start: all[first]?.place ?? place, value };
  }
  return best;
}
