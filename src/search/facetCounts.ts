import { type Facet, facets, type FacetValue } from './facets.ts';
import type { SearchRecord } from './record.ts';

/** Every value of every facet, in the order in which records first have it, and how many have it. */
export class FacetCounts {
  readonly #found = new Map<Facet, Map<string, { value: FacetValue; count: number }>>(
    facets.map((facet) => [facet, new Map()]),
  );

  add(records: readonly SearchRecord[]): void {
    for (const { facets: own } of records) {
      for (const [facet, found] of this.#found) {
        for (const value of own[facet] ?? []) {
          const count = (found.get(value.id)?.count ?? 0) + 1;
          found.set(value.id, { value, count });
        }
      }
    }
  }

  list(): { facet: Facet; value: FacetValue; count: number }[] {
    return [...this.#found].flatMap(([facet, found]) =>
      [...found.values()].map(({ value, count }) => ({ facet, value, count })),
    );
  }
}
