import { expect, it } from 'vitest';
import { hostileValues } from '../support/hostile.ts';
import { hits, openSearch } from './support.ts';
import { randomFrom } from '../../src/random.ts';
import { started } from '../support/started.ts';

const { browser, site } = await started();

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
      await page.evaluate(typeAll, queries.slice(from, from + batch));
      expect(errors).toEqual([]);
      const made = 'search-view :is(.facets, .results) :is(script, img, svg, iframe, h1, pre)';
      expect(await page.locator(made).count()).toBe(0);
    }
    // Faster than anything can be answered.
    await page.evaluate(typeOver, queries.slice(0, batch));
    await page.fill('main input[type=search]', 'cache');
    await hits(page).first().waitFor();
    expect(errors).toEqual([]);
    await page.close();
  },
);

/** Runs in the page: types queries into the field and waits for the answer of each. */
async function typeAll(values: readonly string[]): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  const status = document.querySelector('[data-status]');
  if (field === null || status === null) throw new Error('there is no field');
  for (const value of values) {
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect();
        resolve();
      });
      observer.observe(status, { childList: true, characterData: true, subtree: true });
    });
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // A single letter has no answer.
    if (field.value.trim().length > 1) await answered;
  }
}

/** Runs in the page: types queries one over the other. */
async function typeOver(values: readonly string[]): Promise<void> {
  const field = document.querySelector<HTMLInputElement>('main input[type=search]');
  for (const value of values) {
    if (field === null) throw new Error('there is no field');
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
