import type { HastPluginEntry } from 'satteri';
import { withBase } from '../navigation/base.ts';

/** Puts the site's base before links and images that authors write from the site's root: `/guide/`. */
export function sitePaths(base: string): HastPluginEntry {
  return {
    // Astro keeps rendered entries until its configuration changes, of which the name is a part.
    name: `site-paths ${base}`,
    element: [
      {
        filter: ['a'],
        visit(node) {
          const { href } = node.properties;
          if (typeof href !== 'string') return undefined;
          return { ...node, properties: { ...node.properties, href: withBase(base, href) } };
        },
      },
      {
        filter: ['img'],
        visit(node) {
          const { src } = node.properties;
          if (typeof src !== 'string') return undefined;
          return { ...node, properties: { ...node.properties, src: withBase(base, src) } };
        },
      },
    ],
  };
}
