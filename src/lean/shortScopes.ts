import type { Plugin } from 'vite';

/** The class by which Astro keeps the styles of a component to itself; each of its elements has it. */
const scope = /(?<![\w-])astro-([a-z0-9]{4})[a-z0-9]{4}(?![\w-])/g;

/** Such a class, as the pages have it. */
export const shortScope = /(?<![\w-])_[a-z0-9]{4}(?![\w-])/;

/**
 * Says these names in five letters: nothing else stands on a page as often and packs as badly. Two
 * that would become the same stop the build.
 */
export function shortScopes(): Plugin[] {
  const names = new Map<string, string>();
  const shorten = (code: string) => ({
    code: code.replace(scope, (name, letters: string) => {
      const short = `_${letters}`;
      const known = names.get(short) ?? name;
      if (known !== name) throw new Error(`${known} and ${name} need names of more letters`);
      names.set(short, name);
      return short;
    }),
    map: null,
  });
  return [
    {
      name: 'short-scopes-in-styles',
      enforce: 'pre',
      apply: 'build',
      transform: (code, id) => (id.includes('.astro?astro&type=style') ? shorten(code) : undefined),
    },
    {
      name: 'short-scopes-in-components',
      enforce: 'post',
      apply: 'build',
      transform: (code, id) => (id.endsWith('.astro') ? shorten(code) : undefined),
    },
  ];
}
