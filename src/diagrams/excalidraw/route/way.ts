import type { Point, Rect } from '../geometry.ts';
import type { PlacedBox } from '../layout/layout.ts';
import type { Arrow, Side } from '../skeleton.ts';
import type { TextBlock } from '../layout/textBlock.ts';

/** The two ends of an arrow as they may be: sides, and offsets from their middles. */
export interface Ends {
  leave: Side;
  arrive: Side;
  leaveOffset: number;
  arriveOffset: number;
}

/** An arrow with its way. */
export interface RoutedArrow extends Ends {
  arrow: Arrow;
  from: PlacedBox;
  to: PlacedBox;
  /** Corners from end to end. */
  points: Point[];
  label: { block: TextBlock; rect: Rect } | undefined;
  /** What stands against the way, in pixels of detour; above `clash` something is hidden. */
  cost: number;
}
