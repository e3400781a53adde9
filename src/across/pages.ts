/** One page of a list that is too long for one. */
export interface Cut<T> {
  items: T[];
  /** 1-based. */
  number: number;
  /** How many pages there are; at least 1. */
  count: number;
}

/** Problems on one page, so that a page stays small however many problems there are. */
export const problemsOnPage = 10;

/** Sheets in one document: enough for one night, and an end to its weight. */
export const sheetsInDocument = 30;

/** Cuts a list into pages; an empty one is one page. */
export function cutPages<T>(items: readonly T[], size = problemsOnPage): Cut<T>[] {
  const count = Math.max(1, Math.ceil(items.length / size));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
}

/** Cuts a list into pages that weigh no more than a limit, unless one item alone does. */
export function cutByWeight<T>(
  items: readonly T[],
  weigh: (item: T) => number,
  limit: number,
): Cut<T>[] {
  const pages: T[][] = [[]];
  let weight = 0;
  for (const item of items) {
    const page = pages.at(-1) ?? [];
    weight += weigh(item);
    if (weight <= limit || page.length === 0) {
      page.push(item);
    } else {
      pages.push([item]);
      weight = weigh(item);
    }
  }
  return pages.map((page, index) => ({ items: page, number: index + 1, count: pages.length }));
}
