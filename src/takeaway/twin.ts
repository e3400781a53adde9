import { stringify } from 'yaml';
import { withBase } from '../navigation/base.ts';
import { replaceLinks } from './markdown.ts';

/** What is said of a page in Markdown. */
export interface TwinFacts {
  /** The page's address: `/designs/chat/note/`. */
  address: string;
  title: string;
  description: string;
}

/** A page in Markdown. */
export interface Twin extends TwinFacts {
  /** Markdown below the title, figures filled in. */
  body: string;
}

/** Where a page's twin stands, given the page's address. */
export function twinAddress(address: string): string {
  return `${address}index.md`;
}

/** Title, description and body as one Markdown text. */
export function twinText({ title, description, body }: Omit<Twin, 'address'>): string {
  const parts = [`# ${escapeInline(title)}`, escapeInline(description), body.trim()];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** A Markdown file with properties before its text; properties without a value are left out. */
export function withProperties(properties: Record<string, unknown>, text: string): string {
  return `---\n${stringify(properties, { lineWidth: 0 })}---\n\n${text}`;
}

/** A twin whose links hold where the site lies under a base. */
export function twinUnder(base: string, twin: Twin): Twin {
  if (base === '/') return twin;
  const body = replaceLinks(twin.body, (_, source) => {
    const at = source.lastIndexOf('](') + 2;
    return at < 2 ? undefined : source.slice(0, at) + withBase(base, source.slice(at));
  });
  return { ...twin, body };
}

/** A twin as it is fetched: where it comes from, then its text. */
export function twinFile(twin: Twin, site: string): string {
  const { title, description, address } = twin;
  const properties = { title, ...(description && { description }), source: site + address };
  return withProperties(properties, twinText(twin));
}

/** Text without markup, as Markdown that reads as that text. */
function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<]/g, '\\$&');
}
