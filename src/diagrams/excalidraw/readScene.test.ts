import { describe, expect, it } from 'vitest';
import { fixture } from './fixtures/boards.ts';
import { readScene } from './readScene.ts';

describe('readScene', () => {
  it('reads a scene drawn by hand', async () => {
    const { data, faults } = readScene(await fixture('handmade.excalidraw'), 'x.excalidraw');
    expect(faults).toEqual([]);
    expect(new Set(data?.elements.map(({ type }) => type))).toEqual(
      new Set([
        'rectangle',
        'ellipse',
        'diamond',
        'arrow',
        'line',
        'text',
        'freedraw',
        'image',
        'frame',
      ]),
    );
  });

  it('names the element that it can’t draw, at its line', async () => {
    const text = (await fixture('handmade.excalidraw'))
      .replace('"type": "freedraw"', '"type": "embeddable"')
      .replace('"fileId": "f1"', '"fileId": "lost"');
    const { data, faults } = readScene(text, 'x.excalidraw');
    expect(data).toBeUndefined();
    expect(faults.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'excalidraw-element element "scribble" of type embeddable: can\'t be drawn; expected one of rectangle, ellipse, diamond, line, arrow, text, freedraw, image, frame, magicframe',
    ]);
    const line = text.split('\n').findIndex((row) => row.includes('embeddable')) + 1;
    expect(faults[0]?.line).toBe(line);
  });

  it('names an image without its file', async () => {
    const text = (await fixture('handmade.excalidraw')).replace(
      '"fileId": "f1"',
      '"fileId": "lost"',
    );
    const [fault] = readScene(text, 'x.excalidraw').faults;
    expect(fault?.message).toBe('element "picture" of type image: its file "lost" is not embedded');
  });

  it('refuses what is not a scene', () => {
    const rulesOf = (text: string): string[] =>
      readScene(text, 'x.excalidraw').faults.map(({ line, rule }) => `${line} ${rule}`);
    expect(rulesOf('{\n  "type": "excalidraw",\n  oops\n}')).toEqual(['3 excalidraw-syntax']);
    expect(rulesOf('{ "type": "excalidrawlib", "version": 2, "elements": [] }')).toEqual([
      '1 excalidraw-syntax',
    ]);
    expect(rulesOf('[]')).toEqual(['1 excalidraw-syntax']);
    expect(rulesOf('')).toEqual(['1 excalidraw-syntax']);
  });

  it('refuses an embedded file that is not an image', async () => {
    const text = (await fixture('handmade.excalidraw')).replace('data:image/png', 'data:text/html');
    expect(readScene(text, 'x.excalidraw').faults.map(({ rule }) => rule)).toEqual([
      'excalidraw-syntax',
    ]);
  });
});
