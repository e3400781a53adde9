import type { APIRoute, GetStaticPaths } from 'astro';
import { getProblems, type ProblemEntry } from '../../content.ts';
import { whatIfModel } from '../../whatIf/emit.ts';

/** Labels, ranges, workings and decisions of each problem, fetched with its script. */
export const getStaticPaths: GetStaticPaths = async () => {
  const problems = await getProblems();
  return problems.map((entry) => ({ params: { problem: entry.slug }, props: { entry } }));
};

export const GET: APIRoute<{ entry: ProblemEntry }> = ({ props: { entry } }) =>
  new Response(JSON.stringify(whatIfModel(entry)), {
    headers: { 'content-type': 'application/json' },
  });
