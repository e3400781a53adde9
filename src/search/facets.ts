/** What a search can be narrowed by, in the order in which it is shown. */
export const facets = ['problem', 'format', 'topic', 'component', 'level'] as const;
export type Facet = (typeof facets)[number];

/** How each facet is called. */
export const facetNames: Record<Facet, string> = {
  problem: 'Problem',
  format: 'Format',
  topic: 'Topic',
  component: 'Component',
  level: 'Level',
};

/** Ids of values by facet: any of a facet's values, and all facets. */
export type Chosen = Partial<Record<Facet, string[]>>;

/** One value of a facet: the id stands in addresses, the title on the page. */
export interface FacetValue {
  id: string;
  title: string;
}
