import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { fillMarkdown } from '../library/fill.ts';
import type { WorkedProblem } from '../library/problem.ts';
import type { Question } from '../library/questions.ts';
import type { Quantity } from '../quantities/quantity.ts';
import type { Model } from '../schemas/model.ts';
import type { Problem } from '../schemas/problem.ts';
import { parseMarkdown } from '../source/markdown.ts';
import { loadLibrary, watchContent } from './sharedLibrary.ts';
import { ownEntry, type StoreEntry } from './storeEntry.ts';

/** What pages know of a problem: its facts with every text as HTML, and its figures. */
export interface ProblemData {
  /** `problem.yaml`, its prose rendered to HTML with the figures put in. */
  problem: Problem;
  /** The hardest questions: the words of the heading, and the answer as HTML. */
  hardest: Question[];
  /** All quantities, inputs first. */
  quantities: Quantity[];
  /** What this problem counts beyond the built-in units. */
  units: Model['units'];
}

/** Problems with their facts and figures. The library has checked them. */
export function problemsLoader() {
  const load = async (context: LoaderContext) => {
    const { problems } = await loadLibrary(context);
    const entries: StoreEntry[] = [];
    for (const worked of problems) {
      const data = {
        problem: await renderFacts(worked, context),
        hardest: await renderQuestions(worked, context),
        quantities: [...worked.quantities.values()],
        units: worked.units,
      };
      entries.push(ownEntry({ id: worked.slug, data, filePath: `${worked.path}/problem.yaml` }));
    }
    // All at once: half a second after a change, Astro writes the whole store to disk.
    context.store.clear();
    for (const entry of entries) context.store.set(entry);
  };
  return {
    name: 'worked-designs-problems',
    load: async (context: LoaderContext) => {
      await load(context);
      watchContent(context, () => load(context));
    },
    schema: z.custom<ProblemData>(),
  } satisfies Loader;
}

/** Renders the answers of the hardest questions. */
function renderQuestions(
  { hardest }: WorkedProblem,
  { renderMarkdown }: LoaderContext,
): Promise<Question[]> {
  return Promise.all(
    hardest.map(async ({ question, answer }) => ({
      question,
      answer: (await renderMarkdown(answer)).html,
    })),
  );
}

/** Renders the prose of `problem.yaml`. */
async function renderFacts(
  { problem, quantities, path }: WorkedProblem,
  { renderMarkdown }: LoaderContext,
): Promise<Problem> {
  const render = async (text: string) => {
    const { html } = fillMarkdown(
      { path, body: text, root: parseMarkdown(text), linesBefore: 0 },
      quantities,
    );
    return (await renderMarkdown(html)).html;
  };
  const inline = async (text: string) => {
    const html = (await render(text)).trim();
    const paragraph = /^<p>([\s\S]*)<\/p>$/.exec(html)?.[1];
    return paragraph === undefined || paragraph.includes('<p>') ? html : paragraph;
  };
  const all = <T, R>(values: readonly T[], each: (value: T) => Promise<R>) =>
    Promise.all(values.map(each));

  return {
    ...problem,
    statement: await render(problem.statement),
    hardParts: await all(problem.hardParts, async ({ title, why }) => ({
      title,
      why: await inline(why),
    })),
    decisions: await all(problem.decisions, async (decision) => ({
      ...decision,
      choice: await inline(decision.choice),
      because: await inline(decision.because),
      rejected: await all(decision.rejected, async (rival) => ({
        ...rival,
        option: await inline(rival.option),
        because: await inline(rival.because),
      })),
      flips: await all(decision.flips, async ({ when, to }) => ({ when, to: await inline(to) })),
    })),
    failures: await all(problem.failures, async ({ what, effect, answer }) => ({
      what: await inline(what),
      effect: await inline(effect),
      answer: await inline(answer),
    })),
  };
}
