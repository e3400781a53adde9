import { type Chosen, facets } from './facets.ts';
import type { Query } from './search.ts';

/** Reads a query from an address: `?q=idempotency&topic=api&format=dossier`. */
export function readQuery(address: string): Query {
  const parameters = new URLSearchParams(address);
  const chosen: Chosen = {};
  for (const facet of facets) {
    const values = parameters.getAll(facet).filter((value) => value !== '');
    if (values.length > 0) chosen[facet] = values;
  }
  return { text: parameters.get('q') ?? '', chosen };
}

/** Writes a query as the part of an address from `?`; empty where nothing is searched. */
export function writeQuery({ text, chosen }: Query): string {
  const parameters = new URLSearchParams();
  if (text !== '') parameters.set('q', text);
  for (const facet of facets) {
    for (const value of chosen[facet] ?? []) parameters.append(facet, value);
  }
  return parameters.size > 0 ? `?${parameters}` : '';
}

/** Whether nothing is searched or chosen yet: one letter begins most words, and finds no one thing. */
export function isEmpty({ text, chosen }: Query): boolean {
  return text.trim().length < 2 && facets.every((facet) => (chosen[facet] ?? []).length === 0);
}
