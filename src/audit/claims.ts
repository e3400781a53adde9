import { type Claim, makeClaim, numbersOf } from './claim.ts';
import { evaluate, plainMode } from './evaluate.ts';
import { type Expression, firstOperand, isComputed, quantitiesOf } from './expression.ts';
import type { Mapped } from './mapped.ts';
import { mentionsBefore, mentionsIn } from './mentions.ts';
import type { Passage } from './passages.ts';
import { noted } from './plain.ts';
import { goesOn, isAbout, isArrow, isAssignment, isGlued, markRelations } from './relations.ts';
import { claimsInRemarks } from './remarks.ts';
import {
  isConversion,
  isConversionOfTotal,
  isPerUnit,
  isTwoSpans,
  withoutTime,
} from './restated.ts';
import { readLeft, readStated } from './sides.ts';
import { type Token, tokenize } from './tokens.ts';
import { addsShare, isSum } from './traits.ts';

/** Tokens on either side of a relation that are looked at. */
const reach = 60;

/** The claims of one passage. */
export function claimsIn({ text, kind }: Pick<Passage, 'text' | 'kind'>): Claim[] {
  if (!/\d/.test(text.text)) return [];
  const tokens = tokenize(text.text);
  const claims = [...claimsOf(tokens, text, kind === 'code')];
  if (claims.length === 0) return claims;
  const mentions = mentionsIn(tokens);
  const all = numbersOf(tokens);
  return claims.map((claim) => {
    const from = Math.min(...claim.expressions.flatMap(quantitiesOf).map(({ start }) => start));
    const numbers = [...claim.numbers, ...numbersBefore(claim, all, from, text.text)];
    return { ...claim, numbers, mentions: mentionsBefore(mentions, from, text.text) };
  });
}

/** Other numbers that stand before a claim on its line, in other sentences. */
function numbersBefore(
  { expressions, stated, numbers }: Claim,
  all: ReturnType<typeof numbersOf>,
  offset: number,
  text: string,
): number[] {
  const own = [...expressions, ...stated].flatMap(quantitiesOf).map(({ number }) => number.value);
  const from = Math.max(text.lastIndexOf('\n', offset) + 1, offset - 300);
  return all
    .filter(({ start, end }) => start >= from && end <= offset)
    .map(({ value, percent }) => (percent ? value / 100 : value))
    .filter((value) => !own.includes(value) && !numbers.includes(value));
}

function* claimsOf(tokens: readonly Token[], text: Mapped, code: boolean): Generator<Claim> {
  let run: Token[] = [];
  for (const [index, token] of [...tokens, undefined].entries()) {
    // `180 GB a day; × 365 = 66 TB`: the calculation goes on.
    if (token !== undefined && goesOn(tokens, index, text.text)) continue;
    if (token?.kind === 'group') yield* claimsOf(token.tokens, text, code);
    if (token !== undefined && token.kind !== 'break') {
      run.push(token);
      continue;
    }
    if (run.length > 1) {
      yield* claimsOfRun(run, text);
      yield* claimsInRemarks(run, text);
    }
    run = [];
  }
}

function* claimsOfRun(tokens: readonly Token[], text: Mapped): Generator<Claim> {
  const all = markRelations(tokens);
  const relations = all.flatMap(({ kind }, index) => (kind === 'relation' ? [index] : []));
  for (const [order, relationAt] of relations.entries()) {
    // A window keeps a passage of a thousand equalities linear.
    const before = (relations[order - 1] ?? -1) + 1;
    const low = Math.max(0, Math.min(before - 1, relationAt - reach), relationAt - 2 * reach);
    const high = Math.min(all.length, relations[order + 1] ?? all.length, relationAt + reach);
    const run = all.slice(low, Math.min(all.length, high + reach));
    const place = relationAt - low;
    const from = Math.max(0, before - low);
    const relation = run[place];
    if (relation?.kind !== 'relation' || isAssignment(run, place)) continue;
    const stated = readStated(run, place + 1, high - low);
    if (stated.length === 0) continue;
    const left = readLeft(run, from, place);
    const [first] = left;
    const [whole] = stated;
    if (first === undefined || whole === undefined) continue;
    const computes = left.filter(({ expression }) => isComputed(expression));
    if (computes.length > 0) {
      if (relation.weak && isComputed(whole.expression)) continue;
      // `$16,000 + 40 % → $5,000`: what became what.
      const isChange = isArrow(relation) && computes.some(({ expression }) => isSum(expression));
      if (isChange && !computes.every(({ expression }) => addsShare(expression))) continue;
      if (followsList(run, from, computes.at(0)?.start ?? 0)) continue;
      const about = isAbout(run, place);
      const doubtful = (isChange || relation.text === noted || /^is$/i.test(relation.text)) && {
        doubtful: true as const,
      };
      yield { ...makeClaim(text, run, computes, stated), weak: relation.weak, about, ...doubtful };
      continue;
    }
    const concludes = isConclusion(run, first.start);
    const opens =
      concludes || isOpening(run, first.start, from) || startsLine(run, first.start, text);
    const bare =
      concludes ||
      from > 0 ||
      run.slice(0, first.start).length <= 1 ||
      startsLine(run, first.start, text);
    if (isComputed(whole.expression) && !isTwoSpans(whole.expression)) {
      // `10 TB = 5M × 2 MB`: the result comes first.
      if (relation.weak || !opens || !isResult(first.expression, whole.expression)) continue;
      // `(20 ms) = 16 × 20 ms` is a remark; `a 2 h outage of the API costs = …` names another thing.
      if (run[first.start]?.kind === 'group' || place - first.start > 6) continue;
      yield makeClaim(text, run, [whole], [first]);
    } else if (
      (!relation.weak || isAboutAsMuch(relation, first.expression, whole.expression)) &&
      opens &&
      (bare || isPerUnit(first.expression) || isTwoSpans(whole.expression)) &&
      !isGlued(run, place) &&
      // `$500/day → $200/day = $9,000/month saved`: what became what.
      !isChangeSign(run[from - 1]) &&
      isConversion(first.expression, whole.expression)
    ) {
      yield { ...makeClaim(text, run, [first], stated), about: isAbout(run, place) };
    } else if (
      from > 0 &&
      !relation.weak &&
      isConversionOfTotal(first.expression, whole.expression)
    ) {
      // `… = 200,000,000,000 bytes = 200 GB per day`: the day belongs to the whole chain.
      const total = { ...whole, expression: withoutTime(whole.expression) };
      yield { ...makeClaim(text, run, [first], [total]), about: isAbout(run, place) };
    }
  }
}

