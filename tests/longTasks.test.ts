import { afterAll, describe, expect, it } from 'vitest';
import { openPage } from './support/browser.ts';
import { pageKinds } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

/** Milliseconds that a processor slowed four times may be busy without a pause. */
const longest = 50;

/** Kinds whose first drawing takes longer, and how long at most. */
const longer: Partial<Record<keyof typeof pageKinds, number>> = {
  note: 70,
  'user prompt': 60,
  'system prompt': 65,
};

describe('long tasks', () => {
  const found: string[] = [];
  afterAll(() => console.log(`Longest tasks, CPU × 4: ${found.join('; ')}`));

  it.each(Object.entries(pageKinds) as [keyof typeof pageKinds, string][])(
    '%s does not keep a slow processor busy for long',
    async (kind, path) => {
      const most = longer[kind] ?? longest;
      // The machine has other things to do as well: what is not slow once is not slow.
      const tasks: number[] = [];
      for (let attempt = 0; attempt < 8 && !tasks.some((one) => one <= most); attempt += 1) {
        tasks.push(4 * (await longestTask(site.origin + path)));
      }
      const best = Math.min(...tasks);
      found.push(`${kind} ${Math.round(best)} ms`);
      expect(best).toBeLessThanOrEqual(most);
    },
  );
});

it.each([pageKinds.component, pageKinds.downloads, pageKinds.note, pageKinds['all sheets']])(
  'all of %s is drawn in the end, what is wrapped later included',
  async (path) => {
    const page = await openPage(browser, { viewport: { width: 412, height: 823 } });
    const undrawn = () =>
      page
        .locator('.sl-container > .sl-markdown-content > *, .sheet .columns > *')
        .evaluateAll(
          (blocks) =>
            blocks.filter((block) => getComputedStyle(block).contentVisibility !== 'visible')
              .length,
        );
    await page.goto(site.origin + path, { waitUntil: 'commit' });
    await expect.poll(undrawn).toBeGreaterThan(0);
    await expect.poll(undrawn).toBe(0);
    await page.keyboard.press('Shift');
    await page.locator('.copy-section').first().waitFor({ state: 'attached' });
    expect(await undrawn()).toBe(0);
    await page.close();
  },
);

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** How long the thread itself worked, in microseconds: others that keep the processor do not count. */
  tdur?: number;
  args: { name?: string };
}

/**
 * The longest that the main thread of a phone's page is at work without a pause, in milliseconds of
 * its own time: what other programs take from it meanwhile says nothing of the page.
 */
async function longestTask(address: string): Promise<number> {
  const page = await openPage(browser, { viewport: { width: 412, height: 823 } });
  await browser.startTracing(page, { categories: ['toplevel', '__metadata'] });
  await page.goto(address, { waitUntil: 'networkidle' });
  const trace: { traceEvents: TraceEvent[] } = JSON.parse(String(await browser.stopTracing()));
  await page.close();
  const thread = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`;
  const mains = new Set(
    trace.traceEvents.filter(({ args }) => args.name === 'CrRendererMain').map(thread),
  );
  const tasks = trace.traceEvents.filter(
    (event) => event.name.endsWith('RunTask') && mains.has(thread(event)),
  );
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur / 1000));
}
