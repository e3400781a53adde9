import { beforeAll, describe, expect, it } from 'vitest';
import { checkWhiteboards, scenePath } from './check.ts';
import { fixture } from './fixtures/boards.ts';
import type { HandFont } from './font.ts';
import { readShippedFont } from './shippedFont.ts';

let font: HandFont;
let skeleton: { path: string; text: string };
let scene: { path: string; text: string };
beforeAll(async () => {
  font = await readShippedFont();
  skeleton = { path: 'p/a.whiteboard.yaml', text: await fixture('redirect-path.whiteboard.yaml') };
  scene = { path: 'p/a.excalidraw', text: await fixture('redirect-path.excalidraw') };
});

describe('checkWhiteboards', () => {
  it('accepts a fresh scene, and one without a skeleton', () => {
    expect(checkWhiteboards([scene, skeleton], font)).toEqual([]);
    expect(checkWhiteboards([scene], font)).toEqual([]);
  });

  it('finds a stale scene', () => {
    const changed = { ...skeleton, text: skeleton.text.replace('label: Redis', 'label: Valkey') };
    expect(checkWhiteboards([scene, changed], font)).toEqual([
      {
        path: 'p/a.excalidraw',
        line: 1,
        column: 1,
        rule: 'excalidraw-stale',
        message: 'differs from what p/a.whiteboard.yaml makes',
        expected: 'the scene that `npm run whiteboard` writes',
      },
    ]);
  });

  it('finds a skeleton without a scene, and a faulty one', () => {
    expect(
      checkWhiteboards([skeleton], font).map(({ path, message }) => `${path} ${message}`),
    ).toEqual(['p/a.excalidraw is missing']);
    const faulty = { ...skeleton, text: skeleton.text.replace('from: browser', 'from: nobody') };
    expect(
      checkWhiteboards([faulty, scene], font).map(({ path, rule }) => `${path} ${rule}`),
    ).toEqual(['p/a.whiteboard.yaml whiteboard-unknown-id']);
  });
});

describe('scenePath', () => {
  it('names the file beside the skeleton', () => {
    expect(scenePath('content/problems/x/a.whiteboard.yaml')).toBe(
      'content/problems/x/a.excalidraw',
    );
  });
});