/** Whether nothing but words stands before a figure in its sentence. */
function isOpening(run: readonly Token[], index: number, from: number): boolean {
  const before = run[index - 1];
  if (before?.kind === 'relation') return before.text !== '~';
  if (index === 0) return true;
  if (from > 0) return false;
  return !run
    .slice(0, index)
    .some(
      ({ kind }) =>
        kind === 'number' || kind === 'group' || kind === 'operator' || kind === 'other',
    );
}

/** `→`, `=>` */
function isChangeSign(token: Token | undefined): boolean {
  return token?.kind === 'relation' && token.weak && !/^(?:~|\p{L})/u.test(token.text);
}

/** `400 req/s ~ 35M req/day`: a `~` between two rates of one thing. */
function isAboutAsMuch(
  { text }: Extract<Token, { kind: 'relation' }>,
  left: Expression,
  right: Expression,
): boolean {
  if (text !== '~' || left.kind !== 'quantity' || right.kind !== 'quantity') return false;
  return left.noun !== undefined && left.noun === right.noun && isPerUnit(left);
}

/** `…, so 50M/day ≈ 580/s` */
function isConclusion(run: readonly Token[], index: number): boolean {
  const before = run[index - 1];
  return before?.kind === 'word' && /^(?:so|thus|hence|therefore|then)$/i.test(before.text);
}

/**
 * Whether the first of two sides is the result of the second. `7 characters = 62^7` and
 * `4 people = 3 guests + 1 host` say what a thing is made of.
 */
function isResult(result: Expression, computed: Expression): boolean {
  if (result.kind !== 'quantity' || isSum(computed) || result.number.percent) return false;
  const [a, b] = [evaluate(result, plainMode), evaluate(computed, plainMode)];
  if (a === undefined || b === undefined || a.data !== b.data || a.money !== b.money) return false;
  if (a.data === 0 && a.money === 0 && a.time === 0) return false;
  if (a.data === 0 && a.money === 0 && a.time !== b.time) return false;
  const first = evaluate(firstOperand(computed), plainMode);
  // `15 PB = 15,000,000 GB × $0.02/GB = …`: said in another unit, then gone on with.
  if (first !== undefined && first.data === a.data && Math.abs(first.value / a.value - 1) < 0.05)
    return false;
  return first === undefined || a.time === 0 || first.time !== a.time;
}

/** Whether a figure is the first thing on its line. */
function startsLine(run: readonly Token[], index: number, { text }: Mapped): boolean {
  return /(?:^|\n)\s*$/.test(
    text.slice(Math.max(0, (run[index]?.start ?? 0) - 40), run[index]?.start),
  );
}

/** `5 TB and 3 × 1 TB`, `10 reads, 3 × 5`: what is computed may have begun before the words. */
function followsList(run: readonly Token[], from: number, index: number): boolean {
  const isNamed = run[index]?.kind === 'group' && run[index - 1]?.kind === 'word';
  // `A (4096 × 16) and B (16 × 4096) = 131K`
  const before = run[isNamed ? index - 2 : index - 1];
  if (before?.kind !== 'word' || !/^(?:and|with|to|from|by)$/i.test(before.text)) return false;
  if (isNamed) return run.slice(from, index - 1).some(({ kind }) => kind === 'group');
  // `2 × 3 = 6, and 2 × 4 = 8`: what stands before is a result.
  if (from > 0 && run[index - 2]?.kind === 'comma') return false;
  return run.slice(from, index - 1).some(({ kind }) => kind === 'number');
}
