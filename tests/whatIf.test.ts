import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { violations } from './access/axe.ts';
import { openPage } from './support/browser.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const problem = '/designs/url-shortener/';
const capacity = '/designs/url-shortener/dossier/02-capacity-estimation/';
const desktop = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

/** Opens a page with its panel. */
async function open(path: string, options: BrowserContextOptions = desktop): Promise<Page> {
  const page = await openPage(browser, options);
  await page.goto(site.origin + path);
  await page.locator('what-if > button').click();
  await page.locator('section.what-if').waitFor();
  return page;
}

/** The row of an input, found by its label. */
async function row(page: Page, label: string) {
  await page.getByLabel('Find an input').fill(label);
  const found = page.locator('.inputs li').filter({ has: page.getByLabel(label, { exact: true }) });
  return {
    field: found.locator('[type=text]'),
    slider: found.locator('[type=range]'),
    note: found.locator('.note'),
    button: (name: string) => found.getByRole('button', { name: new RegExp(`^${name},`) }),
  };
}

/** Types a value for an input and leaves the field. */
async function enter(page: Page, label: string, value: string): Promise<void> {
  const { field } = await row(page, label);
  await field.fill(value);
  await field.press('Enter');
}

/** Every figure of the page with all that it says. */
const figuresOf = async (page: Page) => {
  await page.waitForTimeout(600);
  return page
    .locator('main [data-quantity]')
    .evaluateAll((figures) =>
      figures.map((figure) => [
        figure.textContent?.trim(),
        figure.getAttribute('data-working'),
        figure.getAttribute('value'),
        figure.getAttribute('data-changed'),
      ]),
    );
};

/** Three decisions a problem: the input that drives each over its tipping point, and how it reads. */
const drives: [problem: string, input: string, value: string, decision: string, reading: RegExp][] =
  [
    [
      'chat',
      'time between pings of an idle connection',
      '400',
      'transport',
      /now 400 s, tips over 350 s/,
    ],
    ['chat', 'daily active users', '20 M', 'inbox-store', /tips under \$/],
    ['chat', 'members of the largest group', '50,000', 'group-fan-out', /tips over 15 k envelopes/],
    [
      'news-feed',
      'entries kept per timeline',
      '100',
      'ids-in-lists',
      /now 100 entries, tips under 128/,
    ],
    [
      'news-feed',
      'share of posts deleted while still in timelines',
      '25 %',
      'hints',
      /now 25 %, tips over 20 %/,
    ],
    [
      'news-feed',
      'time between two polls for new posts',
      '5',
      'poll-for-new',
      /now 5 s, tips under 10 s/,
    ],
    [
      'rate-limiter',
      'accounts that call the API on a day',
      '3 M',
      'enforcement',
      /requests\/s, tips over 1 M requests\/s/,
    ],
    [
      'rate-limiter',
      'time between two polls for changed limits',
      '100 ms',
      'distribution',
      /tips over 1,000 requests\/s|tips over 1 k/,
    ],
    [
      'rate-limiter',
      'share of accounts that call more than one region in the same minute',
      '40',
      'regions',
      /now 40 %, tips over 25 %/,
    ],
    ['ride-hailing', 'daily riders', '50 k', 'location-state', /tips under 20 k pings\/s/],
    [
      'ride-hailing',
      'time between two position reports of a driver',
      '30 s',
      'ping-interval',
      /tips over 100 meters/,
    ],
    ['ride-hailing', 'trip shards', '1', 'trip-store', /transactions\/s, tips over/],
    [
      'ticket-booking',
      'time from confirmation to capture',
      '240 h',
      'payment-order',
      /now 240 h, tips over/,
    ],
    [
      'ticket-booking',
      'sessions that come to the on-sale, bots included',
      '100 k',
      'waiting-room',
      /now 100 k sessions, tips under 250 k sessions/,
    ],
    [
      'ticket-booking',
      'accounts that resellers bring to the on-sale',
      '10 M',
      'bots',
      /tips over 20 %/,
    ],
    [
      'url-shortener',
      'links created per active account and day',
      '500',
      'code-generation',
      /tips over 10 %/,
    ],
    ['url-shortener', 'lifetime of a redirect in the edge cache', '5 min', 'takedown', /tips over/],
    [
      'url-shortener',
      'accounts that create links on a day',
      '5,000',
      'link-store',
      /tips under 1 billion links/,
    ],
  ];

