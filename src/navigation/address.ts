import { withBase, withoutBase } from './base.ts';

/**
 * Where an address of the site is found on its host, for `href`, `src` and `fetch`: `/designs/chat/`
 * is `/base/designs/chat/` where the site is built under `/base/`. Anchors, relative addresses and
 * those of other hosts stay. Data holds addresses; this is called where they become markup.
 */
export function sitePath(address: string): string {
  return withBase(import.meta.env.BASE_URL, address);
}

/** The address of a page inside the site, given its path on the host, such as `Astro.url.pathname`. */
export function addressOf(path: string): string {
  return withoutBase(import.meta.env.BASE_URL, path);
}
