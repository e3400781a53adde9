import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { standIn } from '../../src/diagrams/mermaid/colours.ts';
import { mermaidConfig } from '../../src/diagrams/mermaid/config.ts';
import { drawable, renderMermaid, renderRaw } from '../../src/diagrams/mermaid/render.ts';
import { themeColours, themeStyleSheet } from '../../src/diagrams/theme.ts';
import { type Measured, measure, overlaps } from './measure.ts';

/**
 * The build's drawings against the same mermaid, configured alike, in a browser. Pictures of both
 * (the browser's, then ours in light and in dark) are left in test-results/diagrams/.
 */
const fixtures = new URL('./fixtures/', import.meta.url);
const pictures = new URL('../../test-results/diagrams/', import.meta.url);
const names = readdirSync(fixtures).map((name) => name.replace(/\.mmd$/, ''));

let browser: Browser;
let page: Page;

beforeAll(async () => {
  mkdirSync(pictures, { recursive: true });
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none'],
  });
  page = await browser.newPage({ viewport: { width: 1000, height: 600 } });
  const font = readFileSync(new URL('../../src/assets/fonts/inter.woff2', import.meta.url));
  const frames = readFileSync(new URL('../../src/diagrams/diagrams.css', import.meta.url), 'utf8');
  await page.setContent(`<!doctype html><style>
    @font-face { font-family: Inter; font-weight: 400 700; src: url(data:font/woff2;base64,${font.toString('base64')}); }
    ${themeStyleSheet()} ${frames}
    body { margin: 0 } .sheet { padding: 16px; background: var(--dg-paper) }
    </style>
    <div id="live" class="sheet"></div><div id="raw" hidden></div>
    <div id="light" class="sheet diagram-frame" data-theme="light"></div>
    <div id="dark" class="sheet diagram-frame" data-theme="dark"></div>`);
  await page.addScriptTag({
    path: createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js'),
  });
  await page.evaluate(async (config) => {
    await Promise.all([document.fonts.load('14px Inter'), document.fonts.load('600 14px Inter')]);
    (globalThis as unknown as Live).mermaid.initialize(config);
  }, mermaidConfig);
});

afterAll(() => browser.close());

interface Live {
  mermaid: {
    initialize(config: object): void;
    render(id: string, source: string): Promise<{ svg: string }>;
  };
}

async function draw(name: string): Promise<Record<'live' | 'raw' | 'ours', Measured>> {
  const source = readFileSync(new URL(`${name}.mmd`, fixtures), 'utf8');
  const { text } = await drawable(source);
  const raw = (await renderRaw(source)).svg;
  const { svg, prefix } = await renderMermaid(source);
  const colours = Object.entries(themeColours).flatMap(([token, { light }]) => [
    [standIn(token), light],
    [asRgb(standIn(token)), light],
  ]);
  await page.evaluate(
    async ({ text, raw, svg, prefix, colours }) => {
      const live = await (globalThis as unknown as Live).mermaid.render('dg', text);
      const tinted = colours.reduce(
        (all, [from, to]) => all.replaceAll(from ?? '', to ?? ''),
        live.svg,
      );
      const put = (id: string, html: string): void => {
        const place = document.getElementById(id);
        if (place) place.innerHTML = html;
      };
      put('live', tinted);
      put('raw', raw.replaceAll('#dg', '#dgraw').replace('id="dg"', 'id="dgraw"'));
      put('light', svg);
      put('dark', svg.replaceAll(prefix, `${prefix}d`));
    },
    { text, raw, svg, prefix, colours },
  );
  await page.evaluate(() => document.getElementById('raw')?.removeAttribute('hidden'));
  const measured = {
    live: await page.evaluate(measure, '#live'),
    raw: await page.evaluate(measure, '#raw'),
    ours: await page.evaluate(measure, '#light'),
  };
  await page.evaluate(() => document.getElementById('raw')?.setAttribute('hidden', ''));
  await page.screenshot({ path: new URL(`${name}.png`, pictures).pathname, fullPage: true });
  return measured;
}

/** As a browser writes a colour of a style sheet. */
function asRgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}

/** Whether the shipped font has all of a text; elsewhere this machine's fallback fonts decide. */
function isInter(text: string): boolean {
  return /^[\p{Script=Latin}\d\s!-~–—«»→…]*$/u.test(text);
}

function near(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(2, 0.05 * b);
}

describe.each(names)('%s', (name) => {
  it('is drawn at build as in a browser', async () => {
    const { live, raw, ours } = await draw(name);
    const words = ({ texts }: Measured): string[] => texts.map(({ text }) => text).sort();
    const allInter = live.texts.every(({ text }) => isInter(text));

    expect(raw.structure, 'nodes, edges and labels').toEqual(live.structure);
    expect(words(ours), 'texts').toEqual(words(live));

    for (const [at, box] of raw.nodes.entries()) {
      const other = live.nodes[at];
      const labels = live.texts.filter(({ node }) => node === at);
      if (!other || (labels.length === 0 && !allInter)) continue;
      const size = `node ${at} ${labels[0]?.text ?? ''} ${box.width}×${box.height} for ${other.width}×${other.height}`;
      if (labels.every(({ text }) => isInter(text))) {
        expect(near(box.width, other.width) && near(box.height, other.height), size).toBe(true);
      } else if (!labels.some(({ text }) => /\p{Mark}/u.test(text))) {
        expect(box.width, size).toBeGreaterThanOrEqual(0.95 * other.width);
      }
    }

    // Ours is the raw drawing moved as a whole: find by how much, then look at each text.
    const pairs = raw.texts.flatMap((text, at) => {
      const same = ours.texts[at];
      return same?.text === text.text ? [{ before: text, after: same }] : [];
    });
    const still = pairs.filter(({ before }) => !before.moved);
    const shift = {
      x: median(still.map(({ before, after }) => centre(after.box).x - centre(before.box).x)),
      y: median(still.map(({ before, after }) => centre(after.box).y - centre(before.box).y)),
    };
    for (const { before, after } of pairs) {
      const [a, b] = [centre(before.box), centre(after.box)];
      if (!before.moved) {
        expect(Math.hypot(b.x - a.x - shift.x, b.y - a.y - shift.y), after.text).toBeLessThan(3);
      }
      const node = raw.nodes[before.node];
      if (!node) continue;
      expect(after.box.x - shift.x, `${after.text}, left`).toBeGreaterThan(node.x - 1);
      expect(after.box.x + after.box.width - shift.x, `${after.text}, right`).toBeLessThan(
        node.x + node.width + 1,
      );
    }

    const known = overlaps(live.texts);
    expect(
      [...overlaps(ours.texts)].filter((pair) => !known.has(pair)),
      'overlaps',
    ).toEqual([]);
  });
});

function centre({ x, y, width, height }: { x: number; y: number; width: number; height: number }): {
  x: number;
  y: number;
} {
  return { x: x + width / 2, y: y + height / 2 };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
