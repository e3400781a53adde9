import type { Fault } from '../faults/fault.ts';
import type { ContentLink } from './find.ts';

/** The site as it was built, as far as links need it. */
export interface BuiltSite {
  /** Whether anything is found at an address without its anchor: `/designs/chat/`, `/llms.txt`. */
  has(address: string): boolean;
  /** The ids in the page at an address. */
  anchorsOf(address: string): ReadonlySet<string>;
}

/**
 * Faults of links that authors wrote: `link-form` (no address as the site writes them),
 * `link-missing` (leads to nothing), `anchor-missing` (the page has no such place).
 */
export function checkLinks(links: readonly ContentLink[], site: BuiltSite): Fault[] {
  return links.flatMap(({ path, line, column, address }) => {
    const problem = checkAddress(address, pageOf(path), site);
    return problem === undefined ? [] : [{ path, line, column, ...problem }];
  });
}

type Problem = Pick<Fault, 'rule' | 'message' | 'expected'>;

function checkAddress(
  address: string,
  own: string | undefined,
  site: BuiltSite,
): Problem | undefined {
  if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return checkForeign(address);
  const { page, anchor } = split(address);
  if (anchor === undefined) return form(address, 'no stray % in it');
  const target = page === '' ? own : page;
  if (target === undefined || (page !== '' && !page.startsWith('/')) || page.startsWith('//')) {
    return form(address, 'an address from the site’s root, such as /designs/chat/');
  }
  if (/[A-Z]/.test(page)) return form(address, page.toLowerCase());
  if (!page.endsWith('/') && page !== '' && !/\.[a-z]+$/.test(page)) {
    return form(address, `${page}/${anchor && `#${anchor}`}`);
  }
  if (!site.has(target)) {
    return { rule: 'link-missing', message: `nothing is found at ${target}` };
  }
  if (anchor === '' || site.anchorsOf(target).has(anchor)) return undefined;
  const message = `the page ${target} has no place “${anchor}”`;
  return { rule: 'anchor-missing', message, expected: nearest(anchor, site.anchorsOf(target)) };
}

/** Addresses elsewhere are shown, never fetched, so only their form can be wrong. */
function checkForeign(address: string): Problem | undefined {
  const isSound = URL.canParse(address) && /^(?:https?|mailto):/i.test(address);
  return isSound ? undefined : form(address, 'an address that begins with https://');
}

/** An address cut at its `#`; no anchor where it cannot be decoded. */
function split(address: string): { page: string; anchor: string | undefined } {
  const [page = '', ...rest] = address.split('#');
  return { page: page.replace(/\?.*$/, ''), anchor: decode(rest.join('#')) };
}

function decode(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function form(address: string, expected: string): Problem {
  return {
    rule: 'link-form',
    message: `the link ${address} is not written as an address`,
    expected,
  };
}

/** Anchors that share the most words with the one that is missing; the page's first ones if none does. */
function nearest(anchor: string, anchors: ReadonlySet<string>): string {
  const words = new Set(anchor.split('-'));
  const shared = (other: string) => other.split('-').filter((word) => words.has(word)).length;
  const sorted = [...anchors].sort((a, b) => shared(b) - shared(a));
  return sorted.slice(0, 3).join(', ') || 'no anchor';
}

/** The page of a content file: of a design or of the guide. */
function pageOf(path: string): string | undefined {
  const [, room, ...rest] = path.replace(/\.mdx?$/, '').split('/');
  const inside = rest.join('/').toLowerCase();
  if (!/\.mdx?$/.test(path)) return undefined;
  if (room === 'guide') return `/guide/${inside === 'index' ? '' : `${inside}/`}`;
  return room === 'problems' ? `/designs/${inside}/` : undefined;
}
