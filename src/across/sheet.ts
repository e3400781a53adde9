import type { ProblemEntry } from '../content.ts';
import { evaluateCondition } from '../quantities/condition.ts';
import type { Quantity } from '../quantities/quantity.ts';
import { createUnits } from '../quantities/units.ts';
import { withoutWorking } from '../library/fill.ts';
import type { Question } from '../library/questions.ts';
import type { Failure } from '../schemas/problem.ts';

/** A tipping point in words. */
export interface SheetFlip {
  /** `peak lookups > 50 M lookups/s` */
  when: string;
  /** What the left side is at the model's values: `9.83 M lookups/s`. */
  now: string;
  /** HTML: what one would do then, in one clause. */
  to: string;
}

/** A decision in as many words as fit on a sheet. */
export interface SheetDecision {
  question: string;
  /** HTML: the choice's first clause. */
  choice: string;
  /** HTML of each option that was not taken. */
  rivals: string[];
  flips: SheetFlip[];
}

/** A key figure, at the end of its working. */
export interface SheetFigure extends Pick<Quantity, 'id' | 'label' | 'value' | 'text'> {
  /** `231 k messages/s × 3 ≈` */
  way: string;
}

/** What of a problem one reads in the last ten minutes: one printed page. */
export interface Sheet {
  slug: string;
  title: string;
  summary: string;
  hardParts: string[];
  figures: SheetFigure[];
  decisions: SheetDecision[];
  failures: Failure[];
  questions: Question[];
  /** Whether its lines must stand close to end on one page. */
  isLong: boolean;
}

/** Characters that one page holds with usual lines; with close ones it holds a tenth more. */
const usualLength = 8200;

/** Makes a problem's sheet of its facts. Texts are HTML, its figures without their working. */
export function sheetOf({ slug, problem, hardest, quantities, units }: ProblemEntry): Sheet {
  const byId = new Map(quantities.map((quantity) => [quantity.id, quantity]));
  const known = createUnits(units);
  const sheet = {
    slug,
    title: problem.title,
    summary: problem.summary,
    hardParts: problem.hardParts.map(({ title }) => title),
    figures: problem.keyFigures.flatMap((id) => {
      const quantity = byId.get(id);
      return quantity === undefined ? [] : [figureOf(quantity)];
    }),
    decisions: problem.decisions.map(({ question, choice, rejected, flips }) => ({
      question,
      choice: firstClause(withoutWorking(choice)),
      rivals: rejected.map(({ option }) => withoutWorking(option)),
      flips: flips.map(({ when, to }) => {
        const result = evaluateCondition(when, byId, known);
        const said = result.ok ? sayCondition(when, byId, result) : { when, now: '' };
        return { ...said, to: firstClause(withoutWorking(to)) };
      }),
    })),
    failures: problem.failures.map(({ what, effect, answer }) => ({
      what: withoutWorking(what),
      effect: withoutWorking(effect),
      answer: withoutWorking(answer),
    })),
    questions: hardest.map(({ question, answer }) => ({
      question,
      answer: withoutWorking(answer),
    })),
  };
  return { ...sheet, isLong: lengthOf(sheet) > usualLength };
}

/** Characters that a reader sees in a value's texts. */
function lengthOf(value: unknown): number {
  if (typeof value === 'string') return value.replace(/<[^>]*>/g, '').length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce<number>((sum, one) => sum + lengthOf(one), 0);
}

function figureOf(quantity: Quantity): SheetFigure {
  const { id, label, value, text } = quantity;
  const way = quantity.kind === 'input' ? 'assumed:' : wayTo(text, quantity.working);
  return { id, label, value, text, way };
}

/** A working without its result, which stands behind it. */
function wayTo(text: string, working: string): string {
  return working.endsWith(text) ? working.slice(0, -text.length).trimEnd() : `${working}, that is`;
}

/** A condition with the labels of its figures, and its right side as it is said. */
function sayCondition(
  when: string,
  quantities: ReadonlyMap<string, Quantity>,
  {
    comparison,
    left,
    right,
    uses,
  }: { comparison: string; left: Side; right: Side; uses: string[] },
): { when: string; now: string } {
  const say = (formula: string) =>
    formula
      .trim()
      .replace(/[a-z][a-z0-9_]*/g, (id) =>
        uses.includes(id) ? (quantities.get(id)?.label ?? id) : id,
      )
      .replaceAll('*', '×');
  const [a = '', b = ''] = when.split(comparison);
  const isBound = !uses.some((id) => new RegExp(`\\b${id}\\b`).test(b));
  const bound = isBound ? right.text : `${say(b)} (${right.text})`;
  const sign = { '>=': '≥', '<=': '≤' }[comparison] ?? comparison;
  return { when: `${say(a)} ${sign} ${bound}`, now: left.text };
}

interface Side {
  text: string;
}

/** A clause shorter than this, in characters, takes the next one with it. */
const shortClause = 12;

/** HTML up to the end of its first sentence, or to a semicolon; no element is cut. */
export function firstClause(html: string): string {
  for (const { index } of html.matchAll(/[.;](?= )/g)) {
    const start = html.slice(0, index);
    const opened = start.match(/<[a-z][^>]*>/g)?.length ?? 0;
    const closed = start.match(/<\/[a-z]+>/g)?.length ?? 0;
    const isInTag = start.lastIndexOf('<') > start.lastIndexOf('>');
    const isLong = start.replace(/<[^>]*>/g, '').length >= shortClause;
    if (opened === closed && !isInTag && isLong) return `${start}.`;
  }
  return html;
}
