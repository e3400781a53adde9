import { chromium, type Page } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { browserArguments, chromePath, openPage } from '../support/browser.ts';
import { pageKinds } from '../support/site.ts';
import { started } from '../support/started.ts';

const { browser, site } = await started();

/** A browser whose visitor has set its text to twice the usual size. */
const largeText = await chromium.launch({
  executablePath: await chromePath(),
  args: [...browserArguments, '--blink-settings=defaultFontSize=32,defaultFixedFontSize=26'],
});
afterAll(() => largeText.close());

const kinds = Object.entries(pageKinds);

/** How many pixels a page is wider than its window. */
const excess = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

// Pages wait more than they work: several at a time.
describe.concurrent('narrow screens, as at 400 % zoom', () => {
  it.each(kinds)('%s does not scroll sideways', async (_, path) => {
    const page = await openPage(browser);
    for (const width of [320, 360]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto(site.origin + path, { waitUntil: 'networkidle' });
      expect(await excess(page), `${width} px`).toBeLessThanOrEqual(0);
    }
    await page.close();
  });
});

describe.concurrent('text of 200 %', () => {
  it.each(kinds)('%s cuts nothing off, and lays nothing over anything', async (_, path) => {
    const page = await openPage(largeText, { viewport: { width: 1280, height: 900 } });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe(
      '32px',
    );
    expect(await excess(page)).toBeLessThanOrEqual(0);
    expect(await page.evaluate(cutOff)).toEqual([]);
    expect(await page.evaluate(overlaps)).toEqual([]);
    await page.close();
  });

  it('is asked for by what it finds cut off and laid over otherwise', async () => {
    const page = await openPage(largeText, { viewport: { width: 1280, height: 900 } });
    await page.goto(site.origin);
    await page.locator('h1').evaluate((heading: HTMLElement) => {
      Object.assign(heading.style, { height: '1rem', overflow: 'hidden' });
    });
    expect(await page.evaluate(cutOff)).toHaveLength(1);
    await page.locator('h1').evaluate((heading: HTMLElement) => {
      Object.assign(heading.style, { height: '0', margin: '0', overflow: 'visible' });
    });
    expect(await page.evaluate(overlaps)).not.toEqual([]);
    await page.close();
  });
});

/** Runs in the page: text that its own box hides, but where an ellipsis says that there is more. */
function cutOff(): string[] {
  const found: string[] = [];
  for (const element of document.querySelectorAll<HTMLElement>('body *')) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
    if (!hasText || element.clientWidth <= 1 || element.closest('svg') !== null) continue;
    const { overflowX, overflowY, textOverflow } = getComputedStyle(element);
    const hides = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
    const isWide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const isHigh = hides(overflowY) && element.scrollHeight > element.clientHeight + 4;
    if ((isWide && textOverflow !== 'ellipsis') || isHigh) {
      found.push(element.outerHTML.slice(0, 120));
    }
  }
  return found;
}

/** Runs in the page: pieces of text in the first window that lie over each other. */
function overlaps(): string[] {
  /** Whether a point of an element is neither clipped away nor scrolled out of a frame. */
  const isSeen = (element: Element, x: number, y: number) => {
    for (let frame: Element | null = element; frame !== null; frame = frame.parentElement) {
      const { overflow, clip, clipPath } = getComputedStyle(frame);
      if (clip !== 'auto' || clipPath !== 'none') return false;
      const { left, top, right, bottom } = frame.getBoundingClientRect();
      const isInside = x >= left && x <= right && y >= top && y <= bottom;
      if (!overflow.startsWith('visible') && frame !== document.body && !isInside) return false;
    }
    return x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight;
  };
  const pieces: { element: Element; box: DOMRect }[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (element === null || node.textContent?.trim() === '' || element.closest('svg')) continue;
    if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const box of range.getClientRects()) {
      const isWord = box.width >= 3;
      if (!isWord || !isSeen(element, box.left + box.width / 2, box.top + box.height / 2)) continue;
      pieces.push({ element, box });
    }
  }
  const found: string[] = [];
  for (const [index, one] of pieces.entries()) {
    for (const other of pieces.slice(index + 1)) {
      if (one.element === other.element) continue;
      const width =
        Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const height =
        Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Boxes of lines are higher than their letters; a third of a line is a fault.
      if (width > 2 && height > Math.min(one.box.height, other.box.height) / 3) {
        found.push(`${one.element.textContent} / ${other.element.textContent}`.slice(0, 120));
      }
    }
  }
  return found;
}

