/**
 * The candidate that the author most probably meant, or `undefined` if none is near:
 * equal but for case or a plural `s`, else at most a third of the letters wrong.
 */
export function nearestName(name: string, candidates: Iterable<string>): string | undefined {
  const allowed = Math.max(1, Math.floor(name.length / 3));
  let nearest: string | undefined;
  let least = allowed + 1;
  for (const candidate of candidates) {
    const distance = sameButForm(name, candidate) ? 0 : editDistance(name, candidate, least);
    // A name of one or two letters is one letter away from half of all others.
    if (distance >= least || distance >= Math.min(name.length, candidate.length)) continue;
    nearest = candidate;
    least = distance;
  }
  return nearest;
}

/** `; did you mean …?` for the end of a message, or nothing. */
export function didYouMean(name: string, candidates: Iterable<string>): string {
  const nearest = nearestName(name, candidates);
  return nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
}

function sameButForm(a: string, b: string): boolean {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x === y || x === `${y}s` || y === `${x}s`;
}

/** Letters to insert, delete, change or swap with their neighbour; stops counting at `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] ?? limit) + 1,
        (row[j - 1] ?? limit) + 1,
        (last[j - 1] ?? limit) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, (beforeLast[j - 2] ?? limit) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? limit;
}
