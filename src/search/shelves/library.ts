import { type Chosen, facets } from '../facets.ts';
import { rank } from '../rank.ts';
import { mostSearches, Remembered } from '../remembered.ts';
import type { Term } from '../terms.ts';
import { Directory, type DirectoryChunk, type DirectoryStart } from './directory.ts';
import type { Levels } from './postings.ts';
import { prefixOf, problemsAtOnce, type Scope, scopeOfSome } from './scope.ts';
import type { Shelf } from './shelf.ts';

/** Where a library gets its parts from. */
export interface LibrarySource {
  /** Fetches a chunk of the directory. */
  chunk: (name: string) => Promise<DirectoryChunk>;
  /** Fetches a shelf and makes it ready; its sections' ids begin with the prefix. */
  shelf: (name: string, prefix: string) => Promise<Shelf>;
  /** The words of a text as the index has them. */
  stems: (text: string) => string[];
}

/** The number of the shelf for what belongs to no problem: it takes part in every search. */
const outside = 0;

/** More problems than are looked at in every search: a shelf each, and a directory in front of them. */
export class Library {
  readonly #names: string[];
  readonly #directory: Directory;
  readonly #shelves: Remembered<Shelf>;
  readonly #levels: Remembered<Levels>;

  constructor(start: DirectoryStart, source: LibrarySource) {
    this.#names = start.shelves;
    this.#directory = new Directory(start, source.chunk);
    this.#shelves = new Remembered((name) => source.shelf(name, prefixOf(name)));
    this.#levels = new Remembered(
      (text) => this.#directory.havingAll(source.stems(text)),
      mostSearches,
    );
  }

  /** Opens the likeliest shelves for terms and facets, at most so many problems. */
  async open(terms: readonly Term[], chosen: Chosen, most: number): Promise<Scope> {
    const { wanted, others, levels } = await this.#fitting(terms, chosen, most);
    // Others are there for the counts only, which tell what choosing them as well would bring.
    const filling = others.slice(0, Math.max(0, Math.min(problemsAtOnce, most) - wanted.length));
    const numbers = most === 0 ? [] : [outside, ...wanted.slice(0, most), ...filling];
    const open = await Promise.all(
      numbers.map(async (number, index) => {
        const name = this.#names[number] ?? '';
        const turn = Math.floor(Math.max(0, index - 1) / problemsAtOnce);
        return { number, name, turn, shelf: await this.#shelves.of(name) };
      }),
    );
    return {
      ...scopeOfSome(open, ({ number }, text) => text === '' || !!levels.get(text)?.has(number)),
      isAnywhere: (text) => (levels.get(text)?.size ?? 0) > 0,
      problems: { fitting: wanted.length, open: Math.min(wanted.length, most) },
    };
  }

  /** The problems that fit, likeliest first: those of the chosen problems, or all of them; and others. */
  async #fitting(
    terms: readonly Term[],
    { problem = [], ...chosen }: Chosen,
    most: number,
  ): Promise<{ wanted: number[]; others: number[]; levels: ReadonlyMap<string, Levels> }> {
    const [own, ...allowed] = await Promise.all([
      this.#directory.havingValue('problem', problem),
      ...facets
        .filter((facet) => facet !== 'problem')
        .flatMap((facet) => {
          const values = facet in chosen ? (chosen[facet] ?? []) : [];
          return values.length > 0 ? [this.#directory.havingValue(facet, values)] : [];
        }),
    ]);
    const isWanted = (number: number) => problem.length === 0 || own.has(number);
    const isAllowed = (number: number) => allowed.every((shelves) => shelves.has(number));
    const pick = async (sought: readonly Term[]) => {
      const levels = await this.#levelsOf(sought);
      const fitting = this.#likeliest(sought, levels).filter(isAllowed);
      return {
        levels,
        wanted: fitting.filter(isWanted),
        others: fitting.filter((number) => !isWanted(number)),
      };
    };
    // What has to do with a name is looked for only where the name itself does not fill a page.
    const named = await pick(terms.map(withoutImplied));
    return named.wanted.length < most ? pick(terms) : named;
  }

  /** What the directory says of each text that is searched for. */
  async #levelsOf(terms: readonly Term[]): Promise<ReadonlyMap<string, Levels>> {
    const texts = terms.flatMap(({ alternatives }) => alternatives.map(({ text }) => text));
    return new Map(
      await Promise.all(texts.map(async (text) => [text, await this.#levels.of(text)] as const)),
    );
  }

  /** The problems that have the terms, likeliest first; without terms, all as they stand. */
  #likeliest(terms: readonly Term[], levels: ReadonlyMap<string, Levels>): number[] {
    const all = [...this.#names.keys()].filter((number) => number !== outside);
    if (terms.length === 0) return all;
    const matches = terms.map(({ alternatives }) => ({
      alternatives: alternatives.map(({ text, weight }) => ({
        weight,
        matches: [...(levels.get(text) ?? [])]
          .filter(([number]) => number !== outside)
          .map(([number, score]) => ({ id: idOf(number), score, words: [] })),
      })),
    }));
    return rank(matches, { count: all.length, weigh: () => 1 }).map(({ id }) => Number(id));
  }
}

function withoutImplied({ text, alternatives }: Term): Term {
  return { text, alternatives: alternatives.filter(({ isImplied }) => isImplied !== true) };
}

/** Of problems that are equally likely, the first ones come first. */
function idOf(number: number): string {
  return String(number).padStart(6, '0');
}