// Pages wait more than they work: several at a time.
describe.concurrent('figures', () => {
  it.each([problem, capacity, '/designs/chat/', '/designs/chat/spoken/'])(
    'of %s change together, and back to exactly what was built',
    async (path) => {
      const page = await open(path);
      const built = await figuresOf(page);
      const sliders = page.locator('.inputs [type=range]');
      for (const slider of (await sliders.all()).slice(0, 5)) await slider.press('PageUp');
      const changed = await figuresOf(page);
      expect(changed).toHaveLength(built.length);
      const differing = changed.filter(([text], nth) => text !== built[nth]?.[0]);
      expect(differing.length).toBeGreaterThan(5);
      expect(changed.filter(([, , , mark]) => mark !== null)).toEqual(differing);
      const summary = await page.locator('.what-if [role=status]').textContent();
      expect(summary).toContain(`Figures changed: ${differing.length}.`);
      await page.getByRole('button', { name: 'Reset' }).click();
      expect(await figuresOf(page)).toEqual(built);
      await page.close();
    },
  );
});

describe('figures in other places', () => {
  it.each([
    [
      'a label of a diagram',
      '/designs/chat/note/',
      'longest time that an envelope waits',
      '45 days',
    ],
    [
      'a heading',
      '/designs/rate-limiter/spoken/',
      'clock error of a gateway whose time service has failed',
      '700 ms',
    ],
    [
      'inline code',
      '/designs/ride-hailing/dossier/05b-production-deep-dives-ops/',
      'silence after which a matcher loses its market',
      '9',
    ],
    [
      'a block of code',
      '/designs/url-shortener/dossier/03-api-schema-design/',
      'lifetime of a redirect in the edge cache',
      '45',
    ],
  ])('change in %s', async (_, path, label, value) => {
    const page = await open(path);
    await enter(page, label, value);
    const figure = page.locator(
      'main :is(svg tspan, :is(h2, h3, pre, code) data:not([class]))[data-changed]',
    );
    await expect.poll(() => figure.first().textContent()).toBe(value);
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => figure.count()).toBe(0);
    await page.close();
  });
});