describe.concurrent('reduced motion', () => {
  it.each(kinds)('%s moves nothing', async (_, path) => {
    const page = await openPage(browser, { reducedMotion: 'reduce' });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    expect(await page.evaluate(movements)).toEqual([]);
    await page.close();
  });

  it('is asked for by what it finds moving otherwise', async () => {
    const page = await openPage(browser, { reducedMotion: 'reduce' });
    await page.goto(site.origin);
    await page.locator('h1').evaluate((heading) => {
      heading.style.setProperty('transition', 'color 1s', 'important');
    });
    expect(await page.evaluate(movements)).toHaveLength(1);
    await page.close();
  });
});

/** Runs in the page: what takes longer than an instant. */
function movements(): string[] {
  const found: string[] = [];
  const seconds = (list: string) => Math.max(...list.split(', ').map(Number.parseFloat));
  for (const element of document.querySelectorAll('*')) {
    for (const part of [undefined, '::before', '::after']) {
      const style = getComputedStyle(element, part);
      const isAnimated = style.animationName !== 'none' && seconds(style.animationDuration) > 0.01;
      if (isAnimated || seconds(style.transitionDuration) > 0.01) {
        found.push(`${element.outerHTML.slice(0, 80)}${part ?? ''}`);
      }
    }
    if (getComputedStyle(element).scrollBehavior === 'smooth') {
      found.push(`${element.localName} scrolls smoothly`);
    }
  }
  return found;
}

describe.concurrent('forced colours', () => {
  /** Opens a page as Windows shows it in a contrast theme. */
  const open = async (path: string) => {
    const page = await openPage(browser, { forcedColors: 'active' });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    return page;
  };
  const style = (page: Page, selector: string, part?: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element, pseudo) => {
        const { borderBottomStyle, outlineStyle, textDecorationLine, borderInlineStartStyle } =
          getComputedStyle(element, pseudo);
        return { borderBottomStyle, outlineStyle, textDecorationLine, borderInlineStartStyle };
      }, part);

  it('shows what is selected by more than a colour', async () => {
    const page = await open('/designs/url-shortener/note/');
    const header = await style(page, '.header nav a[aria-current]');
    const format = await style(page, 'format-switch a[aria-current]');
    const sidebar = await style(page, 'sidebar-pane a[aria-current]');
    expect(header.borderBottomStyle, 'header').toBe('solid');
    expect(format.borderBottomStyle, 'format').toBe('solid');
    expect(sidebar.outlineStyle, 'sidebar').toBe('solid');
    await page.close();
  });

  it('shows figures, the focus and the drawings', async () => {
    const page = await open('/designs/url-shortener/note/');
    expect((await style(page, '.figure')).textDecorationLine).toContain('underline');
    await page.locator('.figure').first().focus();
    expect((await style(page, '.figure:focus')).outlineStyle).toBe('solid');
    const strokes = await page
      .locator('.diagram svg')
      .first()
      .evaluate((svg) => {
        const shapes = [...svg.querySelectorAll('rect, path, line, polygon')];
        const paper = getComputedStyle(document.body).backgroundColor;
        const colours = shapes.map((shape) => getComputedStyle(shape));
        return colours.filter(({ stroke }) => stroke !== 'none' && stroke !== paper).length;
      });
    expect(strokes).toBeGreaterThan(3);
    await page.close();
  });
});
