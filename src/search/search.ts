import { loadEngine, type Engine } from './engine.ts';
import { excerptOf, pagefindWords, type Piece } from './excerpt.ts';
import type { Chosen, Facet } from './facets.ts';
import { rank, type Ranked } from './rank.ts';
import type { Counts } from './sections.ts';
import { type Term, termsOf } from './terms.ts';
import { isForm, nearest } from './typos.ts';
import { wordsOf } from './words.ts';

/** What is searched for. */
export interface Query {
  text: string;
  chosen: Chosen;
}

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

/** What a search gives. */
export interface Findings {
  total: number;
  groups: Group[];
  counts: Counts;
  /** A word that nobody knows, and the word that was searched instead. */
  corrected: { from: string; to: string }[];
  /** Where nothing was found: what is near. */
  near: string[];
  /** Where nothing was found: how much there would be without facets. */
  withoutFacets: number;
}

/** How many hits are shown. */
export interface Size {
  /** At first, of all problems together; each costs a small file. */
  first: number;
  /** Further ones by group, as they were asked for. */
  more: ReadonlyMap<string, number>;
}

/** No group shows more than these at first, so that the others are seen. */
const mostOfGroup = 4;

/**
 * A decision answers one question, and only that; so does an entry of the reference. Templates and
 * guide stand behind all that is about systems.
 */
const weights = { outside: 0.5, reference: 1.6, decision: 1.8 };

/** Searches sections. An empty text lists what the facets leave. */
export async function search({ text, chosen }: Query, size: Size): Promise<Findings> {
  const engine = await loadEngine();
  const terms = termsOf(text, engine);
  let ranked = await rankTerms(engine, terms);
  let groups = await groupsOf(engine, wanted(engine, ranked, chosen), size);

  const corrected: Findings['corrected'] = [];
  const strange = await strangeTerms(engine, terms, ranked);
  if (strange.length > 0) {
    for (const term of strange) {
      const [to] = nearest(term.text, engine.words);
      if (to !== undefined) corrected.push({ from: term.text, to });
    }
    const mended = terms.flatMap((term) => {
      if (!strange.includes(term)) return [term];
      const to = corrected.find(({ from }) => from === term.text)?.to;
      return to === undefined ? [] : termsOf(to, engine);
    });
    ranked = mended.length === 0 ? [] : await rankTerms(engine, mended);
    groups = await groupsOf(engine, wanted(engine, ranked, chosen), size);
  }

  const ids = ranked.map(({ id }) => id);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  return {
    total,
    groups,
    counts: engine.sections.count(ids, chosen),
    corrected,
    near: total === 0 ? nearWords(engine, text) : [],
    withoutFacets: total === 0 ? ids.length : 0,
  };
}

/** Everything that the terms find, best first; without terms, everything there is. */
async function rankTerms(engine: Engine, terms: readonly Term[]): Promise<Ranked[]> {
  if (terms.length === 0) {
    return (await engine.find('')).map(({ id }) => ({ id, score: 0, places: [] }));
  }
  const matches = await Promise.all(
    terms.map(async ({ alternatives }) => ({
      alternatives: await Promise.all(
        alternatives.map(async ({ text, weight }) => ({
          weight,
          matches: await engine.find(text),
        })),
      ),
    })),
  );
  const { sections } = engine;
  return rank(matches, {
    count: sections.ids.length,
    weigh: (id) => {
      const has = (facet: Facet) => sections.valueOf(id, facet) !== undefined;
      if (has('problem')) return has('format') ? 1 : weights.decision;
      return has('topic') || has('component') ? weights.reference : weights.outside;
    },
  });
}

function wanted({ sections }: Engine, ranked: readonly Ranked[], chosen: Chosen): Ranked[] {
  return ranked.filter(({ id }) => sections.isWanted(id, chosen));
}

/** Groups sections by problem; the problem of the best one comes first. */
async function groupsOf(engine: Engine, ranked: readonly Ranked[], size: Size): Promise<Group[]> {
  const best = new Set(ranked.slice(0, size.first));
  const byProblem = Map.groupBy(ranked, ({ id }) => engine.sections.valueOf(id, 'problem'));
  return Promise.all(
    [...byProblem].map(async ([problem, own]) => {
      const id = problem?.id ?? '';
      const first = Math.min(own.filter((one) => best.has(one)).length, mostOfGroup);
      return {
        id,
        title: problem?.title ?? 'Reference, templates and guide',
        total: own.length,
        hits: await hitsOf(engine, own.slice(0, first + (size.more.get(id) ?? 0))),
      };
    }),
  );
}

async function hitsOf(engine: Engine, ranked: readonly Ranked[]): Promise<Hit[]> {
  const hits = await Promise.all(ranked.map((one) => toHit(engine, one)));
  return hits.flatMap((hit) => hit ?? []);
}

async function toHit(engine: Engine, { id, places }: Ranked): Promise<Hit | undefined> {
  const fragment = await engine.read(id);
  if (fragment === undefined) return undefined;
  const { url, meta, raw_content } = fragment;
  const words = pagefindWords(raw_content);
  const from = meta.title.split(/\s+/).length;
  const found = places.flat().map((place) => words[place] ?? '');
  return {
    url,
    title: meta.title,
    page: pageWithinProblem(meta.page, engine.sections.valueOf(id, 'problem')?.title),
    excerpt: excerptOf(words, places, { from }),
    words: [...new Set(found.flatMap(wordsOf))],
  };
}

/** “Chat: Spoken answer” stands below “Chat” already. */
function pageWithinProblem(page: string, problem = ''): string {
  const rest = page.startsWith(problem) ? page.slice(problem.length).replace(/^[:,\s]+/, '') : page;
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}

/**
 * Terms that Pagefind only seems to have found: where no word begins like the one that was typed, it
 * takes ever shorter beginnings of it, down to a letter.
 */
async function strangeTerms(
  engine: Engine,
  terms: readonly Term[],
  ranked: readonly Ranked[],
): Promise<Term[]> {
  const checked = terms.map(async (term, index) => {
    if (engine.words.some((word) => word.startsWith(term.text))) return [];
    if (term.alternatives.length > 1 || !/^\p{L}+$/u.test(term.text)) return [];
    const [first, ...others] = ranked.filter(({ places }) => (places[index] ?? []).length > 0);
    for (const { id, places } of first === undefined ? [] : [first, ...others.slice(0, 2)]) {
      const fragment = await engine.read(id);
      const words = pagefindWords(fragment?.raw_content ?? '');
      const found = (places[index] ?? []).flatMap((place) => wordsOf(words[place] ?? ''));
      if (found.some((word) => isForm(term.text, word))) return [];
    }
    return [term];
  });
  return (await Promise.all(checked)).flat();
}

/** Known words near to what was typed. */
function nearWords({ words }: Engine, text: string): string[] {
  const typed = wordsOf(text).filter((word) => word.length > 2);
  const near = typed.flatMap((word) => [
    ...nearest(word, words, 3),
    ...words.filter((known) => known.startsWith(word.slice(0, 3))).slice(0, 3),
  ]);
  return [...new Set(near)].slice(0, 5);
}
