import type { Fault } from '../../faults/fault.ts';
import { readYaml } from '../../source/yaml.ts';
import { type Box, type Skeleton, skeletonSchema } from './skeleton.ts';
import type { HandFont } from './font.ts';

/** A skeleton that was read: the data where there is no fault. */
export interface SkeletonResult {
  data: Skeleton | undefined;
  faults: Fault[];
}

/**
 * Reads a `.whiteboard.yaml`. Faults beside those of `readYaml`: `whiteboard-duplicate-id`,
 * `whiteboard-unknown-id`, `whiteboard-arrow` (to itself), `whiteboard-overlap` (two things in one cell),
 * `whiteboard-frame` (a stranger inside a frame), `whiteboard-glyph` (a character that the font lacks).
 */
export function readSkeleton(text: string, path: string, font: HandFont): SkeletonResult {
  const { data, faults, locate } = readYaml(text, skeletonSchema, { path });
  if (data === undefined) return { data, faults: faults.map(explainComma) };

  const found: Fault[] = [];
  const report = (
    keys: readonly PropertyKey[],
    rule: string,
    message: string,
    expected?: string,
  ): void => {
    found.push({ path, ...locate(keys), rule, message, ...(expected && { expected }) });
  };

  const ids = new Set(data.boxes.map((box) => box.id));
  const known = `one of ${[...ids].join(', ')}`;

  data.boxes.forEach((box, index) => {
    if (data.boxes.findIndex(({ id }) => id === box.id) < index) {
      report(['boxes', index, 'id'], 'whiteboard-duplicate-id', `two boxes are called "${box.id}"`);
    }
  });

  data.arrows.forEach((arrow, index) => {
    for (const end of ['from', 'to'] as const) {
      if (ids.has(arrow[end])) continue;
      const message = `no box is called "${arrow[end]}"`;
      report(['arrows', index, end], 'whiteboard-unknown-id', message, known);
    }
    if (arrow.from === arrow.to) {
      report(
        ['arrows', index],
        'whiteboard-arrow',
        `the arrow leads from "${arrow.from}" to itself`,
      );
    }
  });

  const things = [
    ...data.boxes.map((box, index) => ({ keys: ['boxes', index], name: box.id, thing: box })),
    ...data.texts.map((text, index) => ({
      keys: ['texts', index],
      name: text.text.slice(0, 20),
      thing: text,
    })),
  ];
  things.forEach(({ keys, name, thing }, index) => {
    const other = things.slice(0, index).find((earlier) => shareCell(earlier.thing, thing));
    if (other === undefined) return;
    const message = `"${name}" overlaps "${other.name}" at [${thing.at.join(', ')}]`;
    report([...keys, 'at'], 'whiteboard-overlap', message, 'a free cell');
  });

  data.frames.forEach((frame, index) => {
    frame.around.forEach((id, at) => {
      if (ids.has(id)) return;
      const message = `no box is called "${id}"`;
      report(['frames', index, 'around', at], 'whiteboard-unknown-id', message, known);
    });
    const inside = data.boxes.filter(({ id }) => frame.around.includes(id));
    if (inside.length === 0) return;
    const area = cellsAround(inside);
    const stranger = data.boxes.find((box) => !inside.includes(box) && shareCell(area, box));
    if (stranger !== undefined) {
      const message = `the frame "${frame.label}" would also enclose "${stranger.id}"`;
      const expected = `"${stranger.id}" in its \`around\` too, or in another cell`;
      report(['frames', index], 'whiteboard-frame', message, expected);
    }
  });

  for (const { keys, text: written } of writings(data)) {
    const lacking = font.lacks(written);
    if (lacking.length === 0) continue;
    const message = `the hand-drawn font has no ${lacking.map((character) => `"${character}"`).join(', ')}`;
    report(
      keys,
      'whiteboard-glyph',
      message,
      'Latin letters, digits, punctuation and ← ↑ → ↓ ↔ ≈ ≠ ≤ ≥ × ÷ ✓',
    );
  }

  return { data: found.length === 0 ? data : undefined, faults: found };
}

/** In `{ text: a, b }` YAML takes `b` for a key: the commonest slip, so its mend is told. */
function explainComma(fault: Fault): Fault {
  const expected = 'quotes around a text that holds a comma';
  return /Unrecognized key.*"[^"]* /.test(fault.message) ? { ...fault, expected } : fault;
}

type Cells = Pick<Box, 'at' | 'span'>;

/** Whether two things would stand on the same cell, or less than a cell apart. */
function shareCell(a: Cells, b: Cells): boolean {
  const apart = (axis: 0 | 1): boolean =>
    a.at[axis] + (a.span?.[axis] ?? 1) <= b.at[axis] ||
    b.at[axis] + (b.span?.[axis] ?? 1) <= a.at[axis];
  return !apart(0) && !apart(1);
}

/** The rectangle of cells that some boxes span together. */
function cellsAround(boxes: readonly Cells[]): Cells {
  const from = (axis: 0 | 1): number => Math.min(...boxes.map(({ at }) => at[axis]));
  const to = (axis: 0 | 1): number =>
    Math.max(...boxes.map(({ at, span }) => at[axis] + (span?.[axis] ?? 1)));
  return { at: [from(0), from(1)], span: [to(0) - from(0), to(1) - from(1)] };
}

/** Every text of a skeleton that is drawn, with the keys where it stands. */
function* writings(skeleton: Skeleton): Generator<{ keys: PropertyKey[]; text: string }> {
  for (const [index, box] of skeleton.boxes.entries()) {
    if (box.label !== undefined) yield { keys: ['boxes', index, 'label'], text: box.label };
    if (box.detail !== undefined) yield { keys: ['boxes', index, 'detail'], text: box.detail };
  }
  for (const [index, arrow] of skeleton.arrows.entries()) {
    if (arrow.label !== undefined) yield { keys: ['arrows', index, 'label'], text: arrow.label };
  }
  for (const [index, text] of skeleton.texts.entries()) {
    yield { keys: ['texts', index, 'text'], text: text.text };
  }
  for (const [index, frame] of skeleton.frames.entries()) {
    yield { keys: ['frames', index, 'label'], text: frame.label };
  }
}
