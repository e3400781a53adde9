import type { ProblemEntry } from '../content.ts';
import { evaluateCondition } from '../quantities/condition.ts';
import { createUnits } from '../quantities/units.ts';
import type { Area, AreaOption } from '../schemas/framework.ts';
import type { Decision } from '../schemas/problem.ts';
import { withoutWorking } from '../library/fill.ts';
import { type Cut, cutByWeight } from './pages.ts';

/** The number at which a decision turns round, and how far it is from that. */
export interface Flip {
  /** `peak_write_rate > 20,000 write/s` */
  when: string;
  /** HTML: what one would do then. */
  to: string;
  /** Both sides at the model’s values: `84 k writes/s against 20 k writes/s`. */
  now: string;
}

/** A decision that brought or refused a component. */
export interface ComponentUse {
  problem: string;
  /** Address of the decision. */
  href: string;
  question: string;
  /** What was chosen, or the rivals that were not. */
  options: UsedOption[];
  flips: Flip[];
}

/** One answer to a decision's question, as HTML. */
export interface UsedOption {
  option: string;
  because: string;
}

/** Where one problem chose a component, and where it did not. */
export interface ComponentUses {
  chosen: ComponentUse[];
  rejected: ComponentUse[];
}

/** Decisions on one page, so that it stays small however often a component was weighed. */
const usesOnPage = 40;

/** Some of the problems that speak of a component. */
export type ComponentPage = Cut<ComponentUses>;

/** How often a component was chosen and rejected, and how many numbers would change that. */
export interface UseCount {
  chosen: number;
  rejected: number;
  flips: number;
}

/**
 * All pages of a component, in the order of the problems that speak of it, and what they count
 * together: once for all pages, since whoever counts reads every decision of every problem.
 */
export function pagesOfComponent(
  component: string,
  problems: readonly ProblemEntry[],
): { pages: ComponentPage[]; total: UseCount } {
  const uses = usesByProblem(component, problems);
  const weigh = ({ chosen, rejected }: ComponentUses) => chosen.length + rejected.length;
  return { pages: cutByWeight(uses, weigh, usesOnPage), total: countUses(uses) };
}

function countUses(uses: readonly ComponentUses[]): UseCount {
  const chosen = uses.flatMap((one) => one.chosen);
  const rejected = uses.flatMap((one) => one.rejected);
  const flips = new Set(
    [...chosen, ...rejected].flatMap((use) => use.flips.map(({ when }) => `${use.href} ${when}`)),
  );
  const options = (all: readonly ComponentUse[]) =>
    all.reduce((sum, use) => sum + use.options.length, 0);
  return { chosen: options(chosen), rejected: options(rejected), flips: flips.size };
}

function usesByProblem(component: string, problems: readonly ProblemEntry[]): ComponentUses[] {
  return problems
    .map((entry) => usesOf(component, entry))
    .filter(({ chosen, rejected }) => chosen.length + rejected.length > 0);
}

function usesOf(component: string, entry: ProblemEntry): ComponentUses {
  const uses: ComponentUses = { chosen: [], rejected: [] };
  for (const decision of entry.problem.decisions) {
    const { components, choice, because, rejected } = decision;
    if (components.includes(component)) {
      uses.chosen.push(useOf(entry, decision, [{ option: choice, because }]));
    }
    const rivals = rejected.filter((rival) => rival.components.includes(component));
    if (rivals.length > 0) uses.rejected.push(useOf(entry, decision, rivals));
  }
  return uses;
}

/** The figures keep their working for the decision's own place: here it would be most of the page. */
function useOf(
  entry: ProblemEntry,
  { id, question, flips }: Decision,
  options: readonly UsedOption[],
): ComponentUse {
  return {
    problem: entry.problem.title,
    href: `/designs/${entry.slug}/#decision-${id}`,
    question,
    options: options.map(({ option, because }) => ({
      option: withoutWorking(option),
      because: withoutWorking(because),
    })),
    flips: flips.map(({ when, to }) => ({
      when,
      to: withoutWorking(to),
      now: sidesNow(when, entry),
    })),
  };
}

/** What the sides of a condition are now. The library has checked that it can be computed. */
function sidesNow(when: string, { quantities, units }: ProblemEntry): string {
  const byId = new Map(quantities.map((quantity) => [quantity.id, quantity]));
  const result = evaluateCondition(when, byId, createUnits(units));
  return result.ok ? `${result.left.text} against ${result.right.text}` : '';
}

/** What the framework says of a component: the option that names it, and its area. */
export function adviceOn(
  component: string,
  areas: readonly Area[],
): { area: Area; option: AreaOption } | undefined {
  for (const area of areas) {
    const option = area.options.find(({ components }) => components.includes(component));
    if (option !== undefined) return { area, option };
  }
  return undefined;
}
