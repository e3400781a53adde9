import { createHash } from 'node:crypto';
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;

/** What of a page its policy must know. */
export interface PageParts {
  /** Text of every script that stands in the page and runs. */
  scripts: string[];
  /** Text of every style sheet that stands in the page. */
  styles: string[];
  /** Whether it can open the search, whose engine is WebAssembly. */
  searches: boolean;
  /** Whether a diagram of it is left to the browser: Mermaid writes styles that nobody knows before. */
  draws: boolean;
  /** What no policy without `unsafe-inline` allows: `a[style]`, `img[onerror]`, `a[href=javascript:]`. */
  forbidden: string[];
}

/** Reads a built page. */
export function readParts(html: string): PageParts {
  const parts: PageParts = {
    scripts: [],
    styles: [],
    searches: false,
    draws: false,
    forbidden: [],
  };
  // Without script the content of `noscript` counts, so it is read as elements.
  visit(parse(html, { scriptingEnabled: false }), parts);
  return parts;
}

function visit(node: Node, parts: PageParts): void {
  if ('tagName' in node) readElement(node, parts);
  const children =
    'content' in node ? node.content.childNodes : 'childNodes' in node ? node.childNodes : [];
  for (const child of children) visit(child, parts);
}

function readElement(element: Element, parts: PageParts): void {
  const { tagName, attrs } = element;
  const attribute = (name: string) => attrs.find((one) => one.name === name)?.value;
  if (tagName === 'script' && attribute('src') === undefined && runs(attribute('type'))) {
    parts.scripts.push(textOf(element));
  }
  if (tagName === 'style') parts.styles.push(textOf(element));
  if (tagName === 'search-door' || tagName === 'search-view') parts.searches = true;
  if (tagName === 'pre' && attribute('class')?.split(' ').includes('mermaid')) parts.draws = true;
  for (const { name, value } of attrs) {
    if (name === 'style' || name.startsWith('on')) parts.forbidden.push(`${tagName}[${name}]`);
    if (/^\s*javascript:/i.test(value)) parts.forbidden.push(`${tagName}[${name}=javascript:]`);
  }
}

/** Whether a script of a type is run, or steers what is; other types are data. */
function runs(type = ''): boolean {
  return ['', 'module', 'text/javascript', 'importmap', 'speculationrules'].includes(type);
}

function textOf(element: Element): string {
  return element.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

/** The source expression that allows one inline script or style: `'sha256-…'`. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The content security policy of a page: this origin, and what stands in the page itself. */
export function policyOf({ scripts, styles, searches, draws }: PageParts): string {
  const hashes = (texts: readonly string[]) => [...new Set(texts.map(hashSource))].sort();
  const directives: [name: string, ...sources: string[]][] = [
    ['default-src', "'none'"],
    ['script-src', "'self'", ...hashes(scripts), ...(searches ? ["'wasm-unsafe-eval'"] : [])],
    // A browser heeds no 'unsafe-inline' beside a hash.
    ['style-src', "'self'", ...(draws ? ["'unsafe-inline'"] : hashes(styles))],
    // Small pictures of style sheets stand in them.
    ['img-src', "'self'", 'data:'],
    ['font-src', "'self'"],
    ['connect-src', "'self'"],
    ['worker-src', "'self'"],
    ['manifest-src', "'self'"],
    ['object-src', "'none'"],
    ['base-uri', "'none'"],
    ['form-action', "'self'"],
  ];
  return directives.map((directive) => directive.join(' ')).join('; ');
}
