/**
 * Steps from one word to another: a letter more, less or other, or two neighbours swapped
 * (optimal string alignment). Gives up above `most`.
 */
export function distance(from: string, to: string, most: number): number {
  if (Math.abs(from.length - to.length) > most) return most + 1;
  let before: number[] = [];
  let above = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let steps = Math.min(
        (above[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
      );
      if (from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]) {
        steps = Math.min(steps, (before[column - 2] ?? 0) + 1);
      }
      current.push(steps);
    }
    if (Math.min(...current) > most) return most + 1;
    before = above;
    above = current;
  }
  return above[to.length] ?? most + 1;
}

/** The known words that a mistyped word may have meant, nearest first. */
export function nearest(word: string, known: readonly string[], count = 1): string[] {
  if (word.length < 4) return [];
  const most = word.length < 6 ? 1 : 2;
  return known
    .map((candidate) => ({ candidate, steps: distance(word, candidate, most) }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

const endings =
  /(?:ations?|abilit(?:y|ies)|ments?|ances?|anc(?:y|ies)|enc(?:y|ies)|ences?|ings?|ions?|ers?|ed|ies|es|ity|ly|al|able|s|e|y)$/;

/** Whether a word that was found is a form of the word that was typed, or begins with it. */
export function isForm(typed: string, found: string): boolean {
  return found.startsWith(beginningOf(typed));
}

/** What all forms of a word begin with. */
export function beginningOf(word: string): string {
  const stem = word.length > 4 ? word.replace(endings, '') : word;
  return stem.length < 3 ? word : stem.replace(/([b-df-hj-np-tv-z])\1$/, '$1');
}
