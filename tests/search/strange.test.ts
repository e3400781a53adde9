import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launch } from '../support/browser.ts';
import { hostileValues } from '../support/hostile.ts';
import { type Site, serve } from '../support/site.ts';
import { hits, openSearch } from './support.ts';
import { randomFrom } from '../../src/random.ts';

let browser: Browser;
let site: Site;
beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

const random = randomFrom(4);
const pieces = [
  ...'"\'`<>&$^*+?.()[]{}|\\/-_=%#@!~:;,\u0000\u200b\u202e',
  ...[
    'cache',
    'redis',
    '"',
    '<img src=x onerror=alert(1)>',
    'ש',
    'ال',
    '设计',
    '🚀',
    '\ud800',
    '.*',
    '(?=a)',
    'é',
    '\n',
    ' ',
  ],
];

/** 10,000 queries: the hostile ones, very long ones, and mixtures of signs and words. */
const queries = Array.from({ length: 10_000 }, (_, index) => {
  const hostile = hostileValues[index];
  if (hostile !== undefined) return hostile.slice(0, 10_240);
  const length = index % 500 === 0 ? 5_000 : 1 + Math.floor(random() * 12);
  return Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)] ?? '').join('');
});

it(
  'bears 10,000 strange queries without an exception and without markup',
  { timeout: 300_000 },
  async () => {
    const page = await openSearch(browser, site.origin);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => message.type() === 'error' && errors.push(message.text()));
    page.on('dialog', (dialog) => {
      errors.push(`a dialog opened: ${dialog.message()}`);
      return dialog.dismiss();
    });
    const batch = 250;
    for (let from = 0; from < queries.length; from += batch) {
      await page.evaluate(
        async (values) => {
          const field = document.querySelector<HTMLInputElement>('main input[type=search]');
          const status = document.querySelector('[data-status]');
          if (field === null || status === null) throw new Error('there is no field');
          for (const [index, value] of values.entries()) {
            field.value = value;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            await new Promise((resolve) => setTimeout(resolve, index % 25 === 0 ? 80 : 1));
          }
        },
        queries.slice(from, from + batch),
      );
      expect(errors).toEqual([]);
      const made = 'search-view :is(.facets, .results) :is(script, img, svg, iframe, h1, pre)';
      expect(await page.locator(made).count()).toBe(0);
    }
    await page.fill('main input[type=search]', 'cache');
    await hits(page).first().waitFor();
    expect(errors).toEqual([]);
    await page.close();
  },
);
