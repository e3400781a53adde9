import { type Engine, loadEngine } from './engine.ts';
import type { Chosen, Facet } from './facets.ts';
import { type Group, groupsOf, type Size } from './groups.ts';
import { rank, type Ranked } from './rank.ts';
import type { Counts } from './sections.ts';
import type { Scope } from './shelves/scope.ts';
import { type Correction, mend, nearWords, strangeTerms } from './strange.ts';
import { type Term, termsOf } from './terms.ts';

/** What is searched for. */
export interface Query {
  text: string;
  chosen: Chosen;
}

/** How many sections there are, and in how much of the library. */
export interface Extent {
  total: number;
  /** How many problems fit, and how many of them were looked at, if not everything was anyway. */
  problems?: Scope['problems'];
}

/** What a search gives. */
export interface Findings extends Extent {
  groups: Group[];
  counts: Counts;
  /** Words that nobody knows, and what was searched instead. */
  corrected: Correction[];
  /** Where nothing was found: what is near. */
  near: string[];
  /** Where nothing was found: how much there would be without facets. */
  withoutFacets?: Extent;
}

/**
 * A decision answers one question, and only that; so does an entry of the reference. Templates and
 * guide stand behind all that is about systems.
 */
const weights = { outside: 0.5, inputs: 0.7, reference: 1.6, decision: 1.8 };

/** Searches sections. An empty text lists what the facets leave. */
export async function search({ text, chosen }: Query, size: Size): Promise<Findings> {
  const engine = await loadEngine();
  const { sections } = engine;
  const find = async (terms: readonly Term[], narrowing = chosen): Promise<Found> => {
    const scope = await engine.open(terms, narrowing, size.problems);
    return { scope, ranked: await rankTerms(sections, scope, terms) };
  };
  const show = ({ scope, ranked }: Found) => {
    const wanted = ranked.filter(({ id }) => sections.isWanted(id, chosen));
    return groupsOf({ scope, sections }, wanted, size);
  };

  let terms = termsOf(text, engine);
  let found = await find(terms);
  let groups = await show(found);

  let corrected: Correction[] = [];
  const strange = await strangeTerms(engine, terms, found);
  const isMended = strange.length > 0;
  if (isMended) {
    ({ mended: terms, corrected } = await mend(engine, terms, strange));
    found = terms.length === 0 ? { ...found, ranked: [] } : await find(terms);
    groups = await show(found);
  }

  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const findings: Findings = {
    ...extentOf(found.scope, total),
    groups,
    corrected,
    counts: sections.count(idsOf(found), chosen),
    near: total === 0 ? await nearWords(engine, text) : [],
  };
  const isHopeless = isMended && terms.length === 0;
  if (total > 0 || isHopeless) return findings;
  const all = await find(terms, {});
  return { ...findings, withoutFacets: extentOf(all.scope, all.ranked.length) };
}

/** What terms find, best first, and among which sections. */
interface Found {
  scope: Scope;
  ranked: Ranked[];
}

function idsOf({ ranked }: Found): string[] {
  return ranked.map(({ id }) => id);
}

function extentOf({ problems }: Scope, total: number): Extent {
  return { total, ...(problems && { problems }) };
}

/** Everything that the terms find, best first; without terms, everything there is. */
async function rankTerms(
  sections: Engine['sections'],
  scope: Scope,
  terms: readonly Term[],
): Promise<Ranked[]> {
  if (terms.length === 0) {
    return (await scope.find('')).map(({ id }) => ({ id, score: 0, places: [] }));
  }
  const matches = await Promise.all(
    terms.map(async ({ alternatives }) => ({
      alternatives: await Promise.all(
        alternatives.map(async ({ text, weight }) => ({
          weight,
          matches: await scope.find(text),
        })),
      ),
    })),
  );
  return rank(matches, {
    count: scope.count,
    weigh: (id) => {
      const has = (facet: Facet) => sections.valueOf(id, facet) !== undefined;
      if (has('problem') && has('format')) return 1;
      if (has('problem')) {
        // Assumed figures are about capacity: they name everything and decide nothing.
        const isInputs = sections.valueOf(id, 'topic')?.id === 'capacity';
        return isInputs ? weights.inputs : weights.decision;
      }
      return has('topic') || has('component') ? weights.reference : weights.outside;
    },
  });
}
