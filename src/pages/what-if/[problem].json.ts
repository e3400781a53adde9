import type { APIRoute, GetStaticPaths } from 'astro';
import { getProblems, type ProblemEntry } from '../../content.ts';
import { whatIfModel } from '../../whatIf/emit.ts';
import type { WhatIfPage } from '../../whatIf/model.ts';
import markup from '../../whatIf/panel.html?raw';

/** Labels, ranges, workings and decisions of each problem, and the panel’s markup, fetched with its script. */
export const getStaticPaths: GetStaticPaths = async () => {
  const problems = await getProblems();
  return problems.map((entry) => ({ params: { problem: entry.slug }, props: { entry } }));
};

export const GET: APIRoute<{ entry: ProblemEntry }> = ({ props: { entry } }) => {
  const page: WhatIfPage = { markup, ...whatIfModel(entry) };
  return Response.json(page);
};
