import { type Expression, isBare, type NumberToken } from './expression.ts';
import { intervalClause, multiplies } from './joints.ts';
import { functions, isFunction, readTail, stops, withUnits } from './tail.ts';
import type { Token } from './tokens.ts';
import { findUnit, money, type UnitAtom } from './units.ts';

export interface Parsed {
  expression: Expression;
  /** Index of the first token that was not read. */
  next: number;
}

/** Reads the arithmetic that starts at a token, as far as it goes. */
export function parseExpression(tokens: readonly Token[], start: number): Parsed | undefined {
  return sum(tokens, start, 0);
}

function sum(tokens: readonly Token[], start: number, depth: number): Parsed | undefined {
  let left = product(tokens, start, depth);
  while (left !== undefined) {
    const token = tokens[left.next];
    if (token?.kind !== 'operator' || (token.sign !== '+' && token.sign !== '-')) return left;
    const right = product(tokens, left.next + 1, depth);
    if (right === undefined) return token.sign === '-' && token.spaced ? left : undefined;
    left = {
      expression: {
        kind: 'binary',
        sign: token.sign,
        left: left.expression,
        right: right.expression,
      },
      next: right.next,
    };
  }
  return undefined;
}

function product(tokens: readonly Token[], start: number, depth: number): Parsed | undefined {
  let left = power(tokens, start, depth, false);
  while (left !== undefined) {
    const token = tokens[left.next];
    const clause = intervalClause(tokens, left.next);
    const sign =
      clause === undefined ? multiplies(token, left.expression, tokens[left.next + 1]) : '*';
    if (sign === undefined) return left;
    const after = clause ?? left.next + 1;
    const every = tokens[after]?.kind === 'per' && sign === '*';
    const right = power(tokens, every ? after + 1 : after, depth, true);
    // `20 % of traffic` is a share of something unsaid.
    if (right === undefined) return token?.kind === 'word' ? left : undefined;
    left = {
      expression: {
        kind: 'binary',
        sign: every ? '/' : sign,
        left: left.expression,
        right: right.expression,
        per: token?.kind === 'per',
      },
      next: right.next,
    };
  }
  return undefined;
}

function power(
  tokens: readonly Token[],
  start: number,
  depth: number,
  inside: boolean,
): Parsed | undefined {
  const base = operand(tokens, start, depth, inside);
  const caret = base === undefined ? undefined : tokens[base.next];
  if (base === undefined || caret?.kind !== 'operator') return base;
  if (caret.sign === '*' && isBare(base.expression)) return timesTen(tokens, base) ?? base;
  if (caret.sign !== '^') return base;
  // `10,000 px^2`: the unit is raised, not the number.
  if (tokens[base.next - 1]?.kind === 'word') return { ...base, next: base.next + 2 };
  const minus = tokens[base.next + 1];
  const negative = minus?.kind === 'operator' && minus.sign === '-';
  const exponent = tokens[base.next + (negative ? 2 : 1)];
  if (exponent?.kind !== 'number' || exponent.percent) return undefined;
  const value = negative ? -exponent.value : exponent.value;
  const number: NumberToken = {
    kind: 'number',
    value,
    percent: false,
    start: exponent.start,
    end: exponent.end,
  };
  const tail = readTail(tokens, base.next + (negative ? 3 : 2), exponent);
  const raised: Expression = {
    kind: 'binary',
    sign: '^',
    left: base.expression,
    right: {
      kind: 'quantity',
      number,
      units: [],
      noun: undefined,
      per: undefined,
      start: exponent.start,
      end: exponent.end,
    },
  };
  return { expression: withUnits(raised, tail, exponent.start), next: tail.next };
}

/** `1.46 × 10^48` binds closer than the division before it. */
function timesTen(tokens: readonly Token[], base: Parsed): Parsed | undefined {
  const [ten, caret] = [tokens[base.next + 1], tokens[base.next + 2]];
  if (
    ten?.kind !== 'number' ||
    ten.value !== 10 ||
    caret?.kind !== 'operator' ||
    caret.sign !== '^'
  )
    return undefined;
  const right = power(tokens, base.next + 1, 0, false);
  if (right === undefined) return undefined;
  const expression: Expression = {
    kind: 'binary',
    sign: '*',
    left: base.expression,
    right: right.expression,
  };
  return { expression, next: right.next };
}

