import { fileURLToPath } from 'node:url';
import { isSatteriProcessor } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { anchorLinks } from '../markdown/anchorLinks.ts';
import { plainImports } from './plainImports.ts';
import { shortScopes } from './shortScopes.ts';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Parts of Starlight that its components cannot be overridden without, and what stands in for them:
 * by the end of the path, as they are imported.
 */
const parts: readonly [end: string, instead: string][] = [
  ['/style/props.css', here('./props.css')],
  // What Markdown makes here; links and quotes are as Starlight has them.
  ['/style/markdown.css', here('./markdown.css')],
  ['/style/anchor-links.css', here('./anchorLinks.css')],
  ['/style/util.css', here('./util.css')],
  // Callouts have styles of their own.
  ['/style/asides.css', here('./nothing.css')],
  ['/style/print.css?url&no-inline', `${here('./print.css')}?url&no-inline`],
  // The sidebar is short, and keeps no state.
  ['/components-internals/SidebarPersistState', here('./nothing.ts')],
];

/** What every page runs, as one file with all that it imports: many small ones weigh twice as much. */
const everyPage = { name: 'every-page', test: /\/components\/chrome\/everyPage\.ts/ };

/** Leaves out what this site does not use of Starlight, so that no page carries it. */
export function starlightParts(): AstroIntegration {
  return {
    name: 'starlight-parts',
    hooks: {
      'astro:config:setup': ({ config, updateConfig, injectScript }) => {
        const { processor } = config.markdown;
        // Behind Starlight's own plugin, which makes the links.
        if (isSatteriProcessor(processor)) processor.options.hastPlugins.push(anchorLinks());
        injectScript(
          'page',
          `import ${JSON.stringify(here('../components/chrome/everyPage.ts'))};`,
        );
        updateConfig({
          vite: {
            environments: {
              client: {
                build: { rolldownOptions: { output: { codeSplitting: { groups: [everyPage] } } } },
              },
            },
            plugins: [
              plainImports(),
              ...shortScopes(),
              {
                name: 'starlight-parts',
                enforce: 'pre',
                resolveId(id, importer) {
                  if (!importer?.includes('/@astrojs/starlight/')) return undefined;
                  const instead = parts.find(([end]) => id.endsWith(end))?.[1];
                  return instead && this.resolve(instead, importer, { skipSelf: true });
                },
              },
            ],
          },
        });
      },
    },
  };
}
