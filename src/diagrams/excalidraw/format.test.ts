import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture } from './fixtures/boards.ts';
import { whiteboardFormat } from './format.ts';

const root = 'content/problems';
const boards = (await readdir(root, { recursive: true }))
  .filter((path) => path.endsWith('.excalidraw'))
  .sort();

/** What is wrong with a whiteboard, in a line each. */
const faultsOf = (text: string) =>
  whiteboardFormat
    .safeParse(JSON.parse(text))
    .error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const sound = await fixture('redirect-path.excalidraw');

describe('the format of Excalidraw', () => {
  it('has boards to hold', () => expect(boards.length).toBeGreaterThan(10));

  it.each(boards)('is kept by %s', async (path) => {
    expect(faultsOf(await readFile(join(root, path), 'utf8'))).toEqual([]);
  });

  it('may hold what is drawn by hand, with its pictures', async () => {
    const scene = JSON.parse(await fixture('handmade.excalidraw'));
    const drawn = ({ type }: { type: string }) => ['freedraw', 'image', 'frame'].includes(type);
    const elements = scene.elements.filter(drawn);
    expect(elements.length).toBeGreaterThanOrEqual(3);
    expect(faultsOf(JSON.stringify({ ...scene, elements }))).toEqual([]);
    expect(faultsOf(JSON.stringify({ ...scene, elements, files: {} })).join()).toContain(
      'a file that is not there',
    );
  });

  it.each([
    ['another version', '"version": 2', '"version": 1', 'version'],
    ['a field that there is not', '"angle": 0', '"angel": 0', 'elements.0'],
    ['a number in words', '"angle": 0', '"angle": "0"', 'elements.0'],
    ['an order key that is none', '"index": "a0"', '"index": "00"', 'elements.0'],
    ['an order that goes back', '"index": "a1"', '"index": "a0"', 'is not behind'],
    [
      'an arrow that is bound to nothing',
      '"elementId": "',
      '"elementId": "no-',
      'does not name it',
    ],
    ['a text in another container', '"containerId": "', '"containerId": "no-', 'does not name it'],
    ['an end without a place', '"fixedPoint"', '"fixedPlace"', 'elements'],
    [
      'points that begin elsewhere',
      '[\n          0,\n          0\n        ]',
      '[1, 0]',
      'elements',
    ],
  ])('is broken by %s', (_, from, to, expected) => {
    expect(sound).toContain(from);
    expect(faultsOf(sound)).toEqual([]);
    expect(faultsOf(sound.replace(from, to)).join('\n')).toContain(expected);
  });

  it('is broken by an id that stands twice', () => {
    const scene = JSON.parse(sound);
    scene.elements[1].id = scene.elements[0].id;
    expect(faultsOf(JSON.stringify(scene)).join('\n')).toContain('an id stands twice');
  });
});