function operand(
  tokens: readonly Token[],
  start: number,
  depth: number,
  inside: boolean,
): Parsed | undefined {
  let index = start;
  let token = tokens[index];
  if (
    token?.kind === 'word' &&
    functions.has(token.text.toLowerCase()) &&
    tokens[index + 1]?.kind === 'group'
  ) {
    const group = tokens[index + 1];
    const read = group?.kind === 'group' ? readGroup(group.tokens, depth) : undefined;
    if (read === undefined) return undefined;
    const tail = readTail(tokens, index + 2, undefined);
    const call: Expression = { kind: 'call', name: token.text.toLowerCase(), inside: read };
    return { expression: call, next: tail.next };
  }
  // After an operator, words may stand before the figure: `× replication factor 3`.
  for (let skipped = 0; inside && skipped < 3 && token?.kind === 'word'; skipped += 1) {
    if (/\d/.test(token.text) || stops.has(token.text.toLowerCase())) return undefined;
    if (/^(?:log|ln|lg|sqrt)/i.test(token.text) || isFunction(tokens, index + 1)) return undefined;
    index += 1;
    token = tokens[index];
  }
  while (token?.kind === 'approx') {
    index += 1;
    token = tokens[index];
  }
  const dollars = token?.kind === 'money';
  if (dollars) {
    index += 1;
    token = tokens[index];
    while (token?.kind === 'approx') {
      index += 1;
      token = tokens[index];
    }
  }
  if (token?.kind === 'number') {
    // `0.0028f`: a variable.
    const glued = tokens[index + 1];
    const isVariable =
      glued?.kind === 'word' && glued.start === token.end && /^[a-z]$/i.test(glued.text);
    if (isVariable && findUnit(glued.text) === undefined) return undefined;
    const { kind: _kind, ...number } = token;
    const tail = readTail(tokens, index + 1, token);
    const units = dollars ? [money(1), ...tail.units] : tail.units;
    const quantity: Expression = {
      kind: 'quantity',
      number: { kind: 'number', ...number },
      units,
      noun: tail.noun,
      per: tail.per,
      start: (tokens[dollars ? start : index] ?? token).start,
      end: tail.end,
    };
    return smallerPart(tokens, { expression: quantity, next: tail.next });
  }
  if (token?.kind === 'group' && depth < 12) {
    const read = readGroup(token.tokens, depth);
    if (read === undefined) return undefined;
    const tail = readTail(tokens, index + 1, undefined);
    return { expression: withUnits(read, tail, token.start), next: tail.next };
  }
  return undefined;
}

/** `1 h 23 min`, `3 hours and 50 minutes`: one length of time, said in two units. */
function smallerPart(tokens: readonly Token[], whole: Parsed): Parsed {
  const size = spanOf(whole.expression);
  if (size === undefined) return whole;
  const joint = tokens[whole.next];
  const at = joint?.kind === 'word' && /^and$/i.test(joint.text) ? whole.next + 1 : whole.next;
  const number = tokens[at];
  if (number?.kind !== 'number') return whole;
  // `23 m` is no 23 million here.
  const minutes = number.small === undefined ? number : { ...number, value: number.small };
  const part: Parsed | undefined =
    number.small === undefined
      ? operand(tokens, at, 0, false)
      : { expression: timeOf(minutes, 60), next: at + 1 };
  const smaller = part === undefined ? undefined : spanOf(part.expression);
  if (part === undefined || smaller === undefined || smaller >= size) return whole;
  if (minutes.value * smaller >= size) return whole;
  const expression: Expression = {
    kind: 'binary',
    sign: '+',
    left: whole.expression,
    right: part.expression,
  };
  return { expression, next: part.next };
}

/** Seconds of the unit of a length of time that is said in one unit. */
function spanOf(expression: Expression): number | undefined {
  const last = expression.kind === 'binary' ? expression.right : expression;
  if (last.kind !== 'quantity' || last.noun !== undefined || last.per !== undefined)
    return undefined;
  const [unit, ...more] = last.units;
  return unit?.dimension === 'time' && unit.power === 1 && more.length === 0
    ? unit.size
    : undefined;
}

function timeOf(number: NumberToken, size: number): Expression {
  const { start, end } = number;
  const units: UnitAtom[] = [{ dimension: 'time', power: 1, size, binarySize: size }];
  return { kind: 'quantity', number, units, noun: undefined, per: undefined, start, end };
}

/** The value of a group: of its last link, if it holds a chain. */
function readGroup(tokens: readonly Token[], depth: number): Expression | undefined {
  const relation = tokens.findLastIndex(({ kind }) => kind === 'relation');
  const read = sum(tokens, relation + 1, depth + 1);
  return read !== undefined && read.next === tokens.length ? read.expression : undefined;
}
