/**
 * Where the site lies on its host, as Astro's `base` says it: `/`, `/designs` or `/designs/`. Inside
 * the site every page is known by its address from the site's own root, such as `/designs/chat/`.
 */
type Base = string;

/** The path on the host of an address of the site. Anchors, relative and foreign addresses stay. */
export function withBase(base: Base, address: string): string {
  const isOwn = address.startsWith('/') && !address.startsWith('//');
  return isOwn ? folder(base) + address : address;
}

/** The address inside the site of a path on its host; a path outside the site stays. */
export function withoutBase(base: Base, path: string): string {
  const start = folder(base);
  return path.startsWith(`${start}/`) ? path.slice(start.length) : path;
}

/** The base without its last slash: empty for the root. */
function folder(base: Base): string {
  return base.replace(/\/$/, '');
}
