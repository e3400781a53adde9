/**
 * Places of the longest run that rises, with gaps, in a list of different numbers: what is left out
 * of it is what stands wrongly. `[1, 2, 6, 3, 4]` gives the places of 1, 2, 3 and 4.
 */
export function longestRising(numbers: readonly number[]): ReadonlySet<number> {
  const runs: { length: number; before: number | undefined }[] = [];
  let best: number | undefined;
  numbers.forEach((number, place) => {
    let before: number | undefined;
    for (let other = 0; other < place; other += 1) {
      if ((numbers[other] ?? number) >= number) continue;
      if (before === undefined || lengthAt(other) > lengthAt(before)) before = other;
    }
    runs.push({ length: (before === undefined ? 0 : lengthAt(before)) + 1, before });
    if (best === undefined || lengthAt(place) > lengthAt(best)) best = place;
  });
  const places = new Set<number>();
  for (let place = best; place !== undefined; place = runs[place]?.before) places.add(place);
  return places;

  function lengthAt(place: number): number {
    return runs[place]?.length ?? 0;
  }
}
