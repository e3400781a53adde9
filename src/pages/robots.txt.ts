import type { APIRoute } from 'astro';
import { sitePath } from '../navigation/address.ts';

/** Everything may be read; where all pages are listed. */
export const GET: APIRoute = ({ site }) =>
  new Response(
    `User-agent: *\nAllow: /\n\nSitemap: ${new URL(sitePath('/sitemap-index.xml'), site).href}\n`,
  );
