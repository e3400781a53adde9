import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openPage } from '../support/browser.ts';
import { builtFiles, pageKinds } from '../support/site.ts';
import { started } from '../support/started.ts';
import { inspect, type State, show, states } from './axe.ts';
import { axeSource } from './quickAxe.ts';
import { type Undecided, undecided } from './undecided.ts';

const { browser, site } = await started();

/** One page of every kind, and those that show more when they are asked. */
const examples = [
  ...Object.values(pageKinds),
  '/search/?q=zzzzqqqq',
  '/compare/?a=url-shortener/spoken&b=url-shortener/note',
];
const all = [
  ...new Set([
    ...examples,
    ...(await builtFiles('.html')).map((file) => `/${file.replace(/index\.html$/, '')}`),
  ]),
];

/** Does something with every path, two at a time: one a core of a small machine. */
async function twoByTwo(paths: readonly string[], act: (path: string) => Promise<void>) {
  const left = paths.values();
  const hand = async () => {
    for (const path of left) await act(path);
  };
  await Promise.all([hand(), hand()]);
}

/** Opens an address and touches the page: all of it is drawn, and what copies sections is fetched. */
async function visit(page: Page, path: string): Promise<void> {
  await page.goto(site.origin + path, { waitUntil: 'load' });
  if (path.includes('?')) await page.waitForLoadState('networkidle');
  await page.keyboard.press('Shift');
  // Headings get their buttons then; a page whose headings get none is looked at as it stands.
  const dressed = () =>
    document.querySelector('copy-page') === null ||
    document.querySelector('.sl-markdown-content :is(h2, h3)') === null ||
    document.querySelector('.copy-section') !== null;
  await page.waitForFunction(dressed, undefined, { timeout: 2_000 }).catch(() => undefined);
}

/** A page that was opened in a state. */
async function openIn({ theme, width }: State, path: string): Promise<Page> {
  const page = await openPage(browser, {
    colorScheme: theme,
    reducedMotion: 'reduce',
    viewport: { width, height: 800 },
  });
  await visit(page, path);
  return page;
}

describe('axe', () => {
  it('finds nothing on any page, light and dark, wide and narrow', async () => {
    const found: string[] = [];
    const used = new Set<Undecided>();
    await twoByTwo(all, async (path) => {
      const page = await openPage(browser);
      page.setDefaultTimeout(30_000);
      await visit(page, path);
      for (const state of states) {
        await show(page, state);
        const verdict = await inspect(page, state);
        found.push(...verdict.found.map((one) => `${path} ${state.theme} ${state.width}: ${one}`));
        for (const decision of verdict.used) used.add(decision);
      }
      await page.close();
    });
    expect(found).toEqual([]);
    expect(undecided.filter((entry) => !used.has(entry))).toEqual([]);
  }, 600_000);

  it('says of a page that came into a state the same as of one opened in it', async () => {
    const different: string[] = [];
    await twoByTwo(examples, async (path) => {
      const came = await openIn(states[0], path);
      // By turns: the page that is compared has been in all states before.
      const state = states[1 + (examples.indexOf(path) % (states.length - 1))] ?? states[0];
      for (const before of states) {
        await show(came, before);
        if (before === state) break;
      }
      const opened = await openIn(state, path);
      const [one, other] = [await inspect(came, state), await inspect(opened, state)];
      if (one.rules.join() !== other.rules.join()) {
        different.push(`${path} ${state.theme} ${state.width}: ${one.rules} / ${other.rules}`);
      }
      await Promise.all([came.close(), opened.close()]);
    });
    expect(different).toEqual([]);
  });

  it('says the same as axe does as it comes', async () => {
    const [theme, width] = ['dark', 320] as const;
    const [one, other] = await Promise.all([
      openIn({ theme, width }, pageKinds.note),
      openIn({ theme, width }, pageKinds.note),
    ]);
    await one.evaluate(axeSource);
    const [plain, quick] = [await inspect(one, { width }), await inspect(other, { width })];
    expect(quick).toEqual(plain);
    expect(quick.rules.join()).toMatch(/color-contrast: \d{2,} open/);
    await Promise.all([one.close(), other.close()]);
  });

  it.each(states)('finds nothing in the open search dialog, $theme $width', async (state) => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/designs/`);
    await show(page, state);
    await page.keyboard.press('/');
    await page.keyboard.type('cache');
    await page.locator('dialog [data-hits] a').first().waitFor();
    expect((await inspect(page, state)).found).toEqual([]);
    await page.close();
  });

  it('finds what is wrong on a page that has a fault', async () => {
    const page = await openPage(browser);
    await page.goto(`${site.origin}/designs/`);
    await page.locator('.lead').evaluate((lead: HTMLElement) => {
      lead.style.color = '#999';
      lead.style.backgroundColor = '#aaa';
    });
    const { found } = await inspect(page, { width: 1280 });
    expect(found.join('\n')).toMatch(/^color-contrast: p\.lead/);
    await page.close();
  });
});
