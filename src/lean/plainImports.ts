import type { Plugin } from 'vite';

/**
 * In the place of what Vite wraps round every `import()`, which weighs 0.9 kB on every page. It asks
 * for the imports of a module beside the module, so that they do not cost a round trip each, and
 * leaves out styles: no module here that is imported late has any; those load theirs by `loadSheet`.
 */
export function plainImports(): Plugin {
  let base = '/';
  return {
    name: 'plain-imports',
    enforce: 'pre',
    apply: 'build',
    configResolved(config) {
      base = config.base;
    },
    load(id) {
      if (id !== '\0vite/preload-helper.js') return undefined;
      return `export const __vitePreload = (load, files = []) => {
        for (const file of files) {
          const link = document.createElement('link');
          link.rel = 'modulepreload';
          link.href = ${JSON.stringify(base)}.replace(/\\/?$/, '/') + file;
          document.head.append(link);
        }
        return load();
      };`;
    },
  };
}
