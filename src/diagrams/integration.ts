import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSatteriProcessor, satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration, HookParameters } from 'astro';
import { type DiagramPool, openPool } from './mermaid/pool.ts';
import { mermaidPlugin, type Prepare } from './mermaid/plugin.ts';

type UpdateConfig = HookParameters<'astro:config:setup'>['updateConfig'];

export interface MermaidOptions {
  /**
   * Draws, in the browser, the types that are not drawn at build: `astro-mermaid`. Its script goes
   * only to pages that have such a diagram. Default: none; such a diagram stays a code block.
   */
  otherwise?: AstroIntegration;
  /** What is done to a source before it is drawn, and to its figure after. */
  prepare?: Prepare;
}

/**
 * Draws Mermaid at build. Stops the build for every diagram with a syntax fault, by what is on the
 * built pages, so that it does so on the second build as well, when Astro takes them from its store.
 */
export function mermaidAtBuild({ otherwise, prepare }: MermaidOptions = {}): AstroIntegration {
  let pool: DiagramPool | undefined;
  return {
    name: 'mermaid-at-build',
    hooks: {
      'astro:config:setup': async (setup) => {
        const { config, command, updateConfig, injectScript } = setup;
        const { processor } = config.markdown;
        if (!isSatteriProcessor(processor)) {
          throw new Error('mermaidAtBuild needs the Sätteri processor, which is Astro’s default');
        }
        pool = openPool({
          cacheFolder: join(fileURLToPath(config.root), '.cache', 'diagrams'),
        });
        const { options } = processor;
        const updated = updateConfig({
          markdown: {
            processor: satteri({
              ...options,
              mdastPlugins: [mermaidPlugin(pool, prepare), ...options.mdastPlugins],
            }),
          },
        });
        if (!otherwise) return;
        const scripts: string[] = [];
        await otherwise.hooks['astro:config:setup']?.({
          ...setup,
          config: updated,
          updateConfig: command === 'build' ? unbundledAhead(updateConfig) : updateConfig,
          injectScript: (_, content) => scripts.push(content),
        });
        updateConfig({ vite: { plugins: [scriptModule(scripts.join('\n'))] } });
        injectScript('page', `if (document.querySelector('pre.mermaid')) import('${scriptId}');`);
      },
      // By now the content is drawn; the threads hold hundreds of megabytes, and come back if needed.
      'astro:build:start': () => pool?.close(),
      'astro:build:done': ({ dir, logger }) => {
        const { faults, left } = inspectPages(fileURLToPath(dir));
        for (const page of left) {
          logger.warn(
            `${page}: a diagram of a type that is not drawn at build is left to the browser`,
          );
        }
        if (faults.length > 0) {
          const error = new Error(
            `${faults.length} diagram(s) cannot be drawn:\n${faults.join('\n')}`,
          );
          // An author's mistake is not ours: no trace through our code.
          error.stack = '';
          throw error;
        }
      },
    },
  };
}

/**
 * Leaves out what an integration asks to be bundled ahead. That is for pages of the development
 * server; a build has no use for it, and bundling Mermaid takes 700 MB that are never given back.
 */
function unbundledAhead(updateConfig: UpdateConfig): UpdateConfig {
  return ({ vite: { optimizeDeps: _, ...vite } = {}, ...update }) =>
    updateConfig({ ...update, vite });
}

const scriptId = 'virtual:mermaid-in-browser';

/** What astro-mermaid would put on every page, as a module that a page asks for. */
function scriptModule(code: string): {
  name: string;
  resolveId(id: string): string | undefined;
  load(id: string): string | undefined;
} {
  return {
    name: 'mermaid-in-browser',
    resolveId: (id) => (id === scriptId ? `\0${scriptId}` : undefined),
    load: (id) => (id === `\0${scriptId}` ? code : undefined),
  };
}

/** Faults marked on built pages, sorted, each once; and pages with a diagram left to the browser. */
export function inspectPages(folder: string): { faults: string[]; left: string[] } {
  const faults = new Set<string>();
  const left: string[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    if (!path.endsWith('.html')) continue;
    const page = readFileSync(join(folder, path), 'utf8');
    for (const [, fault = ''] of page.matchAll(/ data-diagram-fault="([^"]*)"/g)) {
      faults.add(textOf(fault));
    }
    if (page.includes('<pre class="mermaid"')) left.push(path.replaceAll('\\', '/'));
  }
  return { faults: [...faults].sort(), left };
}

function textOf(text: string): string {
  const characters: Record<string, string> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    '#39': "'",
    '#x27': "'",
  };
  return text.replace(/&(#?\w+);/g, (whole, name: string) => characters[name] ?? whole);
}