describe('decisions', () => {
  it.each(drives)('of %s: “%s” at %s flips %s', async (slug, input, value, id, reading) => {
    const page = await open(`/designs/${slug}/`);
    const decision = page.locator(`[data-decision="${id}"]`);
    const built = await decision.textContent();
    const flipped = decision.locator('[data-holds]');
    const listed = page.locator('[data-flips] li', {
      has: page.locator(`a[href$="/designs/${slug}/#decision-${id}"]`),
    });
    expect(await flipped.count()).toBe(0);
    expect(await listed.isVisible()).toBe(false);
    await enter(page, input, value);
    expect(await flipped.locator('[data-reading]').textContent()).toMatch(reading);
    const choice = decision.locator('.choice');
    expect(await choice.evaluate((text) => getComputedStyle(text).textDecorationLine)).toBe(
      'line-through',
    );
    expect(await listed.locator('b:visible').textContent()).toMatch(reading);
    expect(await listed.locator('p:visible').textContent()).toMatch(/^→ \w.{10}/);
    await page.getByRole('button', { name: 'Reset' }).click();
    await expect.poll(() => decision.textContent(), { timeout: 5000 }).toBe(built);
    expect(await flipped.count()).toBe(0);
    expect(await listed.isVisible()).toBe(false);
    await page.close();
  });

  it('are listed beside a worked design, with figures that follow', async () => {
    const page = await open('/designs/chat/spoken/');
    await enter(page, 'daily active users', '20 M');
    const flips = (await page.locator('[data-flips] :visible').allTextContents()).join(' ');
    expect(flips).toContain('What holds messages for absent devices?');
    expect(flips).not.toContain('{{');
    await page.locator('[data-flips] a:visible').first().click();
    await page.waitForURL(/\/designs\/chat\/\?if=daily_users:20000000#decision-/);
    await page.locator('.decision:has([data-holds])').first().waitFor();
    await page.close();
  });
});

describe.concurrent('an entry', () => {
  it.each([
    ['abc', /“abc” is not a number; try 400 M/],
    ['5 GB', /in another unit; expected users/],
    ['9 billion', /out of range; expected 1 M to 2 billion users\./],
    ['4', /4 users is out of range/],
  ])('“%s” is refused with its reason, and the last good value kept', async (text, reason) => {
    const page = await open(problem);
    const { field, note } = await row(page, 'daily visitors');
    await field.fill('300 M');
    await field.press('Enter');
    const figures = await figuresOf(page);
    await field.fill(text);
    expect(await note.textContent()).toMatch(reason);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(await figuresOf(page)).toEqual(figures);
    await field.press('Tab');
    expect(await field.inputValue()).toBe('300 M');
    expect(await note.textContent()).toMatch(/Kept 300 M users/);
    expect(new URL(page.url()).search).toBe('?if=visitors_per_day:300000000');
    await page.close();
  });

  it('takes units, and keeps the one it is typed in while it is typed', async () => {
    const page = await open(problem);
    const { field } = await row(page, 'lifetime of a redirect in the edge cache');
    await field.fill('2 min');
    await field.press('Enter');
    expect(await field.inputValue()).toBe('120');
    const { field: traffic } = await row(page, 'daily visitors');
    await traffic.fill('');
    await traffic.pressSequentially('1.5 billion');
    expect(await traffic.inputValue()).toBe('1.5 billion');
    await traffic.press('Enter');
    expect(new URL(page.url()).search).toBe('?if=visitors_per_day:1500000000,edge_ttl:120');
    await page.close();
  });

  it('goes ×10 in one click, and says why ×100 is too much', async () => {
    const page = await open(problem);
    const { field, note, button } = await row(page, 'accounts that create links on a day');
    await button('×10').click();
    expect(await field.inputValue()).toBe('4 M');
    expect(await button('×100').getAttribute('aria-disabled')).toBe('true');
    // It is there to be asked, though it changes nothing.
    await button('×100').dispatchEvent('click');
    expect(await note.textContent()).toMatch(
      /400 M accounts is out of range; expected 5,000 to 4 M accounts/,
    );
    await button('Undo').click();
    expect(await field.inputValue()).toBe('400 k');
    expect(new URL(page.url()).search).toBe('');
    await page.close();
  });

  it('goes ×100 in one click where its range allows it', async () => {
    const page = await open('/designs/chat/');
    const { field, button } = await row(page, 'members of the largest group');
    expect(await button('×100').getAttribute('aria-disabled')).toBe('false');
    await button('×100').click();
    expect(await field.inputValue()).toBe('100 k');
    expect(new URL(page.url()).search).toBe('?if=group_size_max:100000');
    await page.locator('[data-decision="group-fan-out"] [data-holds]').waitFor();
    expect(await button('×100').getAttribute('aria-disabled')).toBe('true');
    await button('Undo').click();
    expect(await field.inputValue()).toBe('1,000');
    expect(new URL(page.url()).search).toBe('');
    await page.close();
  });
});

describe.concurrent('the address', () => {
  it('carries the inputs that differ; back and forward work; it can be shared', async () => {
    const page = await open(capacity);
    await enter(page, 'daily visitors', '40 M');
    const first = await figuresOf(page);
    await enter(page, 'peak over average', '8');
    const address = page.url();
    expect(new URL(address).search).toBe('?if=visitors_per_day:40000000,peak_factor:8');
    const second = await figuresOf(page);
    await page.goBack();
    expect(await figuresOf(page)).toEqual(first);
    await page.goForward();
    expect(await figuresOf(page)).toEqual(second);

    const other = await openPage(browser, desktop);
    await other.goto(address);
    await other.locator('section.what-if').waitFor();
    expect(await figuresOf(other)).toEqual(second);
    await other.getByRole('button', { name: 'Close' }).click();
    await other.locator('format-switch a', { hasText: 'Spoken' }).click();
    await other.waitForURL(/spoken\/\?if=visitors_per_day:40000000,peak_factor:8/);
    await Promise.all([other.close(), page.close()]);
  });

  it('with an impossible state says what was refused', async () => {
    const page = await openPage(browser, desktop);
    await page.goto(`${site.origin}${problem}?if=visitors_per_day:1,nobody:3,peak_factor:8`);
    const summary = page.locator('.what-if [role=status]');
    await summary.getByText(/daily visitors: 1 user is out of range/).waitFor();
    expect(await summary.textContent()).toContain('“nobody:3” is no input with a value.');
    expect(await page.locator('main data[data-changed]').count()).toBeGreaterThan(0);
    await page.close();
  });
});

describe('for everybody', () => {
  it.each([
    ['desktop, light', { ...desktop, colorScheme: 'light' }],
    ['desktop, dark', { ...desktop, colorScheme: 'dark' }],
    ['phone, light', { ...phone, colorScheme: 'light' }],
    ['phone, dark', { ...phone, colorScheme: 'dark' }],
  ] as const)('has nothing for axe to say: %s', async (_, options) => {
    for (const path of [problem, '/designs/url-shortener/story/']) {
      const page = await open(path, options);
      await enter(page, 'links created per active account and day', '500');
      const { field } = await row(page, 'daily visitors');
      await field.fill('abc');
      expect(await violations(page)).toEqual([]);
      await page.close();
    }
  });

  it('works by keyboard alone', async () => {
    const page = await openPage(browser, desktop);
    await page.goto(site.origin + problem);
    await page.locator('what-if > button').focus();
    await page.keyboard.press('Enter');
    await page.locator('section.what-if:focus').waitFor();
    const { slider } = await row(page, 'daily visitors');
    for (let stop = 0; stop < 8; stop += 1) {
      await page.keyboard.press('Tab');
      if (await slider.evaluate((element) => element === document.activeElement)) break;
    }
    const before = await slider.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).not.toBe(before);
    const status = page.locator('.what-if [role=status]');
    await expect.poll(() => status.textContent()).toMatch(/Figures changed: [1-9]/);
    await page.keyboard.press('Escape');
    expect(await page.locator('section.what-if').isVisible()).toBe(false);
    const label = await page.locator('what-if > button:focus').textContent();
    expect(label).toContain('What if… (1)');
    await page.close();
  });

  it('shows every input with its reason without script', async () => {
    const page = await openPage(browser, { ...desktop, javaScriptEnabled: false });
    await page.goto(site.origin + problem);
    expect(await page.locator('what-if > button').isVisible()).toBe(false);
    await page.getByRole('link', { name: /^All 88 inputs/ }).click();
    expect(await page.locator('main tbody tr').count()).toBe(88);
    await page.close();
  });

  it('covers no text on a wide screen and does not widen a narrow one', async () => {
    const wide = await open(capacity);
    const text = await wide.locator('.sl-markdown-content').boundingBox();
    const panel = await wide.locator('section.what-if').boundingBox();
    expect((text?.x ?? 0) + (text?.width ?? 0)).toBeLessThanOrEqual((panel?.x ?? 0) + 1);
    const narrow = await open(capacity, { viewport: { width: 320, height: 640 } });
    expect(
      await narrow.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
    ).toBeLessThanOrEqual(0);
    await Promise.all([wide.close(), narrow.close()]);
  });
});
