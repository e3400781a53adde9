import type { Point } from './box.ts';

/** One absolute drawing command: M, L (one point), C (three), Q (two), A (raw arc) or Z. */
export type Segment =
  | { command: 'M' | 'L'; points: [Point] }
  | { command: 'C'; points: [Point, Point, Point] }
  | { command: 'Q'; points: [Point, Point] }
  | { command: 'A'; radii: Point; turn: number; large: boolean; sweep: boolean; points: [Point] }
  | { command: 'Z'; points: [] };

const counts: Readonly<Record<string, number>> = {
  M: 2,
  L: 2,
  H: 1,
  V: 1,
  C: 6,
  S: 4,
  Q: 4,
  T: 2,
  A: 7,
};

/** Reads path data into absolute segments; H, V, S and T become L, C and Q. */
export function parsePath(data: string): Segment[] {
  const segments: Segment[] = [];
  let current: Point = { x: 0, y: 0 };
  let start = current;
  let control: Point | undefined;
  for (const [, letter = '', rest = ''] of data.matchAll(/([a-z])([^a-z]*(?:e-?\d+[^a-z]*)*)/gi)) {
    const upper = letter.toUpperCase();
    if (upper === 'Z') {
      segments.push({ command: 'Z', points: [] });
      current = start;
      control = undefined;
      continue;
    }
    const count = counts[upper];
    if (!count) continue;
    const values = numbersOf(rest, upper === 'A');
    for (let at = 0; at + count <= values.length; at += count) {
      const part = values.slice(at, at + count);
      const segment = read(
        at > 0 && upper === 'M' ? 'L' : upper,
        part,
        letter !== upper,
        current,
        control,
      );
      segments.push(segment);
      const last = segment.points.at(-1) ?? current;
      if (segment.command === 'M') start = last;
      control =
        segment.command === 'C' || segment.command === 'Q' ? segment.points.at(-2) : undefined;
      current = last;
    }
  }
  return segments;
}

/** Numbers of path data; an arc's flags may stand without a separator. */
function numbersOf(text: string, arc: boolean): number[] {
  if (!arc) return (text.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
  const values: number[] = [];
  const number = /\s*,?\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/iy;
  const flag = /\s*,?\s*([01])/y;
  for (let at = 0; at < text.length;) {
    const pattern = values.length % 7 === 3 || values.length % 7 === 4 ? flag : number;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) break;
    values.push(Number(found[1]));
    at = pattern.lastIndex;
  }
  return values;
}

function read(
  command: string,
  values: number[],
  relative: boolean,
  current: Point,
  control: Point | undefined,
): Segment {
  const base = relative ? current : { x: 0, y: 0 };
  const point = (at: number): Point => ({
    x: (values[at] ?? 0) + base.x,
    y: (values[at + 1] ?? 0) + base.y,
  });
  const mirrored = control
    ? { x: 2 * current.x - control.x, y: 2 * current.y - control.y }
    : current;
  switch (command) {
    case 'M':
      return { command: 'M', points: [point(0)] };
    case 'H':
      return { command: 'L', points: [{ x: (values[0] ?? 0) + base.x, y: current.y }] };
    case 'V':
      return { command: 'L', points: [{ x: current.x, y: (values[0] ?? 0) + base.y }] };
    case 'C':
      return { command: 'C', points: [point(0), point(2), point(4)] };
    case 'S':
      return { command: 'C', points: [mirrored, point(0), point(2)] };
    case 'Q':
      return { command: 'Q', points: [point(0), point(2)] };
    case 'T':
      return { command: 'Q', points: [mirrored, point(0)] };
    case 'A': {
      const [x = 0, y = 0, turn = 0, large, sweep] = values;
      return {
        command: 'A',
        radii: { x: Math.abs(x), y: Math.abs(y) },
        turn,
        large: large === 1,
        sweep: sweep === 1,
        points: [point(5)],
      };
    }
    default:
      return { command: 'L', points: [point(0)] };
  }
}

/** The path as a chain of points, curves cut into short pieces: good for boxes and lengths. */
export function flatten(segments: readonly Segment[]): Point[][] {
  const lines: Point[][] = [];
  let line: Point[] = [];
  for (const segment of segments) {
    const current = line.at(-1) ?? { x: 0, y: 0 };
    switch (segment.command) {
      case 'M':
        line = [segment.points[0]];
        lines.push(line);
        break;
      case 'Z':
        if (line[0]) {
          line.push(line[0]);
          line = [line[0]];
          lines.push(line);
        }
        break;
      case 'L':
        line.push(segment.points[0]);
        break;
      case 'A':
        line.push(...arcPoints(current, segment));
        break;
      default:
        line.push(...bezierPoints([current, ...segment.points]));
    }
  }
  return lines.filter((points) => points.length > 1);
}

const pieces = 24;

function bezierPoints(points: Point[]): Point[] {
  return Array.from({ length: pieces }, (_, index) => {
    const t = (index + 1) / pieces;
    let level = points;
    while (level.length > 1) {
      level = level.slice(1).map((end, at) => {
        const begin = level[at] ?? end;
        return { x: begin.x + (end.x - begin.x) * t, y: begin.y + (end.y - begin.y) * t };
      });
    }
    return level[0] ?? { x: 0, y: 0 };
  });
}

