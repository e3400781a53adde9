import { isHorizontal, reach } from './port.ts';
import type { PlacedBox } from '../layout/layout.ts';
import type { Ends, RoutedArrow } from './way.ts';

/** Pixels between arrows at one side of a box. */
const portDistance = 28;

/** The ends of each arrow, moved so that arrows at one side stand apart. */
export function spread(routed: readonly RoutedArrow[]): Ends[] {
  const moved = routed.map(({ leave, arrive, leaveOffset, arriveOffset }) => ({
    leave,
    arrive,
    leaveOffset,
    arriveOffset,
  }));
  const groups = new Map<string, Port[]>();
  routed.forEach((way, index) => {
    for (const end of ['leave', 'arrive'] as const) {
      const box = end === 'leave' ? way.from : way.to;
      const key = `${box.box.id} ${way[end]}`;
      const port = { index, end, wish: way[`${end}Offset`], aim: aimOf(way, end) };
      groups.set(key, [...(groups.get(key) ?? []), port]);
    }
  });
  for (const ports of groups.values()) {
    const [first] = ports;
    const way = first && routed[first.index];
    if (first === undefined || way === undefined) continue;
    const room = reach(first.end === 'leave' ? way.from : way.to, way[first.end]);
    ports.sort((a, b) => a.wish - b.wish || a.aim - b.aim || a.index - b.index);
    apart(ports, Math.min(portDistance, (2 * room) / Math.max(1, ports.length - 1)), room).forEach(
      (offset, place) => {
        const port = ports[place];
        const ends = port && moved[port.index];
        if (ends) ends[`${port.end}Offset`] = offset;
      },
    );
  }
  return moved;
}

/** An arrow's end at a side. */
interface Port {
  index: number;
  end: 'leave' | 'arrive';
  /** The offset that it had while alone. */
  wish: number;
  aim: number;
}

/** Offsets in the order of the ports, at least `distance` apart, as near to the wishes as that allows. */
function apart(ports: readonly Port[], distance: number, room: number): number[] {
  const clusters: { wishes: number[]; middle: number }[] = [];
  for (const { wish } of ports) {
    let cluster = { wishes: [wish], middle: wish };
    for (let last = clusters.at(-1); last; last = clusters.at(-1)) {
      const lastEnd = last.middle + ((last.wishes.length - 1) * distance) / 2;
      const start = cluster.middle - ((cluster.wishes.length - 1) * distance) / 2;
      if (start - lastEnd >= distance) break;
      clusters.pop();
      const wishes = [...last.wishes, ...cluster.wishes];
      cluster = { wishes, middle: wishes.reduce((sum, value) => sum + value, 0) / wishes.length };
    }
    clusters.push(cluster);
  }
  return clusters
    .flatMap(({ wishes, middle }) =>
      wishes.map((_, place) => middle + (place - (wishes.length - 1) / 2) * distance),
    )
    .map((offset) => Math.round(Math.min(room, Math.max(-room, offset))));
}

/** Where an arrow leads, along the side that it ends at: the middle of the other box. */
function aimOf(way: RoutedArrow, end: 'leave' | 'arrive'): number {
  const { rect } = end === 'leave' ? way.to : way.from;
  return isHorizontal(way[end]) ? rect.y + rect.height / 2 : rect.x + rect.width / 2;
}

/** The given ends, and those with one end moved opposite to the other, so that the way can be straight. */
export function alignedEnds(ends: Ends, from: PlacedBox, to: PlacedBox): Ends[] {
  const { leave, arrive, leaveOffset, arriveOffset } = ends;
  if (isHorizontal(leave) !== isHorizontal(arrive)) return [ends];
  const middle = ({ rect }: PlacedBox): number =>
    isHorizontal(leave) ? rect.y + rect.height / 2 : rect.x + rect.width / 2;
  const shift = middle(from) - middle(to);
  const between = (leaveOffset + shift + arriveOffset) / 2;
  return [
    { ...ends, arriveOffset: leaveOffset + shift },
    { ...ends, leaveOffset: arriveOffset - shift },
    { ...ends, leaveOffset: between - shift, arriveOffset: between },
    ends,
  ].filter(
    (tried) =>
      tried === ends ||
      (Math.abs(tried.leaveOffset) <= reach(from, leave) &&
        Math.abs(tried.arriveOffset) <= reach(to, arrive)),
  );
}
