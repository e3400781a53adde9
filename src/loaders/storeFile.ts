import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/** What Astro calls the module that holds every entry of every collection. */
const storeModule = /^\0astro:data-layer-content$/;

/**
 * Has a build read Astro's store when pages are made. Astro would put it into the bundle as one
 * string, which with some hundred problems is held ten times over while it is bundled.
 */
export function storeFile(): AstroIntegration {
  return {
    name: 'store-file',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        const file = fileURLToPath(new URL('data-store.json', config.cacheDir));
        // Not the whole path: what is built must not depend on the folder.
        const path = relative(fileURLToPath(config.root), file);
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'store-file',
                apply: 'build',
                load: {
                  order: 'pre',
                  filter: { id: storeModule },
                  handler: () => ({ code: readingCode(path), map: { mappings: '' } }),
                },
              },
            ],
          },
        });
      },
    },
  };
}

function readingCode(path: string): string {
  return [
    "import { readFileSync } from 'node:fs';",
    `export default JSON.parse(readFileSync(${JSON.stringify(path)}, 'utf8'));`,
  ].join('\n');
}
