import type { APIRoute } from 'astro';
import { getTemplates } from '../../content.ts';

/** What the page /check/ holds texts against; fetched when it is first used. */
export const GET: APIRoute = async () => {
  const templates = (await getTemplates()).map(({ contract, body }) => ({ contract, body }));
  return new Response(JSON.stringify(templates));
};
