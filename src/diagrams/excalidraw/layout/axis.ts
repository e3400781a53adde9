/** Something on a column or row axis. */
export interface Extent {
  /** First cell, from 1; a half stands between two cells. */
  start: number;
  /** Cells that it takes. */
  span: number;
  /** Pixels that it needs. */
  size: number;
}

/** Columns or rows with their places in pixels. */
export interface Axis {
  /** The pixels of a stretch of cells. */
  stretch: (start: number, span: number) => { from: number; to: number };
  /** The free strips: before the first cell, between cells, after the last. */
  gaps: { from: number; to: number }[];
}

/** Pixels of a cell in which nothing stands. */
const emptyCell = 36;

/** Lays cells out one after another; `gaps[i]` are the pixels between cell i+1 and cell i+2. */
export function layAxis(extents: readonly Extent[], gapBefore: (cell: number) => number): Axis {
  const count = Math.max(...extents.map(({ start, span }) => Math.ceil(start + span - 1)));
  const sizes: number[] = Array.from({ length: count }, () => 0);
  const sizeOf = (cell: number): number => sizes[cell - 1] ?? 0;

  for (const { start, span, size } of extents) {
    if (span > 1) continue;
    for (const cell of new Set([Math.floor(start), Math.ceil(start)])) {
      sizes[cell - 1] = Math.max(sizeOf(cell), size);
    }
  }
  sizes.forEach((size, index) => {
    if (size === 0) sizes[index] = emptyCell;
  });
  for (const { start, span, size } of extents) {
    if (span === 1) continue;
    const first = Math.floor(start);
    let room = 0;
    for (let cell = first; cell < first + span; cell += 1) {
      room += sizeOf(cell) + (cell > first ? gapBefore(cell) : 0);
    }
    const share = Math.max(0, Math.ceil((size - room) / span / 2) * 2);
    for (let cell = first; cell < first + span; cell += 1) sizes[cell - 1] = sizeOf(cell) + share;
  }

  const starts: number[] = [];
  let at = 0;
  sizes.forEach((size, index) => {
    if (index > 0) at += gapBefore(index + 1);
    starts.push(at);
    at += size;
  });

  const whole = (start: number, span: number): { from: number; to: number } => {
    const last = start + span - 1;
    return { from: starts[start - 1] ?? 0, to: (starts[last - 1] ?? 0) + sizeOf(last) };
  };
  return {
    stretch: (start, span) => {
      const low = whole(Math.floor(start), span);
      const high = whole(Math.ceil(start), span);
      return { from: (low.from + high.from) / 2, to: (low.to + high.to) / 2 };
    },
    gaps: Array.from({ length: count + 1 }, (_, index) => ({
      from: index === 0 ? -80 : whole(index, 1).to,
      to: index === count ? at + 80 : whole(index + 1, 1).from,
    })),
  };
}
