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
    for (const number of this.#sections[id] ?? []) {
      const [own, value] = this.#table[number] ?? [];
      if (own === facet) return value;
    }
    return undefined;
  }

  /** The facets among those given whose chosen values a section has none of. */
  #lacks(id: string, narrowing: readonly Facet[], chosen: Chosen): Facet[] {
    const numbers = this.#sections[id] ?? [];
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
    const tally = new Uint32Array(this.#table.length);
    for (const id of ids) {
      const [lacked, second] = this.#lacks(id, narrowing, chosen);
      if (second !== undefined) continue;
      for (const number of this.#sections[id] ?? []) {
        if (lacked !== undefined && lacked !== this.#table[number]?.[0]) continue;
        tally[number] = (tally[number] ?? 0) + 1;
      }
    }
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
