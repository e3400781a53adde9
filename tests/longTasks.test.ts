import { afterAll, describe, expect, it } from 'vitest';
import { quantile } from '../src/bench/summary.ts';
import { openPage } from './support/browser.ts';
import { pageKinds } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

/** Milliseconds that a processor slowed four times may be busy without a pause. */
const longest = 50;

/**
 * Milliseconds that the yardstick usually takes, slowed as much, on the machine that is meant. Where it
 * usually takes longer the machine is slower, or has much else to do, and everything may take as much
 * longer.
 */
const yardstickTime = 24;

/** A page that stays as it is, whatever becomes of the site: headings, text, lists, a style sheet. */
const yardstick = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Yardstick</title><style>
body { margin: 1rem; font: 1rem/1.6 sans-serif; color: #222 }
${Array.from({ length: 200 }, (_, n) => `.a${n} :is(p, li):not(:where(.b *)) { max-width: ${n}rem }`).join('\n')}
:is(h1, h2) { margin-top: 2rem; font-weight: 660; text-wrap: balance }
p, li { max-width: 42rem; text-wrap: pretty }
a { color: #05c }
</style>
${Array.from(
  { length: 12 },
  (
    _,
    n,
  ) => `<h2>Part ${n}</h2><p>${'Some words <a href="#">with a link</a> and more of them. '.repeat(3)}</p>
<ul>${`<li><strong>One</strong> thing after the other, as in a list.</li>`.repeat(4)}</ul>`,
).join('\n')}`;

describe('long tasks', () => {
  const found: string[] = [];
  const yards: number[] = [];
  const allowed = () => longest * Math.max(1, quantile(yards, 0.5) / yardstickTime);
  afterAll(() =>
    console.log(
      `Longest tasks, CPU × 4: ${found.join('; ')}; the yardstick ${quantile(yards, 0.5)} ms, so ${allowed().toFixed(0)} ms are allowed`,
    ),
  );

  it.each(Object.entries(pageKinds))(
    '%s does not keep a slow processor busy for long',
    async (kind, path) => {
      // The machine has other things to do as well: what is not slow once is not slow.
      let task = Infinity;
      for (let attempt = 0; attempt < 6 && task > longest; attempt += 1) {
        // Often enough to know the machine, seldom enough to be done soon.
        if (attempt > 0 || found.length % 3 === 0) {
          yards.push(await longestTask(`${site.origin}/yardstick`));
        }
        task = Math.min(task, await longestTask(site.origin + path));
      }
      found.push(`${kind} ${task.toFixed(0)}`);
      expect(task).toBeLessThanOrEqual(allowed());
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
 * its own time, four times: what other programs take from it meanwhile says nothing of the page.
 */
async function longestTask(address: string): Promise<number> {
  const page = await openPage(browser, { viewport: { width: 412, height: 823 } });
  await page.route('**/yardstick', (route) =>
    route.fulfill({ contentType: 'text/html', body: yardstick }),
  );
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
  return Math.max(...tasks.map(({ tdur = 0 }) => (4 * tdur) / 1000));
}
