import { beforeAll, describe, expect, it } from 'vitest';
import { compileScene, sceneText } from './compile.ts';
import { type Binding, fractionalIndex } from './elements/element.ts';
import { boards, fixture, goodSkeleton, randomBoard } from './fixtures/boards.ts';
import type { HandFont } from './font.ts';
import { inflate, overlaps, type Rect, segmentRect } from './geometry.ts';
import { draft } from './layout/draft.ts';
import { segmentsOf } from './route/cost.ts';
import { readShippedFont } from './shippedFont.ts';
import type { Skeleton } from './skeleton.ts';

let font: HandFont;
const skeletons = new Map<string, Skeleton>();
beforeAll(async () => {
  font = await readShippedFont();
  for (const [name, yaml] of Object.entries(boards)) skeletons.set(name, goodSkeleton(yaml, font));
  const redirect = await fixture('redirect-path.whiteboard.yaml');
  skeletons.set('redirect path', goodSkeleton(redirect, font));
});

const names = [...Object.keys(boards), 'redirect path'];

function skeletonOf(name: string): Skeleton {
  const skeleton = skeletons.get(name);
  if (skeleton === undefined) throw new Error(name);
  return skeleton;
}

describe('compileScene', () => {
  it('makes the same file again', async () => {
    const text = sceneText(compileScene(skeletonOf('redirect path'), font));
    expect(text).toBe(await fixture('redirect-path.excalidraw'));
  });

  it.each(names)('gives every element an id and an order of its own: %s', (name) => {
    const { elements } = compileScene(skeletonOf(name), font);
    expect(new Set(elements.map(({ id }) => id)).size).toBe(elements.length);
    const order = elements.map(({ index }) => index);
    expect([...order].sort()).toEqual(order);
    expect(elements.every(({ seed }) => Number.isInteger(seed) && seed > 0)).toBe(true);
  });

  it.each(names)('binds arrows and labels from both sides: %s', (name) => {
    const elements = compileScene(skeletonOf(name), font).elements.map((element) => ({
      ...element,
      ...(element as { containerId?: string; startBinding?: Binding; endBinding?: Binding }),
    }));
    const byId = new Map(elements.map((element) => [element.id, element]));
    for (const element of elements) {
      for (const bound of element.boundElements) {
        const other = byId.get(bound.id);
        expect([
          other?.containerId,
          other?.startBinding?.elementId,
          other?.endBinding?.elementId,
        ]).toContain(element.id);
      }
      if (element.type !== 'arrow') continue;
      for (const binding of [element.startBinding, element.endBinding]) {
        const target = byId.get(binding?.elementId ?? '');
        expect(target?.boundElements).toContainEqual({ id: element.id, type: 'arrow' });
      }
    }
  });
});

describe('draft', () => {
  it('leads every arrow of fifty random boards around every box', () => {
    for (let seed = 1; seed <= 50; seed += 1) {
      const { layout, arrows } = draft(randomBoard(seed), font);
      for (const { points, from, to, label } of arrows) {
        const segments = segmentsOf(points);
        for (const box of layout.boxes) {
          const foreign = segments.slice(box === from ? 1 : 0, box === to ? -1 : undefined);
          const hit = foreign.some((segment) => overlaps(box.rect, segment));
          expect(hit, `board ${seed}: ${from.box.id} to ${to.box.id}`).toBe(false);
          if (label) expect(overlaps(box.rect, label.rect), `board ${seed}`).toBe(false);
        }
      }
    }
  });

  it.each(names)('leads arrows at right angles and never through a box: %s', (name) => {
    const { layout, arrows } = draft(skeletonOf(name), font);
    for (const { points, from, to } of arrows) {
      points.slice(1).forEach((point, index) => {
        const before = points[index] ?? point;
        expect(before[0] === point[0] || before[1] === point[1]).toBe(true);
        for (const box of layout.boxes) {
          const near = box === from || box === to ? inflate(box.rect, -2) : box.rect;
          expect(overlaps(near, segmentRect(before, point)), box.box.id).toBe(false);
        }
      });
    }
  });

  it.each(names)('keeps labels off boxes, texts and each other: %s', (name) => {
    const { layout, arrows } = draft(skeletonOf(name), font);
    const labels = arrows.flatMap(({ label }) => (label ? [label.rect] : []));
    const things: Rect[] = [
      ...layout.boxes.map(({ rect }) => rect),
      ...layout.texts.map(({ rect }) => rect),
    ];
    labels.forEach((label, index) => {
      for (const thing of [...things, ...labels.slice(0, index)]) {
        expect(overlaps(label, thing)).toBe(false);
      }
    });
  });

  it.each(names)('keeps boxes apart and their texts inside: %s', (name) => {
    const { layout } = draft(skeletonOf(name), font);
    layout.boxes.forEach((box, index) => {
      expect(box.rect.width).toBeGreaterThan(Math.max(box.label.width, box.detail?.width ?? 0));
      for (const other of layout.boxes.slice(0, index)) {
        expect(overlaps(inflate(box.rect, 30), other.rect)).toBe(false);
      }
    });
  });

  it('leads a straight arrow between boxes that face each other', () => {
    const { arrows } = draft(skeletonOf('both ways between neighbours, and half cells'), font);
    expect(arrows.map(({ points }) => points.length)).toEqual([4, 4, 2, 2]);
  });
});

describe('fractionalIndex', () => {
  it('sorts as counted', () => {
    expect([0, 9, 10, 61, 62, 124].map(fractionalIndex)).toEqual([
      'a0',
      'a9',
      'aA',
      'az',
      'b00',
      'b10',
    ]);
  });
});
