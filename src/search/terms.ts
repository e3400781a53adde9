import type { Synonym } from '../schemas/synonym.ts';
import { isTelling, phraseOf, wordsOf } from './words.ts';

/** One thing that is sought, with all it may be called. */
export interface Term {
  /** As it was typed. */
  text: string;
  /** Searches that find it; the typed words come first. */
  alternatives: Alternative[];
}

/** One search for a term. */
export interface Alternative {
  text: string;
  /** How much it counts. */
  weight: number;
  /** Whether it is not what was meant, and only has to do with it. */
  isImplied?: boolean;
}

/** Longer queries are cut: nobody types them, and each term is a search. */
const mostTerms = 10;
const longestWord = 40;

const weights = { typed: 1, same: 0.85, also: 0.4, scattered: 0.3 };

/** What is known of names: `SearchStart` says more. */
export interface Names {
  synonyms: readonly Synonym[];
  compounds: ReadonlySet<string>;
  absent: ReadonlySet<string>;
}

/** Cuts a query into terms: known phrases stay together, words that say nothing are dropped. */
export function termsOf(query: string, known: Names): Term[] {
  const words = wordsOf(query.slice(0, 500))
    .filter((word) => word.length > 1)
    .map((word) => word.slice(0, longestWord));
  const names = nameTable(known.synonyms);
  const terms: Term[] = [];
  for (let index = 0; index < words.length;) {
    const { phrase, set, length } = longestName(words, index, names);
    index += length;
    if (set !== undefined || isTelling(phrase)) terms.push(makeTerm(phrase, known, set));
  }
  // “who” alone is better searched than not understood.
  const telling = terms.length > 0 ? terms : words.map((word) => makeTerm(word, known));
  const once = new Map(telling.map((term) => [term.text, term]));
  return [...once.values()].slice(0, mostTerms);
}

/** Synonyms by name, a name as its words. */
function nameTable(synonyms: readonly Synonym[]): Map<string, Synonym> {
  return new Map(synonyms.flatMap((set) => set.same.map((name) => [phraseOf(name), set] as const)));
}

/** The longest name that starts at a word; the word alone if there is none. */
function longestName(words: readonly string[], index: number, names: Map<string, Synonym>) {
  for (let length = Math.min(5, words.length - index); length > 0; length -= 1) {
    const phrase = words.slice(index, index + length).join(' ');
    const set = names.get(phrase) ?? (length > 1 ? undefined : names.get(singular(phrase)));
    if (set !== undefined) return { phrase, set, length };
  }
  return { phrase: words[index] ?? '', set: undefined, length: 1 };
}

function singular(word: string): string {
  return word.replace(/s$/, '');
}

function makeTerm(text: string, { compounds, absent }: Names, set?: Synonym): Term {
  const searches = (names: readonly string[], weight: number) =>
    names.flatMap((name) => searchesOf(phraseOf(name), weight, compounds));
  const implied = searches(set?.also ?? [], weights.also);
  const all = [
    ...searches([text], weights.typed),
    ...searches(set?.same ?? [], weights.same),
    ...implied.map((one) => ({ ...one, isImplied: true })),
  ];
  // The first of each text counts most.
  const once = new Map([...all].reverse().map((one) => [one.text, one]));
  return {
    text,
    alternatives: all.filter((one) => once.get(one.text) === one && !absent.has(one.text)),
  };
}

/**
 * A name as Pagefind finds it. Several words are found side by side, in one word where a text writes
 * `exactly-once`, and with less weight anywhere in the section if they are what was typed.
 */
function searchesOf(phrase: string, weight: number, compounds: ReadonlySet<string>): Alternative[] {
  if (!phrase.includes(' ')) return [{ text: phrase, weight }];
  return [
    { text: `"${phrase}"`, weight },
    ...(compounds.has(phrase) ? [{ text: phrase.replaceAll(' ', ''), weight }] : []),
    ...(weight === weights.typed ? [{ text: phrase, weight: weights.scattered }] : []),
  ];
}
