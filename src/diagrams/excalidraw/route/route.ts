import { arrowLabel, labelRect, labelWays } from './arrowLabel.ts';
import { candidateWays } from './candidate.ts';
import { clash, costOf, type Step } from './cost.ts';
import type { HandFont } from '../font.ts';
import type { Point } from '../geometry.ts';
import type { Layout, PlacedBox } from '../layout/layout.ts';
import { portPoint } from './port.ts';
import { type Arrow, sides } from '../skeleton.ts';
import { alignedEnds, spread } from './spread.ts';
import type { TextBlock } from '../layout/textBlock.ts';
import type { Ends, RoutedArrow } from './way.ts';

/**
 * Finds every arrow's way: right-angled, around boxes, apart from the others. First each takes its
 * best sides; then arrows that share a side are spread over it, in the order of where they lead.
 */
export function route(arrows: readonly Arrow[], layout: Layout, font: HandFont): RoutedArrow[] {
  const anySides = (arrow: Arrow, from: PlacedBox, to: PlacedBox): Ends[] =>
    sides.flatMap((leave) =>
      sides.flatMap((arrive) => {
        if ((arrow.leave ?? leave) !== leave || (arrow.arrive ?? arrive) !== arrive) return [];
        return alignedEnds({ leave, arrive, leaveOffset: 0, arriveOffset: 0 }, from, to);
      }),
    );
  const firstTry = routeAll(arrows, layout, font, 'sides', (arrow, from, to) => [
    anySides(arrow, from, to),
  ]);
  const spreadEnds = spread(firstTry);
  return routeAll(arrows, layout, font, 'ports', (arrow, from, to, index) => {
    const ends = spreadEnds[index];
    const chosen = ends === undefined ? [] : alignedEnds(ends, from, to);
    return [chosen, anySides(arrow, from, to)];
  });
}

/** Leads arrow after arrow. `triesOf` gives ends to try; later tries count where earlier ones hide something. */
function routeAll(
  arrows: readonly Arrow[],
  layout: Layout,
  font: HandFont,
  step: Step,
  triesOf: (arrow: Arrow, from: PlacedBox, to: PlacedBox, index: number) => Ends[][],
): RoutedArrow[] {
  const routed: RoutedArrow[] = [];
  arrows.forEach((arrow, index) => {
    const from = layout.boxes.find(({ box }) => box.id === arrow.from);
    const to = layout.boxes.find(({ box }) => box.id === arrow.to);
    if (from === undefined || to === undefined) return;
    const block = arrowLabel(arrow, font);
    let best: RoutedArrow | undefined;
    for (const tried of triesOf(arrow, from, to, index)) {
      if (best !== undefined && best.cost < 2 * clash) break;
      for (const ends of tried) {
        for (const points of waysBetween(arrow, from, to, ends, layout)) {
          const label = block && { block, rect: labelRect(points, block) };
          const way = { arrow, from, to, ...ends, points, label, cost: 0 };
          const cost = costOf(way, layout, routed, step, best?.cost ?? Infinity);
          if (best === undefined || cost < best.cost) best = { ...way, cost };
        }
      }
    }
    routed.push(best ?? straight(arrow, from, to, block));
  });
  return routed;
}

function waysBetween(
  arrow: Arrow,
  from: PlacedBox,
  to: PlacedBox,
  ends: Ends,
  { columns, rows }: Layout,
): Point[][] {
  const start = { side: ends.leave, point: portPoint(from, ends.leave, ends.leaveOffset) };
  const end = { side: ends.arrive, point: portPoint(to, ends.arrive, ends.arriveOffset) };
  const ways = candidateWays(start, end, columns, rows);
  return arrow.label === undefined ? ways : ways.flatMap((way) => labelWays(way, arrow));
}

/** The last resort where no right-angled way exists: centre line from side to side. */
function straight(
  arrow: Arrow,
  from: PlacedBox,
  to: PlacedBox,
  block: TextBlock | undefined,
): RoutedArrow {
  const leave = arrow.leave ?? 'right';
  const arrive = arrow.arrive ?? 'left';
  const points = [portPoint(from, leave, 0), portPoint(to, arrive, 0)];
  const label = block && { block, rect: labelRect(points, block) };
  const ends = { leave, arrive, leaveOffset: 0, arriveOffset: 0 };
  return { arrow, from, to, ...ends, points, label, cost: clash };
}
