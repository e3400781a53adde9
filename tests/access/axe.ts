import type * as Axe from 'axe-core';
import type { Page } from 'playwright-core';
import { quickAxeSource } from './quickAxe.ts';
import { type Undecided, undecided } from './undecided.ts';

/** WCAG 2.0 to 2.2, A and AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** A page as one may see it. */
export interface State {
  theme: 'light' | 'dark';
  /** Width of the window in CSS pixels. */
  width: number;
}

/** In this order each state differs from the one before in one thing only. */
export const states = [
  { theme: 'light', width: 1280 },
  { theme: 'dark', width: 1280 },
  { theme: 'dark', width: 320 },
  { theme: 'light', width: 320 },
] as const satisfies readonly State[];

/** What axe says of a page in one state. */
export interface Verdict {
  /** Violations, and what axe leaves open and nobody has decided: `rule (why): element`. */
  found: string[];
  /** The decisions that were needed. */
  used: Set<Undecided>;
  /** What each rule came to: `rule: passes`, with the number of elements where it is not that. */
  rules: string[];
}

/** Brings a loaded page into a state, by the means that a visitor has: the system and the window. */
export async function show(page: Page, { theme, width }: State): Promise<void> {
  await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 800 });
  await page.waitForFunction(
    (wanted) => document.documentElement.dataset['theme'] === wanted,
    theme,
  );
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
}

/** What axe finds wrong with a page as it stands, whatever it leaves open. */
export async function violations(page: Page): Promise<string[]> {
  await bring(page);
  return (await page.evaluate(judge, { tags, decisions: [] })).violations;
}

/** Once a page is enough. */
async function bring(page: Page): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(quickAxeSource);
}

/** Runs axe on all of the page as it stands; on the one that is there already, or the quick one. */
export async function inspect(page: Page, { width }: Pick<State, 'width'>): Promise<Verdict> {
  await bring(page);
  const decisions = undecided.filter((entry) => (entry.width ?? width) === width);
  const { violations, open, used, rules } = await page.evaluate(judge, { tags, decisions });
  const found = [...violations, ...open];
  return { found, rules, used: new Set(decisions.filter((_, index) => used.includes(index))) };
}

/** Runs in the page. Elements stay there: to say where each stands takes axe longer than to judge it. */
async function judge({
  tags,
  decisions,
}: {
  tags: string[];
  decisions: Pick<Undecided, 'rule' | 'why' | 'within'>[];
}): Promise<{ violations: string[]; open: string[]; used: number[]; rules: string[] }> {
  const { axe } = window as unknown as { axe: typeof Axe };
  axe.configure({ noHtml: true });
  const results = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    resultTypes: ['violations', 'incomplete'],
    elementRef: true,
    selectors: false,
    // The one rule that asks for files asks for those; style sheets would be fetched for none.
    preload: { assets: ['media'] },
  });
  const nameOf = (element?: Element) => {
    if (element === undefined) return 'in a frame';
    const { localName, id, classList, textContent } = element;
    const marks = [...(id === '' ? [] : [`#${id}`]), ...[...classList].map((name) => `.${name}`)];
    return `${localName}${marks.join('')} “${textContent.trim().slice(0, 60)}”`;
  };
  const violations = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ element }) => nameOf(element)).join(' ; ')}`,
  );
  const open: string[] = [];
  const used = new Set<number>();
  for (const { id, nodes } of results.incomplete) {
    for (const { any, all, none, element } of nodes) {
      const [check] = [...any, ...all, ...none];
      const why = String(check?.data?.messageKey ?? check?.id);
      const decision = decisions.findIndex(
        (one) => one.rule === id && one.why === why && element?.closest(one.within),
      );
      if (decision === -1) open.push(`${id} is open (${why}): ${nameOf(element)}`);
      else used.add(decision);
    }
  }
  const rules = [
    ...results.passes.map(({ id }) => `${id}: passes`),
    ...results.inapplicable.map(({ id }) => `${id}: inapplicable`),
    ...results.violations.map(({ id, nodes }) => `${id}: ${nodes.length} wrong`),
    ...results.incomplete.map(({ id, nodes }) => `${id}: ${nodes.length} open`),
  ];
  return { violations, open, used: [...used], rules: rules.sort() };
}
