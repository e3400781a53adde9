import { type Expression, quantitiesOf } from './expression.ts';
import type { Context } from './judgement.ts';
import type { Mapped } from './mapped.ts';
import type { Token } from './tokens.ts';

/** Something that a text says a calculation comes to. */
export interface Claim extends Context {
  /** What is computed, in every way that it may begin; the longest first. */
  expressions: readonly Expression[];
  /** What is stated, in every way that it may end; the longest first. */
  stated: readonly Expression[];
  /** Where it stands, as offsets in the source. */
  start: number;
  end: number;
  statedStart: number;
  statedEnd: number;
}

export interface Read {
  expression: Expression;
  /** Indexes of tokens. */
  start: number;
  end: number;
}

export function makeClaim(
  text: Mapped,
  run: readonly Token[],
  expressions: readonly Read[],
  stated: readonly Read[],
): Claim {
  const [left] = expressions;
  const [right] = stated;
  const spans = [left, right].map((read) => spanOf(run, read));
  const [a, b] = spans;
  const start = Math.min(a?.start ?? 0, b?.start ?? 0);
  const end = Math.max(a?.end ?? 0, b?.end ?? 0);
  // What may excuse a difference stands on the lines of the claim.
  const from = Math.max(text.text.lastIndexOf('\n', start) + 1, start - 300);
  const newline = text.text.indexOf('\n', end);
  const to = Math.min(newline === -1 ? text.text.length : newline, end + 300);
  const own = [...expressions, ...stated]
    .flatMap(({ expression }) => quantitiesOf(expression))
    .map(({ number }) => number);
  // What is said again, or was said before, is no other number.
  const isOwn = (token: { start: number; value: number }) =>
    own.some(({ start: at, value }) => at === token.start || value === token.value);
  return {
    expressions: expressions.map(({ expression }) => expression),
    stated: stated.map(({ expression }) => expression),
    start: text.at[start] ?? 0,
    end: (text.at[end - 1] ?? 0) + 1,
    statedStart: text.at[b?.start ?? 0] ?? 0,
    statedEnd: (text.at[(b?.end ?? 1) - 1] ?? 0) + 1,
    words: text.text.slice(from, to).toLowerCase(),
    numbers: numbersOf(run).flatMap((token) =>
      isOwn(token) || token.end < from || token.start > to
        ? []
        : [token.percent ? token.value / 100 : token.value],
    ),
    strict: false,
    weak: false,
    about: false,
  };
}

function spanOf(run: readonly Token[], read: Read | undefined): { start: number; end: number } {
  const start = run[read?.start ?? 0]?.start ?? 0;
  return { start, end: run[(read?.end ?? 1) - 1]?.end ?? start };
}

/** The numbers among some tokens, those in parentheses too. */
export function numbersOf(tokens: readonly Token[]): Extract<Token, { kind: 'number' }>[] {
  return tokens.flatMap((token) =>
    token.kind === 'number' ? [token] : token.kind === 'group' ? numbersOf(token.tokens) : [],
  );
}
