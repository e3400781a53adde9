import { type Axis, layAxis } from './axis.ts';
import { type SizedBox, sizeBox } from './boxSize.ts';
import type { HandFont } from '../font.ts';
import { bounds, type Rect } from '../geometry.ts';
import { depthInside, frameLabel, framePadding, frameRoom, labelRoom } from './room.ts';
import type { Frame, FreeText, Skeleton } from '../skeleton.ts';
import { fontSizes, type TextBlock, textBlock } from './textBlock.ts';

/** A box at its place. */
export interface PlacedBox extends SizedBox {
  rect: Rect;
}

/** A free text at its place. */
export interface PlacedText {
  text: FreeText;
  block: TextBlock;
  rect: Rect;
}

/** A frame at its place, with that of its label. */
export interface PlacedFrame {
  frame: Frame;
  block: TextBlock;
  rect: Rect;
  labelRect: Rect;
}

/** Everything but the arrows, in pixels. */
export interface Layout {
  boxes: PlacedBox[];
  texts: PlacedText[];
  frames: PlacedFrame[];
  columns: Axis;
  rows: Axis;
}

/** Pixels to add between cells, by the number of the cell before which they come. */
export interface Widening {
  columns: ReadonlyMap<number, number>;
  rows: ReadonlyMap<number, number>;
}

/** Free pixels between columns and between rows, before arrows and frames ask for more. */
const plainGap = { column: 76, row: 64 } as const;

/** Lays boxes, texts and frames out on the grid, with room for the arrows' labels. */
export function layOut(skeleton: Skeleton, font: HandFont, widening: Widening): Layout {
  const sized = alignSizes(skeleton.boxes.map((box) => sizeBox(box, font)));
  const texts = skeleton.texts.map((text) => {
    const maxWidth = (text.span?.[0] ?? 1) * 220;
    return { text, block: textBlock(text.text, fontSizes[text.size], maxWidth, font) };
  });

  const axis = (index: 0 | 1): Axis => {
    const wanted = index === 0 ? widening.columns : widening.rows;
    const labels = labelRoom(skeleton, index, font);
    const borders = frameRoom(skeleton, index);
    const plain = index === 0 ? plainGap.column : plainGap.row;
    const extents = [
      ...sized.map(({ box, width, height }) => ({
        start: box.at[index],
        span: box.span?.[index] ?? 1,
        size: index === 0 ? width : height,
      })),
      ...texts.map(({ text, block }) => ({
        start: text.at[index],
        span: text.span?.[index] ?? 1,
        size: Math.ceil((index === 0 ? block.width : block.height) / 2) * 2,
      })),
    ];
    return layAxis(
      extents,
      (cell) =>
        Math.max(plain, labels.get(cell) ?? 0) + (borders.get(cell) ?? 0) + (wanted.get(cell) ?? 0),
    );
  };
  const columns = axis(0);
  const rows = axis(1);

  const boxes = sized.map((box) => ({ ...box, rect: boxRect(box, columns, rows) }));
  return {
    boxes,
    texts: texts.map((text) => ({ ...text, rect: textRect(text, columns, rows) })),
    frames: skeleton.frames.map((frame) => placeFrame(frame, skeleton, boxes, font)),
    columns,
    rows,
  };
}

/** Gives boxes of one column the same width and of one row the same height, where their shape allows. */
function alignSizes(boxes: readonly SizedBox[]): SizedBox[] {
  const peers = (sized: SizedBox, axis: 0 | 1): SizedBox[] =>
    boxes.filter(
      ({ box, grows }) =>
        grows && box.at[axis] === sized.box.at[axis] && (box.span?.[axis] ?? 1) === 1,
    );
  return boxes.map((sized) =>
    sized.grows
      ? {
          ...sized,
          width: Math.max(sized.width, ...peers(sized, 0).map(({ width }) => width)),
          height: Math.max(sized.height, ...peers(sized, 1).map(({ height }) => height)),
        }
      : sized,
  );
}

function boxRect({ box, width, height }: SizedBox, columns: Axis, rows: Axis): Rect {
  const [columnSpan, rowSpan] = box.span ?? [1, 1];
  const across = columns.stretch(box.at[0], columnSpan);
  const down = rows.stretch(box.at[1], rowSpan);
  const w = columnSpan > 1 ? across.to - across.from : width;
  const h = rowSpan > 1 ? down.to - down.from : height;
  return {
    x: Math.round((across.from + across.to - w) / 2),
    y: Math.round((down.from + down.to - h) / 2),
    width: w,
    height: h,
  };
}

function textRect(
  { text, block }: { text: FreeText; block: TextBlock },
  columns: Axis,
  rows: Axis,
): Rect {
  const across = columns.stretch(text.at[0], text.span?.[0] ?? 1);
  const down = rows.stretch(text.at[1], text.span?.[1] ?? 1);
  const free = across.to - across.from - block.width;
  const share = { left: 0, center: 0.5, right: 1 }[text.align];
  return {
    x: Math.round(across.from + free * share),
    y: Math.round((down.from + down.to - block.height) / 2),
    width: block.width,
    height: block.height,
  };
}

function placeFrame(
  frame: Frame,
  skeleton: Skeleton,
  boxes: readonly PlacedBox[],
  font: HandFont,
): PlacedFrame {
  const inside = boxes.filter(({ box }) => frame.around.includes(box.id));
  const area = bounds(inside.map(({ rect }) => rect));
  const levels = depthInside(frame, skeleton.frames) + 1;
  const padding = levels * framePadding;
  const top = padding + levels * frameLabel;
  const block = textBlock(frame.label, fontSizes.small, 400, font);
  const rect = {
    x: area.x - padding,
    y: area.y - top,
    width: Math.max(area.width + 2 * padding, block.width + 32),
    height: area.height + top + padding,
  };
  return {
    frame,
    block,
    rect,
    labelRect: { x: rect.x + 16, y: rect.y + 10, width: block.width, height: block.height },
  };
}
