import { rename, rmdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { notSavedPage, workerFile } from './names.ts';
import { sayBytes } from '../takeaway/downloads.ts';
import { leavingWorker } from './leavingWorker.ts';
import { writeOffline } from './writeOffline.ts';

const folder = new URL('./', import.meta.url);

/**
 * Makes the site one that can be saved for use without a network, by those who ask for it. It stands
 * behind every integration that writes files, since its list holds a digest of each.
 */
export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'offline',
    hooks: {
      'astro:config:setup': ({ updateConfig, injectScript }) => {
        updateConfig({ vite: { plugins: [workerScript()] } });
        const visit = JSON.stringify(fileURLToPath(new URL('visit.ts', folder)));
        injectScript('page', `if (navigator.serviceWorker?.controller) import(${visit});`);
      },
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:server:setup': ({ server }) => {
        // A build saved at this address would hide what is being written.
        server.middlewares.use((request, response, next) => {
          const path = request.url?.replace(/\?.*/, '');
          if (path !== `${base.replace(/\/$/, '')}/${workerFile}`) return next();
          response.setHeader('content-type', 'text/javascript').end(leavingWorker);
        });
      },
      'astro:build:generated': async ({ dir }) => {
        // A file beside 404.html, and like it no page with an address.
        const page = new URL(`${notSavedPage.replace(/\.html$/, '')}/`, dir);
        await rename(new URL('index.html', page), new URL(notSavedPage, dir));
        await rmdir(page);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { site, downloads } = await writeOffline(dir);
        logger.info(
          `${site.files} files can be saved, ${sayBytes(site.wire)} to fetch; by choice ${downloads.files} downloads, ${sayBytes(downloads.wire)}`,
        );
      },
    },
  };
}

/** Has the worker's script bundled with those of the pages, as an entry of its own. */
function workerScript() {
  return {
    name: 'offline-worker',
    apply: 'build' as const,
    applyToEnvironment: ({ name }: { name: string }) => name === 'client',
    buildStart(this: { emitFile(file: { type: 'chunk'; id: string; name: string }): string }) {
      const id = fileURLToPath(new URL('worker.ts', folder));
      this.emitFile({ type: 'chunk', id, name: 'offline-worker' });
    },
  };
}
