import type { APIRoute, GetStaticPaths } from 'astro';
import { getProblems, type ProblemEntry } from '../../content.ts';
import { compileWhatIf } from '../../whatIf/emit.ts';

/** The compiled formulas of each problem: a module that a page imports when what-if opens. */
export const getStaticPaths: GetStaticPaths = async () => {
  const problems = await getProblems();
  return problems.map((entry) => ({ params: { problem: entry.slug }, props: { entry } }));
};

export const GET: APIRoute<{ entry: ProblemEntry }> = ({ props: { entry } }) =>
  new Response(compileWhatIf(entry).script, { headers: { 'content-type': 'text/javascript' } });
