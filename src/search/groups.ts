import { excerptOf, pagefindWords, type Piece } from './excerpt.ts';
import type { Ranked } from './rank.ts';
import type { Sections } from './sections.ts';
import type { Scope } from './shelves/scope.ts';
import { wordsOf } from './words.ts';

/** A section that was found. */
export interface Hit {
  url: string;
  title: string;
  page: string;
  excerpt: Piece[];
  /** The words that were found in it, to be highlighted where it stands. */
  words: string[];
}

/** The sections of one problem that were found; or those of no problem. */
export interface Group {
  /** The problem's title, and its id; empty for reference, templates and guide. */
  title: string;
  id: string;
  total: number;
  /** The best of them. */
  hits: Hit[];
}

/** How many hits are shown. */
export interface Size {
  /** At first, of all problems together; each costs a small file. */
  first: number;
  /** Further ones by group, as they were asked for. */
  more: ReadonlyMap<string, number>;
  /** How many problems are looked at, where there are very many. */
  problems: number;
}

/** No group shows more than these at first, so that the others are seen. */
const mostOfGroup = 4;

/** Where sections are read, and what is known of them. */
interface Source {
  scope: Scope;
  sections: Sections;
}

/**
 * Groups sections by problem; the problem of the best one comes first. Problems that were asked for
 * later come after the others, so that nothing moves away from under one's eyes.
 */
export async function groupsOf(
  source: Source,
  ranked: readonly Ranked[],
  size: Size,
): Promise<Group[]> {
  const turns = Map.groupBy(ranked, ({ id }) => source.scope.turnOf(id));
  const inTurn = [...turns].sort(([a], [b]) => a - b).map(([, own]) => own);
  const best = new Set(inTurn.flatMap((own) => own.slice(0, size.first)));
  const byProblem = Map.groupBy(inTurn.flat(), ({ id }) => source.sections.valueOf(id, 'problem'));
  return Promise.all(
    [...byProblem].map(async ([problem, own]) => {
      const id = problem?.id ?? '';
      const first = Math.min(own.filter((one) => best.has(one)).length, mostOfGroup);
      return {
        id,
        title: problem?.title ?? 'Reference, templates and guide',
        total: own.length,
        hits: await hitsOf(source, own.slice(0, first + (size.more.get(id) ?? 0))),
      };
    }),
  );
}

async function hitsOf(source: Source, ranked: readonly Ranked[]): Promise<Hit[]> {
  const hits = await Promise.all(ranked.map((one) => toHit(source, one)));
  return hits.flatMap((hit) => hit ?? []);
}

async function toHit(
  { scope, sections }: Source,
  { id, places }: Ranked,
): Promise<Hit | undefined> {
  const fragment = await scope.read(id);
  if (fragment === undefined) return undefined;
  const { url, meta, raw_content } = fragment;
  const words = pagefindWords(raw_content);
  const from = meta.title.split(/\s+/).length;
  const found = places.flat().map((place) => words[place] ?? '');
  return {
    url,
    title: meta.title,
    page: pageWithinProblem(meta.page, sections.valueOf(id, 'problem')?.title),
    excerpt: excerptOf(words, places, { from }),
    words: [...new Set(found.flatMap(wordsOf))],
  };
}

/** “Chat: Spoken answer” stands below “Chat” already. */
function pageWithinProblem(page: string, problem = ''): string {
  const rest = page.startsWith(problem) ? page.slice(problem.length).replace(/^[:,\s]+/, '') : page;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
