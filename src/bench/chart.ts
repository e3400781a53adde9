/** One bar of a chart. */
export interface Bar {
  label: string;
  value: number;
  /** The value as it is read. */
  text: string;
  /** Set apart from the others. */
  isOwn?: boolean;
}

/** A bar with its place, in units of the drawing. */
export interface PlacedBar extends Bar {
  /** Top of the bar’s row. */
  y: number;
  width: number;
}

export interface Chart {
  width: number;
  height: number;
  bars: PlacedBar[];
  /** Where the limit stands, if there is one within the drawing. */
  limit: number | undefined;
}

/** Sizes in units of the drawing: narrow enough for a phone, where a unit is most of a pixel. */
export const chartSize = { width: 400, row: 46, label: 16, bar: 12, least: 1 };

/** Places horizontal bars below each other, all on one scale that begins at 0. */
export function placeBars(bars: readonly Bar[], limit?: number): Chart {
  const { width, row, least } = chartSize;
  const most = Math.max(...bars.map(({ value }) => value), limit ?? 0, Number.MIN_VALUE);
  const scale = (value: number) => Math.round((10 * width * value) / most) / 10;
  return {
    width,
    height: bars.length * row,
    bars: bars.map((bar, index) => ({
      ...bar,
      y: index * row,
      width: Math.max(least, scale(bar.value)),
    })),
    limit: limit === undefined ? undefined : scale(limit),
  };
}
