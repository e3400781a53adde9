import { type Chosen, type Facet, facets, type FacetValue } from './facets.ts';
import type { ShelfFile } from './shelves/shelf.ts';

/** How many sections each value of a facet would leave. */
export type Counts = Map<Facet, Map<string, number>>;

/** What every section has: filters, counts, and all values that there are. */
export class Sections {
  readonly #table: [Facet, FacetValue][] = [];
  readonly #sections = new Map<string, number[]>();
  readonly #numbers = new Map<string, number>();
  readonly #everywhere: Counts | undefined;
  /** How many values were there from the start. */
  readonly #first: number;

  /** `everywhere`: how many sections have each value, where there are more sections than are known. */
  constructor(shelf: Pick<ShelfFile, 'values' | 'sections'>, everywhere?: readonly number[]) {
    this.add(shelf);
    this.#first = this.#table.length;
    this.#everywhere = everywhere && this.#countsOf(everywhere);
  }

  /** Adds what the sections of a further shelf have; their ids get a prefix. */
  add({ values, sections }: Pick<ShelfFile, 'values' | 'sections'>, prefix = ''): void {
    const numbers = values.map((value) => this.#numberOf(value));
    for (const [id, own] of Object.entries(sections)) {
      this.#sections.set(
        prefix + id,
        own.flatMap((number) => numbers[number] ?? []),
      );
    }
  }

  #numberOf([facet, { id, title = id }]: ShelfFile['values'][number]): number {
    const key = `${facet}:${id}`;
    const number = this.#numbers.get(key) ?? this.#table.push([facet, { id, title }]) - 1;
    this.#numbers.set(key, number);
    return number;
  }

  /** All values that are known by now: those of the start as they stand there, then others by title. */
  get values(): ReadonlyMap<Facet, FacetValue[]> {
    const byTitle = this.#table
      .slice(this.#first)
      .sort(([, a], [, b]) => a.title.localeCompare(b.title, 'en'));
    const all = [...this.#table.slice(0, this.#first), ...byTitle];
    return new Map(
      facets.map((facet) => [
        facet,
        all.filter(([own]) => own === facet).map(([, value]) => value),
      ]),
    );
  }

  get ids(): string[] {
    return [...this.#sections.keys()];
  }

  /** The first value that a section has of a facet. */
  valueOf(id: string, facet: Facet): FacetValue | undefined {
    for (const number of this.#sections.get(id) ?? []) {
      const [own, value] = this.#table[number] ?? [];
      if (own === facet) return value;
    }
    return undefined;
  }

  /** The facets among those given whose chosen values a section has none of. */
  #lacks(id: string, narrowing: readonly Facet[], chosen: Chosen): Facet[] {
    const numbers = this.#sections.get(id) ?? [];
    return narrowing.filter((facet) => {
      const wanted = chosen[facet] ?? [];
      return !numbers.some((number) => {
        const [own, value] = this.#table[number] ?? [];
        return own === facet && value !== undefined && wanted.includes(value.id);
      });
    });
  }

  /** Whether a section has one of the chosen values in every facet. */
  isWanted(id: string, chosen: Chosen): boolean {
    return this.#lacks(id, narrowingFacets(chosen), chosen).length === 0;
  }

  /**
   * Counts the values of the sections given. A facet's own choice does not narrow its own counts:
   * they tell what choosing another value as well would bring.
   */
  count(ids: readonly string[], chosen: Chosen): Counts {
    const narrowing = narrowingFacets(chosen);
    const tally = this.#table.map(() => 0);
    for (const id of ids) {
      const [lacked, second] = this.#lacks(id, narrowing, chosen);
      if (second !== undefined) continue;
      for (const number of this.#sections.get(id) ?? []) {
        if (lacked !== undefined && lacked !== this.#table[number]?.[0]) continue;
        tally[number] = (tally[number] ?? 0) + 1;
      }
    }
    return this.#countsOf(tally);
  }

  /** Counts the values of all sections, those included that are not known yet. */
  countAll(): Counts {
    return this.#everywhere ?? this.count(this.ids, {});
  }

  #countsOf(tally: readonly number[]): Counts {
    const counts: Counts = new Map(facets.map((facet) => [facet, new Map()]));
    this.#table.forEach(([facet, { id }], number) => {
      const count = tally[number] ?? 0;
      if (count > 0) counts.get(facet)?.set(id, count);
    });
    return counts;
  }
}

/** The facets in which something is chosen. */
function narrowingFacets(chosen: Chosen): Facet[] {
  return facets.filter((facet) => (chosen[facet] ?? []).length > 0);
}
