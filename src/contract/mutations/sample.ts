import type { Copy, Damage, Door, Page } from './page.ts';

/** A damaged copy, with what is to find it. */
export interface Sample extends Copy {
  kind: string;
  door: Door;
  path: string;
}

/**
 * Damaged copies of a design: one of each kind for each door, then a second of each kind, until
 * there are enough. Kinds come in an order that is drawn, and so are the places that they are at.
 */
export function sample(
  damages: readonly Damage[],
  { pages, doors }: { pages: readonly Page[]; doors: readonly Door[] },
  enough: number,
  next: () => number,
): Sample[] {
  const shelves = damages
    .flatMap((damage) =>
      damage.doors.filter((door) => doors.includes(door)).map((door) => ({ ...damage, door })),
    )
    .map((shelf) => ({ ...shelf, order: next() }))
    .sort((a, b) => a.order - b.order)
    .map(({ kind, door, places }) =>
      pages.flatMap((page) =>
        places(page).map((make) => (): Sample => ({ ...make(), kind, door, path: page.path })),
      ),
    );
  const samples: Sample[] = [];
  while (shelves.some(({ length }) => length > 0)) {
    for (const shelf of shelves) {
      const [make] = shelf.splice(Math.floor(next() * shelf.length), 1);
      if (make !== undefined) samples.push(make());
      if (samples.length === enough) return samples;
    }
  }
  return samples;
}
