import type { APIRoute } from 'astro';
import { spoil } from '../../check/example.ts';
import { getDesignPages, getProblems, pagesOf } from '../../content.ts';
import { readMarkdown } from '../../loaders/keptPages.ts';

/** A worked design with three deliberate faults, to try the check on. */
export const GET: APIRoute = async () => {
  const [first] = await getProblems();
  const [page] = first === undefined ? [] : pagesOf(await getDesignPages(first.slug), 'spoken');
  if (page === undefined) throw new Error('no design to make the example of');
  return new Response(spoil(await readMarkdown(page.id)));
};
