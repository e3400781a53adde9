import type { SearchRecord } from './record.ts';

/** Facets that a search can be narrowed by, in the order in which they are shown. */
export const facets = ['format', 'problem', 'topic', 'level'] as const;
export type Facet = (typeof facets)[number];

/** What is searched for. */
export interface Query {
  text: string;
  /** Chosen values by facet: any of a facet's values, and all facets. */
  chosen: Partial<Record<Facet, string[]>>;
}

/** A section that was found. */
export interface Hit {
  url: string;
  title: string;
  page: string;
  problem: string | undefined;
  /** The excerpt cut at the words that were found. */
  excerpt: { text: string; marked: boolean }[];
}

/** What a search gives. */
export interface Findings {
  total: number;
  /** The first hits; `more` fetches further ones. */
  hits: Hit[];
  more: (count: number) => Promise<Hit[]>;
  /** How many sections each value of each facet would leave, with this query. */
  counts: Partial<Record<Facet, Record<string, number>>>;
}

/** Of Pagefind's interface, what is used here. */
interface Pagefind {
  options(options: Record<string, unknown>): Promise<void>;
  filters(): Promise<Counts>;
  search(
    text: string | null,
    options: { filters: Record<string, { any: string[] }> },
  ): Promise<{ results: PagefindResult[]; filters: Counts; totalFilters: Counts }>;
}
interface PagefindResult {
  data(): Promise<{ url: string; excerpt: string; meta: SearchRecord['meta']; filters: Counted }>;
}
type Counts = Record<string, Record<string, number>>;
type Counted = Record<string, string[]>;

let loading: Promise<Pagefind> | undefined;

/** Loads Pagefind, once. Rejects where there is no index: in development, or offline. */
export function loadEngine(): Promise<Pagefind> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Pagefind> {
  const address = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/pagefind.js`;
  const pagefind: Pagefind = await import(/* @vite-ignore */ address);
  await pagefind.options({ excerptLength: 24 });
  // Counts come with results only once the facets' files are there.
  await pagefind.filters();
  return pagefind;
}

/** Searches sections. An empty text with facets lists what the facets leave. */
export async function search({ text, chosen }: Query, count: number): Promise<Findings> {
  const pagefind = await loadEngine();
  const filters: Record<string, { any: string[] }> = {};
  for (const facet of facets) {
    const values = chosen[facet] ?? [];
    if (values.length > 0) filters[facet] = { any: values };
  }
  const found = await pagefind.search(text.trim() === '' ? null : text, { filters });
  const more = (upTo: number) => Promise.all(found.results.slice(0, upTo).map(toHit));
  return {
    total: found.results.length,
    hits: await more(count),
    more,
    counts: Object.keys(filters).length === 0 ? found.filters : found.totalFilters,
  };
}

async function toHit(result: PagefindResult): Promise<Hit> {
  const { url, excerpt, meta, filters } = await result.data();
  return {
    url,
    title: meta.title,
    page: meta.page,
    problem: filters['problem']?.[0],
    excerpt: cutExcerpt(excerpt),
  };
}

/** Cuts Pagefind's excerpt at its `<mark>`s; everything else in it is text and stays text. */
export function cutExcerpt(excerpt: string): Hit['excerpt'] {
  return excerpt.split(/(<mark>[\s\S]*?<\/mark>)/).flatMap((piece) => {
    const marked = piece.startsWith('<mark>');
    const text = decode(marked ? piece.slice('<mark>'.length, -'</mark>'.length) : piece);
    return text === '' ? [] : [{ text, marked }];
  });
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', '#39': "'" };

function decode(text: string): string {
  return text.replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? '');
}
