import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { hostileStrings } from './support/hostileStrings.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const strings = hostileStrings(10_000);

/** Strings that go to the browser at once. */
const batch = 500;

/** Opens a page that notes whatever runs, opens, fails or is forbidden. */
async function open(path: string): Promise<{ page: Page; faults: string[] }> {
  const page = await openPage(browser);
  const faults: string[] = [];
  page.on('dialog', (dialog) => {
    faults.push(`a dialog opened: ${dialog.message()}`);
    return dialog.dismiss();
  });
  page.on('pageerror', (error) => faults.push(error.message));
  await page.addInitScript(() => {
    Object.assign(window, { violations: [] });
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      (window as unknown as { violations: string[] }).violations.push(
        `${violatedDirective} ${blockedURI}`,
      ),
    );
  });
  await page.goto(site.origin + path, { waitUntil: 'networkidle' });
  return { page, faults };
}

/** How a string is put into the page, there. */
type Way = 'field' | 'address' | 'storage';

/**
 * Puts every string into the page and compares its elements and attributes with those after a
 * harmless one. Gives what was different, what ran and what was forbidden.
 */
async function putAll(page: Page, way: Way, target: string): Promise<string[]> {
  const found: string[] = [];
  for (let start = 0; start < strings.length; start += batch) {
    found.push(
      ...(await page.evaluate(
        ({ texts, way, target }) => {
          const put = (text: string) => {
            if (way === 'storage') localStorage.setItem(target, text);
            if (way === 'address') {
              const names = target.split(' ');
              const search = new URLSearchParams(names.map((name) => [name, text]));
              history.replaceState(null, '', `?${search}`);
              dispatchEvent(new PopStateEvent('popstate'));
            }
            const fields = document.querySelectorAll<HTMLElement>(target || 'none');
            if (way === 'field') {
              for (const field of fields) {
                (field as HTMLInputElement).value = text;
                field.dispatchEvent(new Event('input', { bubbles: true }));
              }
            }
            if (way === 'storage') {
              document.querySelector<HTMLElement>('theme-button button')?.click();
            }
          };
          const shape = () => {
            let attributes = 0;
            const elements = document.querySelectorAll('*');
            for (const element of elements) attributes += element.attributes.length;
            return `${elements.length} elements, ${attributes} attributes`;
          };
          put('harmless');
          const usual = shape();
          const wrong: string[] = [];
          for (const text of texts) {
            put(text);
            const now = shape();
            if (now !== usual) wrong.push(`${now} instead of ${usual} after ${text.slice(0, 80)}`);
          }
          const { executed, violations = [] } = window as unknown as {
            executed?: number;
            violations?: string[];
          };
          if (executed !== undefined) wrong.push('something ran');
          return [...wrong, ...violations];
        },
        { texts: strings.slice(start, start + batch), way, target },
      )),
    );
  }
  return found;
}

describe('10,000 hostile strings', () => {
  it.each([
    ['the field of a prompt', '/templates/spoken/', 'field', 'prompt-form textarea'],
    ['the numbers of the home page', '/', 'field', 'capacity-line input'],
    ['the fields of the converter', '/numbers/', 'field', 'unit-converter input'],
    ['the address of a comparison', '/compare/', 'address', 'a b topic'],
    ['the theme that is kept', '/designs/', 'storage', 'starlight-theme'],
  ] as const)(
    'stay text in %s',
    async (_, path, way, target) => {
      const { page, faults } = await open(path);
      expect(await putAll(page, way, target)).toEqual([]);
      expect(faults).toEqual([]);
      await page.close();
    },
    120_000,
  );
});

describe('hostile addresses and storage, page by page', () => {
  const some = strings.filter((_, index) => index % 100 === 7);

  /** Elements of the page by name, without those that results are made of. */
  const strange = (page: Page) =>
    page.evaluate(() => ({
      ran: 'executed' in window,
      violations: (window as unknown as { violations: string[] }).violations,
      markup: [
        ...document.querySelectorAll('main :is(iframe, object, embed, math, script[src^=data], b)'),
      ].map(({ outerHTML }) => outerHTML),
      handlers: [...document.querySelectorAll('*')].flatMap((element) =>
        element.getAttributeNames().filter((name) => name.startsWith('on')),
      ),
    }));
  const nothing = { ran: false, violations: [], markup: [], handlers: [] };

  it('fill a prompt and nothing else', async () => {
    const { page, faults } = await open('/templates/spoken/');
    for (const text of some) {
      await page.goto(`${site.origin}/templates/spoken/?${new URLSearchParams({ problem: text })}`);
      expect(await strange(page)).toEqual(nothing);
    }
    expect(faults).toEqual([]);
    await page.close();
  }, 120_000);

  it('search for words and choose nothing that is not there', async () => {
    const { page, faults } = await open('/search/');
    for (const text of some) {
      const query = new URLSearchParams({ q: text.slice(0, 300), format: text, topic: text });
      await page.evaluate((search) => {
        history.pushState(null, '', search);
        dispatchEvent(new PopStateEvent('popstate'));
      }, `?${query}`);
    }
    await page.waitForTimeout(500);
    expect({ ...(await strange(page)), markup: [] }).toEqual(nothing);
    expect(faults).toEqual([]);
    await page.close();
  }, 120_000);

  it('arrive from a search that somebody else has written', async () => {
    const { page, faults } = await open('/designs/chat/story/');
    for (const text of some) {
      await page.evaluate((words) => {
        sessionStorage.setItem('search-words', words);
        localStorage.setItem('starlight-theme', words);
      }, text);
      const hash = encodeURIComponent(text.slice(0, 100).toWellFormed());
      await page.goto(`${site.origin}/designs/chat/story/?x#${hash}`);
      await page.reload();
      expect(await strange(page)).toEqual(nothing);
    }
    expect(faults).toEqual([]);
    await page.close();
  }, 180_000);
});
