import type { APIRoute, GetStaticPaths } from 'astro';
import { comparable } from '../../across/compare.ts';
import { getDesignPages, getProblems, getTemplates, type ProblemEntry } from '../../content.ts';

/** What can be compared of one problem, a file a problem, so that the page does not grow. */
export const getStaticPaths: GetStaticPaths = async () => {
  const problems = await getProblems();
  return problems.map((entry) => ({ params: { problem: entry.slug }, props: { entry } }));
};

export const GET: APIRoute<{ entry: ProblemEntry }> = async ({ props: { entry } }) => {
  const pages = await getDesignPages(entry.slug);
  const contracts = (await getTemplates()).map(({ contract }) => contract);
  return new Response(JSON.stringify(comparable(entry, pages, contracts)));
};
