import { readFile, writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { openSite } from '../takeaway/builtSite.ts';
import { headersFile } from './headers.ts';
import { withPolicy } from './page.ts';

/**
 * Gives every built page its content security policy, made from what stands in it, and writes what
 * hosts are to say. It stands behind all that writes pages and before what archives them.
 */
export function security(): AstroIntegration {
  let base = '/';
  return {
    name: 'security',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = openSite(dir);
        const pages = (await site.list()).filter((path) => path.endsWith('.html'));
        for (const path of pages) {
          const html = await readFile(site.locate(path), 'utf8');
          await writeFile(site.locate(path), withPolicy(html, path));
        }
        await site.write('_headers', headersFile(base));
        logger.info(`${pages.length} pages with a policy`);
      },
    },
  };
}
