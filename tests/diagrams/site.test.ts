import { execFile } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const results = new URL('../../test-results/', import.meta.url);

/** Builds a fixture site; `output` is all that was written to the terminal. */
function build(site: string): Promise<{ code: number; output: string }> {
  const astro = createRequire(import.meta.url).resolve('astro/package.json');
  const root = fileURLToPath(new URL(site, import.meta.url));
  const bin = new URL('./bin/astro.mjs', `file://${astro}`).pathname;
  const env = {
    ...process.env,
    NO_COLOR: '1',
    ASTRO_TELEMETRY_DISABLED: '1',
    NODE_ENV: 'production',
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [bin, 'build', '--root', root], { env }, (error, out, err) =>
      resolve({ code: error ? 1 : 0, output: out + err }),
    );
  });
}

describe('a site with faulty diagrams', () => {
  it('does not build, and names every fault, also the second time', async () => {
    rmSync(new URL('diagram-faults-cache/', results), { recursive: true, force: true });
    for (const _ of ['first', 'second']) {
      const { code, output } = await build('./faulty/');
      expect(code).toBe(1);
      expect(output).toMatch(
        /notes\/one\.md:11:1 {2}diagram-syntax {2}unexpected end of the diagram in "b --"/,
      );
      expect(output).toMatch(
        /notes\/two\.md:13:1 {2}diagram-syntax {2}unexpected \w+ in "what is this"/,
      );
      expect(output).toMatch(/notes\/two\.md:17:1 {2}diagram-syntax {2}No diagram type detected/);
      expect(output).toMatch(
        /notes\/three\.md:4:1 {2}diagram-title {2}the diagram has no title; exp/,
      );
      expect(output).toMatch(/notes\/three\.md:4:1 {2}diagram-description {2}/);
      expect(output).toMatch(/notes\/three\.md:9:1 {2}diagram-description {2}/);
      expect(output).not.toMatch(/notes\/three\.md:9:1 {2}diagram-title/);
    }
  });
});

describe('a site with diagrams', () => {
  let browser: Browser;
  let server: Server;
  let origin: string;
  let output: string;

  beforeAll(async () => {
    ({ output } = await build('./site/'));
    server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://localhost').pathname.replace(
        /\/$/,
        '/index.html',
      );
      const type = /\.js$/.test(path)
        ? 'text/javascript'
        : /\.css$/.test(path)
          ? 'text/css'
          : 'text/html';
      try {
        response
          .setHeader('Content-Type', type)
          .end(readFileSync(new URL(`diagram-site${path}`, results)));
      } catch {
        response.writeHead(404).end();
      }
    }).listen(0);
    origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    browser = await playwright.launch({
      executablePath: await chromium.executablePath(),
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--font-render-hinting=none'],
    });
  });

  afterAll(async () => {
    await browser.close();
    server.close();
  });

  async function visit(
    path: string,
    size = { width: 1280, height: 800 },
  ): Promise<{ page: Page; scripts: string[]; complaints: string[] }> {
    const page = await browser.newPage({ viewport: size });
    const scripts: string[] = [];
    const complaints: string[] = [];
    page.on(
      'request',
      (request) => request.resourceType() === 'script' && scripts.push(request.url()),
    );
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(`${origin}${path}`, { waitUntil: 'networkidle' });
    return { page, scripts, complaints };
  }

  it('names the page with a diagram that is left to the browser, and no other', () => {
    expect(output).toMatch(/unknown\/index\.html: a diagram of a type/);
    expect(output).not.toMatch(/known-mdx\/index\.html: a diagram|\bknown\/index\.html: a diagram/);
  });

  it.each(['/known/', '/known-mdx/'])(
    'shows drawings on %s without mermaid, within a strict policy',
    async (path) => {
      const { page, scripts, complaints } = await visit(path);
      expect(await page.locator('figure.diagram svg').count()).toBe(3);
      expect(await page.locator('figure.diagram [style]').count()).toBe(0);
      expect(scripts.filter((url) => /mermaid|Diagram/.test(url))).toEqual([]);
      expect(complaints).toEqual([]);
      const ids = await page.locator('[id]').evaluateAll((all) => all.map(({ id }) => id));
      expect(new Set(ids).size).toBe(ids.length);
      const source = await page.locator('.diagram-source code').first().textContent();
      expect(source).toContain(
        'cache{"Cache\'s hit?"} --> store[(Posts)]:::store\n\n  store --> worker[Fan-out -- workers]',
      );
      await page.close();
    },
  );

  it('scrolls a wide drawing on a phone rather than shrink it', async () => {
    const { page } = await visit('/known/', { width: 360, height: 740 });
    const wide = page.locator('figure.diagram svg').first();
    const [shown, natural] = await wide.evaluate((svg: SVGSVGElement) => [
      svg.getBoundingClientRect().width,
      svg.viewBox.baseVal.width,
    ]);
    expect((shown ?? 0) / (natural ?? 1)).toBeGreaterThanOrEqual(0.65);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      360,
    );
    await page.screenshot({
      path: fileURLToPath(new URL('diagrams/page-360.png', results)),
      fullPage: true,
    });
    await page.close();
  });

  it('leaves an unknown type to mermaid in the browser', async () => {
    const { page, scripts } = await visit('/unknown/');
    expect(scripts.some((url) => /mermaid/.test(url))).toBe(true);
    await page.locator('pre.mermaid > svg').waitFor();
    await page.close();
  });

  it('opens a drawing large, zooms, pans, and closes', async () => {
    const { page, scripts, complaints } = await visit('/known/');
    expect(scripts.some((url) => /viewer/.test(url))).toBe(false);
    await page.locator('.diagram-frame').first().focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Read path' });
    await dialog.waitFor();
    const svg = dialog.locator('.diagram-stage > svg');
    const width = async (): Promise<number> => (await svg.boundingBox())?.width ?? 0;
    const left = async (): Promise<number> => (await svg.boundingBox())?.x ?? 0;
    const first = await width();
    await page.keyboard.press('+');
    expect(await width()).toBeCloseTo(first * 1.25, 0);
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, -400);
    expect(await width()).toBeCloseTo(first * 2.5, 0);
    const start = await left();
    await page.mouse.down();
    await page.mouse.move(650, 430);
    await page.mouse.up();
    expect(await left()).toBeCloseTo(start + 50, 0);
    await page.screenshot({ path: fileURLToPath(new URL('diagrams/viewer.png', results)) });
    await page.keyboard.press('0');
    expect(await width()).toBeCloseTo(first, 0);
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Download SVG' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('read-path.svg');
    expect(readFileSync(await file.path(), 'utf8')).not.toContain('var(');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('diagram-frame');
    expect(complaints).toEqual([]);
    await page.close();
  });
});
