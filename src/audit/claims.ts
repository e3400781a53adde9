import { evaluate, plainMode } from './evaluate.ts';
import {
  type Expression,
  factorsOf,
  firstOperand,
  isComputed,
  quantitiesOf,
} from './expression.ts';
import type { Mapped } from './mapped.ts';
import { isFunction, type Parsed, parseExpression } from './parseExpression.ts';
import type { Passage } from './passages.ts';
import { isLength } from './traits.ts';
import { type Token, tokenize } from './tokens.ts';
import { findRate, findUnit } from './units.ts';

/** Something that a text says a calculation comes to. */
export interface Claim {
  /** What is computed, in every way that it may begin; the longest first. */
  expressions: readonly Expression[];
  /** What is stated, in every way that it may end; the longest first. */
  stated: readonly Expression[];
  /** Where it stands, as offsets in the source. */
  start: number;
  end: number;
  statedStart: number;
  statedEnd: number;
  /** Words around it, in small letters, and the numbers among them. */
  words: string;
  numbers: readonly number[];
  /** The two sides stand apart, in cells or bullets: only equal dimensions are compared. */
  strict: boolean;
  /** Joined by an arrow, `~` or a verb, which may mean something else. */
  weak: boolean;
  /** Said to be about as much: `≈`, `~`. */
  about: boolean;
  /** The calculation stands in parentheses behind its result. */
  remark?: true;
}

const mostStarts = 24;
/** Tokens on either side of a relation that are looked at. */
const reach = 60;

/** The claims of one passage. */
export function claimsIn({ text, kind }: Pick<Passage, 'text' | 'kind'>): Claim[] {
  if (!/\d/.test(text.text)) return [];
  const tokens = tokenize(text.text);
  return [...claimsOf(tokens, text, kind === 'code')];
}