/** Endpoint to centre parametrization, https://www.w3.org/TR/SVG2/implnote.html#ArcConversionEndpointToCenter */
function arcPoints(from: Point, arc: Extract<Segment, { command: 'A' }>): Point[] {
  const [to] = arc.points;
  let { x: rx, y: ry } = arc.radii;
  if (rx === 0 || ry === 0 || (from.x === to.x && from.y === to.y)) return [to];
  const angle = (arc.turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const half = { x: (from.x - to.x) / 2, y: (from.y - to.y) / 2 };
  const x = cos * half.x + sin * half.y;
  const y = -sin * half.x + cos * half.y;
  const grow = Math.sqrt((x / rx) ** 2 + (y / ry) ** 2);
  if (grow > 1) [rx, ry] = [rx * grow, ry * grow];
  const under = (rx * y) ** 2 + (ry * x) ** 2;
  const root = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - under) / under));
  const sign = arc.large === arc.sweep ? -1 : 1;
  const centre = { x: (sign * root * rx * y) / ry, y: (-sign * root * ry * x) / rx };
  const begin = Math.atan2((y - centre.y) / ry, (x - centre.x) / rx);
  let sweep = Math.atan2((-y - centre.y) / ry, (-x - centre.x) / rx) - begin;
  if (arc.sweep && sweep < 0) sweep += 2 * Math.PI;
  if (!arc.sweep && sweep > 0) sweep -= 2 * Math.PI;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  return Array.from({ length: pieces }, (_, index) => {
    const at = begin + (sweep * (index + 1)) / pieces;
    const px = rx * Math.cos(at) + centre.x;
    const py = ry * Math.sin(at) + centre.y;
    return { x: cos * px - sin * py + middle.x, y: sin * px + cos * py + middle.y };
  });
}

/** Length of all lines in user units. */
export function pathLength(lines: readonly Point[][]): number {
  return lines.reduce((sum, line) => sum + steps(line).reduce((a, { length }) => a + length, 0), 0);
}

/** The point at a distance along the path, clamped to its ends. */
export function pointAtLength(lines: readonly Point[][], distance: number): Point {
  let left = Math.max(0, distance);
  let last: Point = lines[0]?.[0] ?? { x: 0, y: 0 };
  for (const { from, to, length } of lines.flatMap((line) => steps(line))) {
    if (left <= length && length > 0) {
      const share = left / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    }
    left -= length;
    last = to;
  }
  return last;
}

function steps(line: readonly Point[]): { from: Point; to: Point; length: number }[] {
  return line.slice(1).map((to, at) => {
    const from = line[at] ?? to;
    return { from, to, length: Math.hypot(to.x - from.x, to.y - from.y) };
  });
}

/** Moves a path. */
export function movePath(segments: readonly Segment[], by: Point): Segment[] {
  const move = ({ x, y }: Point): Point => ({ x: x + by.x, y: y + by.y });
  return segments.map((segment) => ({ ...segment, points: segment.points.map(move) }) as Segment);
}

/** Path data again: relative, one decimal by default, curves that are straight become lines. */
export function formatPath(segments: readonly Segment[], decimals = 1): string {
  const factor = 10 ** decimals;
  const round = (value: number): number => Math.round(value * factor);
  const text = (value: number): string => String(value / factor).replace(/^(-?)0\./, '$1.');
  let current = { x: 0, y: 0 };
  let start = current;
  let result = '';
  let previous = '';
  const write = (command: string, values: string[]): void => {
    const repeated = command === previous && command !== 'm';
    previous = command;
    result += (repeated ? '' : command) + join(values, repeated);
  };
  for (const segment of segments) {
    if (segment.command === 'Z') {
      if (previous !== 'z') result += 'z';
      previous = 'z';
      current = start;
      continue;
    }
    const places = segment.points.map(({ x, y }) => ({ x: round(x), y: round(y) }));
    const end = places.at(-1) ?? current;
    const offsets = places.map(({ x, y }) => [x - current.x, y - current.y] as const);
    const flat = offsets.flat().map((value) => text(value));
    const [dx = 0, dy = 0] = offsets.at(-1) ?? [];
    if (segment.command === 'M') {
      write('m', flat);
      if (result.startsWith('m')) result = `M${result.slice(1)}`;
      start = end;
    } else if (segment.command === 'A') {
      const { radii, turn, large, sweep } = segment;
      const radiiText = [text(round(radii.x)), text(round(radii.y))];
      write('a', [...radiiText, String(turn), large ? '1' : '0', sweep ? '1' : '0', ...flat]);
    } else if (segment.command === 'L' || isStraight(offsets)) {
      if (dx === 0 && dy === 0) continue;
      if (dy === 0) write('h', [text(dx)]);
      else if (dx === 0) write('v', [text(dy)]);
      else write('l', [text(dx), text(dy)]);
    } else {
      write(segment.command.toLowerCase(), flat);
    }
    current = end;
  }
  return result;
}

/** Whether a curve's control points lie on its chord, between its ends, within a tenth of a unit. */
function isStraight(offsets: readonly (readonly [number, number])[]): boolean {
  const [ex = 0, ey = 0] = offsets.at(-1) ?? [];
  const length = Math.hypot(ex, ey);
  return offsets.slice(0, -1).every(([x, y]) => {
    if (length === 0) return x === 0 && y === 0;
    const along = (x * ex + y * ey) / length;
    return Math.abs(x * ey - y * ex) / length <= 1 && along >= -1 && along <= length + 1;
  });
}

function join(values: readonly string[], repeated: boolean): string {
  return values
    .map((value, at) => (value.startsWith('-') || (at === 0 && !repeated) ? value : ` ${value}`))
    .join('');
}
