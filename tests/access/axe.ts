import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { type Undecided, undecided } from './undecided.ts';

/** WCAG 2.0 to 2.2, A and AA, and what axe calls best practice. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The only rules that look at colours, and so at the theme. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** A page as one may see it. */
export interface State {
  theme: 'light' | 'dark';
  /** Width of the window in CSS pixels. */
  width: number;
  /** Whether a state of the same width comes before, so that only colours can be wrong. */
  isRecoloured: boolean;
}

/** In this order each state differs from the one before in one thing only. */
export const states: readonly State[] = [
  { theme: 'light', width: 1280, isRecoloured: false },
  { theme: 'dark', width: 1280, isRecoloured: true },
  { theme: 'dark', width: 320, isRecoloured: false },
  { theme: 'light', width: 320, isRecoloured: true },
];

/** What axe says of a page in one state. */
export interface Verdict {
  /** Violations, and what axe leaves open and nobody has decided: `rule (why): targets`. */
  found: string[];
  /** The decisions that were needed. */
  used: Set<Undecided>;
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

/** Runs axe on the page as it stands: all of it, or what a change of theme alone can change. */
export async function inspect(
  page: Page,
  { width, isRecoloured }: Pick<State, 'width' | 'isRecoloured'>,
): Promise<Verdict> {
  const isThere = await page.evaluate(() => 'axe' in window);
  // Axe is half a megabyte of script: once a page is enough, and nothing stands for it later.
  const builder = new AxeBuilder(isThere ? { page, axeSource: ';' } : { page })
    // Within the page itself, where no frame of another origin is: three times as fast.
    .setLegacyMode(true)
    .options({ resultTypes: ['violations', 'incomplete'] });
  const results = await (
    isRecoloured ? builder.withRules(colourRules) : builder.withTags(tags)
  ).analyze();
  const found = results.violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ; ')}`,
  );
  const used = new Set<Undecided>();
  for (const { id, nodes } of results.incomplete) {
    for (const { any, all, none, target } of nodes) {
      const [why = ''] = [...any, ...all, ...none].map(({ data, id: check }) =>
        String(data?.messageKey ?? check),
      );
      const decisions = undecided.filter(
        (entry) => entry.rule === id && entry.why === why && (entry.width ?? width) === width,
      );
      const within = await page.evaluate(
        ([selector, frames]) => {
          const element = document.querySelector(selector);
          return frames.map((frame) => element !== null && element.closest(frame) !== null);
        },
        [String(target[0]), decisions.map((entry) => entry.within)] as const,
      );
      const decision = decisions.find((_, index) => within[index]);
      if (decision === undefined) found.push(`${id} is open (${why}): ${target}`);
      else used.add(decision);
    }
  }
  return { found, used };
}
