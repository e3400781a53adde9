import { gzipSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { boards, fixture, goodScene, goodSkeleton } from './fixtures/boards.ts';
import { readScene } from './readScene.ts';
import { renderScene } from './render.ts';
import type { Scene } from './scene.ts';
import { readShippedFont } from './shippedFont.ts';

const scenes = new Map<string, Scene>();
beforeAll(async () => {
  const font = await readShippedFont();
  for (const [name, yaml] of Object.entries(boards)) {
    scenes.set(name, goodScene(goodSkeleton(yaml, font), font));
  }
  for (const name of ['redirect-path', 'handmade']) {
    const { data } = readScene(await fixture(`${name}.excalidraw`), name);
    if (data) scenes.set(name, data);
  }
});
const names = [...Object.keys(boards), 'redirect-path', 'handmade'];

function draw(name: string): string {
  const scene = scenes.get(name);
  if (scene === undefined) throw new Error(name);
  return renderScene(scene, { title: 'Title & <name>' }).svg;
}

function parse(svg: string): Element {
  const { DOMParser } = new JSDOM('').window;
  return new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
}

describe('renderScene', () => {
  it.each(names)('is well formed, without styles and scripts: %s', (name) => {
    const svg = draw(name);
    const root = parse(svg);
    expect(root.tagName).toBe('svg');
    expect(root.getAttribute('role')).toBe('img');
    expect(root.querySelector('title')?.textContent).toBe('Title & <name>');
    expect(svg).not.toMatch(/style=|<style|<script|NaN|undefined|Infinity/);
    expect(draw(name)).toBe(svg);
  });

  it.each([...Object.keys(boards), 'redirect-path'])('takes 5 kB at the most: %s', (name) => {
    expect(gzipSync(draw(name)).length).toBeLessThan(5000);
  });

  it.each(names)('keeps every text of the scene: %s', (name) => {
    const drawn = [...parse(draw(name)).querySelectorAll('text')].map(
      ({ textContent }) => textContent,
    );
    const written = scenes
      .get(name)
      ?.elements.flatMap((element) => (element.type === 'text' ? [element.text] : []));
    for (const text of written ?? []) expect(drawn).toContain(text.replaceAll('\n', ''));
  });

  it.each(names)('keeps everything inside the picture: %s', (name) => {
    const root = parse(draw(name));
    const [, , width, height] = (root.getAttribute('viewBox') ?? '').split(' ').map(Number);
    for (const path of root.querySelectorAll('path[d]')) {
      for (const [, x, y] of (path.getAttribute('d') ?? '').matchAll(
        /M(-?[\d.]+)[ ]?(-?[\d.]+)/g,
      )) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(y)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(width ?? 0);
        expect(Number(y)).toBeLessThanOrEqual(height ?? 0);
      }
    }
  });

  it('draws every kind of element and skips deleted ones', () => {
    const root = parse(draw('handmade'));
    const count = (selector: string): number => root.querySelectorAll(selector).length;
    expect(count('image')).toBe(2);
    expect(count('svg[preserveAspectRatio="none"]')).toBe(1);
    expect(count('g[transform^="rotate(22.9"]')).toBe(1);
    expect(count('g[opacity="0.50"]')).toBe(1);
    expect(count('clipPath')).toBe(1);
    expect(count('g[clip-path]')).toBe(1);
    expect(count('path[stroke-dasharray]')).toBe(3);
    expect(count('circle')).toBe(6);
    expect(count('text[text-anchor="middle"]')).toBe(2);
    expect(count('text[text-anchor="end"]')).toBe(1);
    expect(Number(root.getAttribute('width'))).toBeLessThan(800);
  });

  it('takes colours from the theme, others in both themes', () => {
    const svg = draw('handmade');
    expect(svg).toContain('var(--dg-store-fill,');
    expect(svg).toContain('light-dark(#12b886,');
  });

  it('tells the ids of a second drawing on the page apart', () => {
    const scene = scenes.get('redirect-path');
    if (scene === undefined) throw new Error();
    const idsOf = (repeat: number): string[] =>
      [...renderScene(scene, { title: 'x', repeat }).svg.matchAll(/ id="([^"]+)"/g)].map(
        ([, id]) => id ?? '',
      );
    expect(idsOf(0).filter((id) => idsOf(1).includes(id))).toEqual([]);
  });

  it('draws an empty scene', () => {
    const empty: Scene = { type: 'excalidraw', version: 2, elements: [], files: {} };
    expect(renderScene(empty, { title: 'Nothing' }).svg).toContain('viewBox="0 0 28 28"');
  });
});
