import { densest } from './densest.ts';

/** A section that one search found, as Pagefind gives it. */
export interface Match {
  id: string;
  score: number;
  /** Places of the words that were found. */
  words: number[];
}

/** What was found for one term: the matches of each of its alternatives. */
export interface TermMatches {
  alternatives: { weight: number; matches: readonly Match[] }[];
}

/** A section with what all terms together say of it. */
export interface Ranked {
  id: string;
  score: number;
  /** Places of words, by term. */
  places: number[][];
}

/** Of the weight of the terms that the best section has, how much another must have to be shown. */
const leastShare = 0.35;

/** A term in fewer sections than these weighs no more: a rare word is often only an odd one. */
const fewest = 6;

/** What a section has of a term that it only just contains. */
const floor = 0.1;

/** Words that stand this near to each other are about the same thing. */
const near = 40;

/**
 * Sections whose best passage is looked for: those that would be first if all their words stood
 * together. A letter or two find tens of thousands, of which nobody reads the last.
 */
const mostPassages = 1_000;

/** How much of a section's score its best passage decides, the rest coming from all of its text. */
const passageShare = 0.6;

/**
 * Joins the matches of all terms: a section's score is the sum of its terms', each counted by its
 * best alternative, and falls quickly with each term that it lacks. A term that few sections have
 * weighs more, and terms that stand together weigh more than terms that are scattered. Best first.
 */
export function rank(
  terms: readonly TermMatches[],
  { count, weigh }: { count: number; weigh: (id: string) => number },
): Ranked[] {
  const sections = new Map<string, { scores: number[]; places: number[][] }>();
  terms.forEach(({ alternatives }, index) => {
    for (const { weight, matches } of alternatives) {
      for (const { id, score, words } of matches) {
        const section = sections.get(id) ?? { scores: [], places: terms.map(() => []) };
        section.scores[index] = Math.max(section.scores[index] ?? 0, score * weight);
        section.places[index]?.push(...words);
        sections.set(id, section);
      }
    }
  });
  // What a name only implies says nothing of how rare the name is.
  const weights = terms.map(({ alternatives }) => {
    const idsAbove = (least: number) =>
      new Set(
        alternatives.flatMap(({ weight, matches }) =>
          weight > least ? matches.map(({ id }) => id) : [],
        ),
      ).size;
    const having = idsAbove(0.5) || idsAbove(0);
    return having === 0 ? 0 : Math.log(1 + count / Math.max(having, fewest));
  });
  const highest = terms.map(() => 0);
  for (const { scores } of sections.values()) {
    scores.forEach((score, index) => {
      if (score > (highest[index] ?? 0)) highest[index] = score;
    });
  }
  const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
  const all = sum(weights);
  const shares = [...sections].map(([id, { scores, places }]) => {
    const share = sum(weights.filter((_, index) => (scores[index] ?? 0) > 0)) / all;
    const total = sum(
      weights.map((weight, index) => {
        const relative = (scores[index] ?? 0) / (highest[index] ?? 1) || 0;
        return weight * (floor + (1 - floor) * relative) * (relative > 0 ? 1 : 0);
      }),
    );
    return { id, places, share, score: total * share * weigh(id) };
  });
  const best = shares.reduce((most, { share }) => Math.max(most, share), 0);
  return shares
    .filter(({ share }) => share >= best * leastShare)
    .sort(byScore)
    .map(({ id, score, places }, index) => {
      const isNear = index < mostPassages;
      const passage = isNear ? densest(places, { length: near, weights }).value / all : 0;
      const closeness = 1 - passageShare + passageShare * passage;
      return { id, score: score * closeness, places };
    })
    .sort(byScore);
}

function byScore(a: Pick<Ranked, 'id' | 'score'>, b: Pick<Ranked, 'id' | 'score'>): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}
