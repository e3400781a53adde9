import type { Plugin } from 'vite';

/**
 * In the place of what Vite wraps round every `import()`: it would fetch the imports of a module
 * beside it, and its styles, and weighs 0.9 kB on every page. No module here that is imported late
 * has styles; those load theirs by `loadSheet`.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    apply: 'build',
    load(id) {
      if (id !== '\0vite/preload-helper.js') return undefined;
      return 'export const __vitePreload = (load) => load();';
    },
  };
}
