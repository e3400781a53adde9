import { type Chosen, type Facet, facets, type FacetValue } from './facets.ts';
import type { SearchStart } from './start.ts';

/** How many sections each value of a facet would leave. */
export type Counts = Map<Facet, Map<string, number>>;

/** What every section has: filters, counts, and all values that there are. */
export class Sections {
  readonly values: ReadonlyMap<Facet, FacetValue[]>;
  readonly #table: SearchStart['values'];
  readonly #sections: SearchStart['sections'];

  constructor({ values, sections }: Pick<SearchStart, 'values' | 'sections'>) {
    this.#table = values;
    this.#sections = sections;
    this.values = new Map(
      facets.map((facet) => [
        facet,
        values.filter(([own]) => own === facet).map(([, value]) => value),
      ]),
    );
  }

  get ids(): string[] {
    return Object.keys(this.#sections);
  }

  /** The first value that a section has of a facet. */
  valueOf(id: string, facet: Facet): FacetValue | undefined {
    return this.#valuesOf(id).find(([own]) => own === facet)?.[1];
  }

  #valuesOf(id: string): SearchStart['values'] {
    return (this.#sections[id] ?? []).flatMap((number) => {
      const pair = this.#table[number];
      return pair === undefined ? [] : [pair];
    });
  }

  /** The facets whose chosen values a section has none of. */
  #lacks(id: string, chosen: Chosen): Facet[] {
    const values = this.#valuesOf(id);
    return facets.filter((facet) => {
      const wanted = chosen[facet] ?? [];
      if (wanted.length === 0) return false;
      return !values.some(([own, { id: value }]) => own === facet && wanted.includes(value));
    });
  }

  /** Whether a section has one of the chosen values in every facet. */
  isWanted(id: string, chosen: Chosen): boolean {
    return this.#lacks(id, chosen).length === 0;
  }

  /**
   * Counts the values of the sections given. A facet's own choice does not narrow its own counts:
   * they tell what choosing another value as well would bring.
   */
  count(ids: readonly string[], chosen: Chosen): Counts {
    const counts: Counts = new Map(facets.map((facet) => [facet, new Map()]));
    for (const id of ids) {
      const [lacked, second] = this.#lacks(id, chosen);
      if (second !== undefined) continue;
      for (const [facet, { id: value }] of this.#valuesOf(id)) {
        if (lacked !== undefined && lacked !== facet) continue;
        const own = counts.get(facet);
        own?.set(value, (own.get(value) ?? 0) + 1);
      }
    }
    return counts;
  }
}
