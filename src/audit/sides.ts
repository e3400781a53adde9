import type { Read } from './claim.ts';
import { type Expression, firstOperand } from './expression.ts';
import { type Parsed, parseExpression } from './parseExpression.ts';
import { isFunction } from './tail.ts';
import type { Token } from './tokens.ts';

const mostStarts = 24;

/** Every expression that ends right before a relation. */
export function readLeft(run: readonly Token[], from: number, to: number): Read[] {
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
export function readStated(run: readonly Token[], start: number, end: number): Read[] {
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
