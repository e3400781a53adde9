import { namesOf } from './componentNames.ts';
import type { SearchRecord } from './record.ts';
import { beginningOf } from './typos.ts';
import { isTelling, phraseOf, wordsOf } from './words.ts';

/** What a vocabulary needs of a record. */
export type Spoken = Pick<SearchRecord, 'content' | 'meta' | 'facets'>;

/** Of all that is said, the words that the search must know. It reads records as they come, and keeps none. */
export class Vocabulary {
  /** Names among the synonyms, as their words. */
  readonly #names: readonly string[];
  /** Problems that have a word in a heading, or in the name of a component. */
  readonly #problems = new Map<string, Set<string>>();
  /** Names that a text writes with hyphens. */
  readonly #compounds = new Set<string>();
  /** Beginnings of names that no text has had yet, and how long they are. */
  readonly #missing: Set<string>;
  readonly #lengths: readonly number[];

  /** `names`: what the synonyms speak of. */
  constructor(names: readonly string[]) {
    this.#names = [...new Set(names.map(phraseOf))].sort();
    this.#missing = new Set(this.#singleNames().map(beginningOf));
    this.#lengths = [...new Set([...this.#missing].map(({ length }) => length))];
  }

  add(records: readonly Spoken[]): void {
    for (const record of records) {
      this.#addHeadings(record);
      for (const word of record.content.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []) {
        const phrase = phraseOf(word);
        if (this.#names.includes(phrase)) this.#compounds.add(phrase);
      }
      for (const word of this.#missing.size > 0 ? wordsOf(record.content) : []) {
        for (const length of this.#lengths) this.#missing.delete(word.slice(0, length));
      }
    }
  }

  /**
   * The words of all headings, and the names of all components; sorted, each once. With `most`,
   * those that stand in most problems.
   */
  known(most = Infinity): string[] {
    const words = [...this.#problems.keys()].sort();
    const havingOf = (word: string) => this.#problems.get(word)?.size ?? 0;
    if (words.length <= most) return words;
    return words
      .sort((a, b) => havingOf(b) - havingOf(a))
      .slice(0, most)
      .sort();
  }

  /** Names that some text writes with hyphens: `exactly-once`, as `exactly once`; sorted. */
  compounds(): string[] {
    return [...this.#compounds].sort();
  }

  /**
   * Names that no text has, as their words; sorted. Pagefind would take ever shorter beginnings of
   * them, down to a letter, and find those.
   */
  absent(): string[] {
    return this.#singleNames().filter((name) => this.#missing.has(beginningOf(name)));
  }

  #singleNames(): string[] {
    return this.#names.filter((name) => !name.includes(' '));
  }

  #addHeadings({ meta, facets }: Spoken): void {
    const names = (facets.component ?? []).flatMap(({ title }) => namesOf(title));
    for (const word of [meta.title, meta.page, ...names].flatMap(wordsOf)) {
      if (word.length <= 3 || !isTelling(word)) continue;
      const having = this.#problems.get(word) ?? new Set();
      this.#problems.set(word, having.add(facets.problem?.[0]?.id ?? ''));
    }
  }
}
