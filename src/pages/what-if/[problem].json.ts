import type { APIRoute, GetStaticPaths } from 'astro';
import { getProblems, type ProblemEntry } from '../../content.ts';
import { sitePath } from '../../navigation/address.ts';
import { compileWhatIf } from '../../whatIf/emit.ts';
import { panelMarkup } from '../../whatIf/markup.ts';
import type { WhatIfPage } from '../../whatIf/model.ts';

/** Labels, ranges and workings of each problem, and the panel’s markup, fetched with its script. */
export const getStaticPaths: GetStaticPaths = async () => {
  const problems = await getProblems();
  return problems.map((entry) => ({ params: { problem: entry.slug }, props: { entry } }));
};

export const GET: APIRoute<{ entry: ProblemEntry }> = ({ props: { entry } }) => {
  const { model } = compileWhatIf(entry);
  const home = sitePath(`/designs/${entry.slug}/`);
  const page: WhatIfPage = { markup: panelMarkup(model, entry.problem.decisions, home), ...model };
  return Response.json(page);
};
