import type { Engine } from './engine.ts';
import { pagefindWords } from './excerpt.ts';
import type { Ranked } from './rank.ts';
import type { Scope } from './shelves/scope.ts';
import { type Term, termsOf } from './terms.ts';
import { isForm, nearest } from './typos.ts';
import { wordsOf } from './words.ts';

/** A word that nobody knows, and the word that was searched instead. */
export interface Correction {
  from: string;
  to: string;
}

/** Puts what is near in the place of terms that nobody knows; those near to nothing fall out. */
export async function mend(
  engine: Engine,
  terms: readonly Term[],
  strange: readonly Term[],
): Promise<{ mended: Term[]; corrected: Correction[] }> {
  const known = await engine.knownWords();
  const corrected = strange.flatMap(({ text }) => {
    const [to] = nearest(text, known);
    return to === undefined ? [] : [{ from: text, to }];
  });
  const mended = terms.flatMap((term) => {
    if (!strange.includes(term)) return [term];
    const to = corrected.find(({ from }) => from === term.text)?.to;
    return to === undefined ? [] : termsOf(to, engine);
  });
  return { mended, corrected };
}

/**
 * Terms that nobody knows, which Pagefind only seems to have found: where no word begins like the one that was typed, it
 * takes ever shorter beginnings of it, down to a letter.
 */
export async function strangeTerms(
  engine: Engine,
  terms: readonly Term[],
  { scope, ranked }: { scope: Scope; ranked: readonly Ranked[] },
): Promise<Term[]> {
  const checked = terms.map(async (term, index) => {
    if (term.alternatives.length > 1 || !/^\p{L}+$/u.test(term.text)) return [];
    const { isAnywhere } = scope;
    if (isAnywhere !== undefined) {
      return term.alternatives.some(({ text }) => isAnywhere(text)) ? [] : [term];
    }
    const [first, ...others] = ranked.filter(({ places }) => (places[index] ?? []).length > 0);
    for (const { id, places } of first === undefined ? [] : [first, ...others.slice(0, 2)]) {
      const fragment = await scope.read(id);
      const words = pagefindWords(fragment?.raw_content ?? '');
      const found = (places[index] ?? []).flatMap((place) => wordsOf(words[place] ?? ''));
      if (found.some((word) => isForm(term.text, word))) return [];
    }
    const known = await engine.knownWords();
    return known.some((word) => word.startsWith(term.text)) ? [] : [term];
  });
  return (await Promise.all(checked)).flat();
}

/** Known words near to what was typed. */
export async function nearWords(engine: Engine, text: string): Promise<string[]> {
  const words = await engine.knownWords();
  const typed = wordsOf(text).filter((word) => word.length > 2);
  const near = typed.flatMap((word) => [
    ...nearest(word, words, 3),
    ...words.filter((known) => known.startsWith(word.slice(0, 3))).slice(0, 3),
  ]);
  return [...new Set(near)].slice(0, 5);
}
