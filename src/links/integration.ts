import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentError } from '../loaders/contentError.ts';
import { readContentFolder, readGuide } from '../loaders/contentFolder.ts';
import { parseNatively } from '../source/nativeMarkdown.ts';
import { type BuiltSite, checkLinks } from './check.ts';
import { findLinks } from './find.ts';

/** Stops the build for every link in the content that leads nowhere, by what was built. */
export function contentLinks(): AstroIntegration {
  let root = '';
  return {
    name: 'content-links',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir }) => {
        parseNatively();
        const files = [...(await readContentFolder(root)), ...(await readGuide(root))];
        const written = files.filter(({ path }) => !path.startsWith('content/templates/'));
        const faults = checkLinks(findLinks(written), builtSite(fileURLToPath(dir)));
        if (faults.length > 0) throw contentError(faults);
      },
    },
  };
}

/** What lies in the output folder, whatever the base. */
function builtSite(folder: string): BuiltSite {
  const fileOf = (address: string) =>
    join(folder, decodeURIComponent(address), address.endsWith('/') ? 'index.html' : '');
  return {
    has: (address) => existsSync(fileOf(address)),
    anchorsOf: (address) => {
      const html = existsSync(fileOf(address)) ? readFileSync(fileOf(address), 'utf8') : '';
      return new Set([...html.matchAll(/\sid="([^"]+)"/g)].map(([, id = '']) => id));
    },
  };
}