function* claimsOf(tokens: readonly Token[], text: Mapped, code: boolean): Generator<Claim> {
  let run: Token[] = [];
  for (const token of [...tokens, undefined]) {
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
      if (isArrow(relation) && computes.some(({ expression }) => isSum(expression))) continue;
      if (followsList(run, from, computes.at(0)?.start ?? 0)) continue;
      const about = isAbout(run, place);
      yield { ...makeClaim(text, run, computes, stated), weak: relation.weak, about };
      continue;
    }
    const opens = isOpening(run, first.start, from) || startsLine(run, first.start, text);
    const bare =
      from > 0 || run.slice(0, first.start).length <= 1 || startsLine(run, first.start, text);
    if (isComputed(whole.expression) && !isTwoSpans(whole.expression)) {
      // `10 TB = 5M × 2 MB`: the result comes first.
      if (relation.weak || !opens || !isResult(first.expression, whole.expression)) continue;
      // `(20 ms) = 16 × 20 ms` is a remark; `a 2 h outage of the API costs = …` names another thing.
      if (run[first.start]?.kind === 'group' || place - first.start > 6) continue;
      yield makeClaim(text, run, [whole], [first]);
    } else if (
      !relation.weak &&
      opens &&
      (bare || isRate(first.expression) || isTwoSpans(whole.expression)) &&
      !isGlued(run, place) &&
      // `$500/day → $200/day = $9,000/month saved`: what became what.
      !isArrow(run[from - 1]) &&
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

/** `≈ 2,600 mails/s (225M per day / 86,400)`: a result, and how it came about. */
function* claimsInRemarks(run: readonly Token[], text: Mapped): Generator<Claim> {
  for (const [index, group] of run.entries()) {
    if (group.kind !== 'group') continue;
    const start = startOfResult(run, index);
    if (start === undefined || group.tokens.some(({ kind }) => kind === 'relation')) continue;
    const result = parseExpression(run.slice(0, index), start);
    const remark = parseExpression(group.tokens, skipApproximations(group.tokens, 0));
    if (result?.next !== index || remark?.next !== group.tokens.length) continue;
    if (!isMeasured(result.expression) || !isProduct(remark.expression)) continue;
    const stated = { expression: result.expression, start, end: index };
    const computed = { expression: remark.expression, start: index, end: index + 1 };
    yield { ...makeClaim(text, run, [computed], [stated]), about: true, remark: true };
  }
}

/** Where the figure begins that stands before a remark, if nothing but words stands before it. */
function startOfResult(run: readonly Token[], remark: number): number | undefined {
  const low = Math.max(0, remark - 8);
  const from = run
    .slice(low, remark)
    .findIndex(({ kind }) => kind === 'number' || kind === 'money');
  if (from === -1) return undefined;
  const before = run.slice(Math.max(0, low + from - 12), low + from);
  return before.some(({ kind }) => kind === 'number' || kind === 'operator' || kind === 'group')
    ? undefined
    : low + from;
}

/** A rate, a size or a price. */
function isMeasured(expression: Expression): boolean {
  return expression.kind === 'quantity' && expression.units.length > 0;
}

function isProduct(expression: Expression): boolean {
  return isComputed(expression) && !isSum(expression) && factorsOf(expression).length > 1;
}

interface Read {
  expression: Expression;
  /** Indexes of tokens. */
  start: number;
  end: number;
}

/** A `~` between two figures is a weak `≈`; after a sign it only colours the figure. */
function markRelations(tokens: readonly Token[]): Token[] {
  return tokens.map((token, index): Token => {
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    if (token.kind !== 'approx' || token.end - token.start !== 1) return token;
    const ends = before?.kind === 'number' || before?.kind === 'word' || before?.kind === 'group';
    const begins = after?.kind === 'number' || after?.kind === 'money';
    const isBetween = ends && begins && !isLead(before, tokens, index);
    return isBetween
      ? { kind: 'relation', weak: true, text: '~', start: token.start, end: token.end }
      : token;
  });
}

/** Words without any figure before them: `Total ~ 5 GB`. */
function isLead(before: Token, tokens: readonly Token[], index: number): boolean {
  return before.kind === 'word' && !tokens.slice(0, index).some(({ kind }) => kind === 'number');
}

/** Every expression that ends right before a relation. */
function readLeft(run: readonly Token[], from: number, to: number): Read[] {
  const found: Read[] = [];
  const segment = run.slice(0, to);
  const start = Math.max(from, to - 60);
  for (let index = start; index < to && found.length < mostStarts; index += 1) {
    if (!mayStart(segment, index, from)) continue;
    const parsed = parseExpression(segment, index);
    if (parsed !== undefined && endsAt(segment, parsed)) {
      found.push({ expression: parsed.expression, start: index, end: to });
    }
  }
  return found;
}

function endsAt(segment: readonly Token[], { next }: Parsed): boolean {
  return next === segment.length;
}

/** Whether arithmetic can begin here: not in the middle of a product. */
function mayStart(run: readonly Token[], index: number, from: number): boolean {
  const token = run[index];
  const before = index > from ? run[index - 1] : undefined;
  const opens =
    token?.kind === 'number' ||
    token?.kind === 'money' ||
    token?.kind === 'group' ||
    (token?.kind === 'word' &&
      run[index + 1]?.kind === 'group' &&
      /^(?:ceil|floor|round|ceiling)$/i.test(token.text));
  if (!opens) return false;
  if (before?.kind === 'operator') {
    // `3 × 4 - 1 × 2`: a part of a difference.
    if (before.sign === '-') return before.spaced && run[index - 2]?.kind !== 'number';
    // `30x 100 GB`: the `x` may belong to the number before it.
    return before.sign === '*' && before.start === run[index - 2]?.end && before.end < token.start;
  }
  if (token.kind === 'group' && before?.end === token.start && before.kind !== 'relation')
    return false;
  if (namesPart(run, index, from)) return false;
  // `base (1 TB) + changes (10 GB × 60) = 1.6 TB`: the group is only the second part.
  const isPart = before?.kind === 'word' && run[index - 2]?.kind === 'operator';
  if (token.kind === 'group' && isPart && index - 2 > from) return false;
  if (before?.kind === 'word' && token.kind === 'group')
    return !/^(?:log2?|log10|ln|min|max|sqrt|ceil|floor|round|ceiling|sum|avg|mod)$/i.test(
      before.text,
    );
  return before?.kind !== 'money' && before?.kind !== 'per' && before?.kind !== 'other';
}

/** `reads 2 × 5 + deep dive 1 × 3 = 13`: the last part only, after its name. */
function namesPart(run: readonly Token[], index: number, from: number): boolean {
  let at = index - 1;
  while (at > from && index - at < 4 && run[at]?.kind === 'word') at -= 1;
  const sign = run[at];
  return at < index - 1 && at > from && sign?.kind === 'operator' && sign.sign === '+';
}

/** What stands right behind a relation: all of it, and its first figure alone. */
function readStated(run: readonly Token[], start: number, end: number): Read[] {
  const segment = run.slice(0, end);
  const parsed = parseExpression(segment, skipApproximations(segment, start));
  if (parsed === undefined) return [];
  const { next } = parsed;
  const expression = withoutPer(parsed.expression);
  if (isFunction(segment, next)) return [];
  const after = segment[next];
  // `20000 KB X M`: a product of units.
  if (after?.kind === 'word' && /^x$/i.test(after.text)) return [];
  if (after?.kind === 'operator' && !(after.sign === '-' && after.spaced) && after.sign !== '+')
    return [];
  if (after?.kind === 'other' && after.start === segment[next - 1]?.end) return [];
  const whole = { expression, start, end: next };
  if (expression !== parsed.expression) return [whole, { ...whole, expression: parsed.expression }];
  const first = firstOperand(expression);
  return first === expression ? [whole] : [whole, { expression: first, start, end: next }];
}

/** `600 MB per 10B elements` states 600 MB. */
function withoutPer(expression: Expression): Expression {
  const isRate = expression.kind === 'binary' && expression.per === true;
  if (!isRate || expression.right.kind !== 'quantity') return expression;
  return expression.right.units.length === 0 ? expression.left : expression;
}

/** Index of the first token from there on that is more than `~` or `about`. */
export function skipApproximations(tokens: readonly Token[], start: number): number {
  let index = start;
  while (tokens[index]?.kind === 'approx') index += 1;
  return index;
}

function isArrow(token: Token | undefined): boolean {
  return token?.kind === 'relation' && token.weak;
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

/** Whether an expression adds or takes away. */
export function isSum(expression: Expression): boolean {
  return expression.kind === 'binary' && (expression.sign === '+' || expression.sign === '-');
}

/** `month=01` in a path. */
function isGlued(run: readonly Token[], place: number): boolean {
  const [before, relation, after] = [run[place - 1], run[place], run[place + 1]];
  return before?.end === relation?.start && after?.start === relation?.end;
}

/** `le=0.5`, `batch=100`: a name is given a value. */
function isAssignment(run: readonly Token[], place: number): boolean {
  const [earlier, before] = [run[place - 2], run[place - 1]];
  if (!isGlued(run, place) || before?.kind !== 'word' || earlier?.end === before.start)
    return false;
  return findUnit(before.text) === undefined && findRate(before.text) === undefined;
}

/** `≈ 2 GB`, `= ~2 GB`. */
function isAbout(run: readonly Token[], place: number): boolean {
  const relation = run[place];
  return (
    run[place + 1]?.kind === 'approx' ||
    (relation?.kind === 'relation' && /[≈≅≃≒~]/.test(relation.text))
  );
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

/** Two figures of one kind that differ in their unit: `20B/month = 7.7M/day`, `1 GB = 1,000 MB`. */
function isConversion(left: Expression, right: Expression): boolean {
  if (isTwoSpans(right)) return isLength(left);
  if (left.kind !== 'quantity' || right.kind !== 'quantity') return false;
  if (left.units.length === 0 || right.units.length === 0) return false;
  const powers = ({ units }: typeof left) =>
    ['time', 'data', 'money'].map((dimension) =>
      units.reduce((sum, unit) => sum + (unit.dimension === dimension ? unit.power : 0), 0),
    );
  if (left.per !== right.per || !changesUnit(left, right)) return false;
  // `$2/hour each = $1,440/month`: of how many is left unsaid.
  if (left.noun === 'each') return false;
  if (powers(left).join() !== powers(right).join()) return false;
  // `5,000 person-hours = 3 months`: of some people at a time.
  const isWorked = ({ units }: Quantity) => units.some(({ worked }) => worked === true);
  if (isWorked(left) !== isWorked(right)) return false;
  const singular = (noun: string | undefined) => noun?.replace(/s$/, '').slice(0, 3);
  const [a, b] = [singular(left.noun), singular(right.noun)];
  return isRate(left)
    ? a === b || a === undefined || b === undefined
    : a === undefined && b === undefined;
}

/** Bytes or dollars that are said again in another unit, now with the day or month they are for. */
function isConversionOfTotal(left: Expression, right: Expression): boolean {
  if (!isRate(right) || isRate(left) || right.kind !== 'quantity') return false;
  return isConversion(left, withoutTime(right));
}

function withoutTime(expression: Expression): Expression {
  return expression.kind === 'quantity'
    ? { ...expression, units: expression.units.filter(({ dimension }) => dimension !== 'time') }
    : expression;
}

/** A quantity per something known: `3 TB/day`, `10 Gbps`. */
function isRate(expression: Expression): boolean {
  return expression.kind === 'quantity' && expression.units.some(({ power }) => power < 0);
}

/** `3 h 20 min` */
function isTwoSpans(expression: Expression): boolean {
  if (expression.kind !== 'binary' || expression.sign !== '+') return false;
  const { left, right } = expression;
  return isLength(right) && (isLength(left) || isTwoSpans(left));
}

/** Whether two figures of one kind are said in different units; `10 s = 60 s` converts nothing. */
function changesUnit(left: Quantity, right: Quantity): boolean {
  const sizes = ({ units }: Quantity) => units.map(({ size }) => size).join();
  return sizes(left) !== sizes(right);
}

type Quantity = Extract<Expression, { kind: 'quantity' }>;

function makeClaim(
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
  const used = new Set(
    [...expressions, ...stated]
      .flatMap(({ expression }) => quantitiesOf(expression))
      .map(({ number }) => number.start),
  );
  return {
    expressions: expressions.map(({ expression }) => expression),
    stated: stated.map(({ expression }) => expression),
    start: text.at[start] ?? 0,
    end: (text.at[end - 1] ?? 0) + 1,
    statedStart: text.at[b?.start ?? 0] ?? 0,
    statedEnd: (text.at[(b?.end ?? 1) - 1] ?? 0) + 1,
    words: text.text.slice(from, to).toLowerCase(),
    numbers: numbersOf(run).flatMap((token) =>
      used.has(token.start) || token.end < from || token.start > to
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
