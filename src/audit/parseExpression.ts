import { type Expression, isBare, type NumberToken } from './expression.ts';
import type { Token } from './tokens.ts';
import { findAdverb, findRate, findUnit, invert, money, type UnitAtom } from './units.ts';

export interface Parsed {
  expression: Expression;
  /** Index of the first token that was not read. */
  next: number;
}

const functions = new Set(['ceil', 'floor', 'round', 'ceiling']);

/** Words after which a quantity has ended. */
const stops = new Set(
  'and or but so then if we which that because thus hence therefore means than when while where need needs would will can with from to at by vs versus'.split(
    ' ',
  ),
);
const fillers = new Set(
  'extra total raw average avg full new more additional whole active'.split(' '),
);

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

/** The index of `every` in `600,000 vehicles, one ping every 5 s`. */
function intervalClause(tokens: readonly Token[], start: number): number | undefined {
  if (tokens[start]?.kind !== 'comma') return undefined;
  for (let index = start + 1; index < start + 7; index += 1) {
    const token = tokens[index];
    if (token?.kind === 'per') {
      const [number, unit] = [tokens[index + 1], tokens[index + 2]];
      const atoms = unit?.kind === 'word' ? findUnit(unit.text) : undefined;
      return number?.kind === 'number' && atoms?.[0]?.dimension === 'time' ? index : undefined;
    }
    const isOne = token?.kind === 'number' && token.value === 1;
    if (token?.kind !== 'word' && !isOne) return undefined;
  }
  return undefined;
}

/** `×`, `÷`, `20 % of`, `per 1,000`. */
function multiplies(
  token: Token | undefined,
  left: Expression,
  after: Token | undefined,
): '*' | '/' | undefined {
  if (token?.kind === 'operator' && (token.sign === '*' || token.sign === '/')) return token.sign;
  if (token?.kind === 'per' && after?.kind === 'number') return '/';
  const isShare =
    left.kind === 'quantity'
      ? left.number.percent
      : left.kind === 'binary' && left.sign === '/' && isBare(left.left);
  if (token?.kind === 'word' && /^of$/i.test(token.text) && isShare) return '*';
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

/** A group or power with a unit behind it is that many of the unit. */
function withUnits(expression: Expression, tail: Tail, start: number): Expression {
  if (tail.units.length === 0) return expression;
  const number: NumberToken = { kind: 'number', value: 1, percent: false, start, end: start };
  const right: Expression = {
    kind: 'quantity',
    number,
    units: tail.units,
    noun: tail.noun,
    per: tail.per,
    start,
    end: tail.end,
  };
  return { kind: 'binary', sign: '*', left: expression, right };
}

interface Tail {
  units: UnitAtom[];
  noun: string | undefined;
  /** What is counted under the stroke: `user` in `5/user`. */
  per: string | undefined;
  next: number;
  end: number;
}

/** Reads what belongs to a number: unit, nouns, `/user`, `per day`, a remark in parentheses. */
function readTail(
  tokens: readonly Token[],
  start: number,
  number: { end: number } | undefined,
): Tail {
  const tail: Tail = {
    units: [],
    noun: undefined,
    per: undefined,
    next: start,
    end: number?.end ?? 0,
  };
  let words = 0;
  let isFirst = true;
  while (tail.next < tokens.length) {
    const token = tokens[tail.next];
    if (token === undefined) break;
    const after = tokens[tail.next + 1];
    const isStroke = token.kind === 'operator' && token.sign === '/';
    if (
      (isStroke || token.kind === 'per') &&
      after?.kind === 'word' &&
      !functions.has(after.text.toLowerCase())
    ) {
      // `50 / S`: a variable.
      if (
        isStroke &&
        token.spaced &&
        /^[A-Za-z]$/.test(after.text) &&
        findUnit(after.text) === undefined
      )
        break;
      // `÷ compression(5x)`: by how much is not read.
      const glued = tokens[tail.next + 2];
      if (glued?.kind === 'group' && glued.start === after.end) break;
      const unit = unitAt(tokens, tail.next + 1);
      if (unit !== undefined) tail.units.push(...invert(unit.atoms));
      else tail.per = after.text.toLowerCase();
      tail.next += 1 + (unit?.length ?? 1);
      tail.end = tokens[tail.next - 1]?.end ?? after.end;
      isFirst = false;
    } else if (token.kind === 'word') {
      const word = token.text.toLowerCase();
      const isShareOf = word === 'of' && words === 0;
      if (word === 'x' || stops.has(word) || isShareOf || words >= 8) break;
      const [above = '', ...below] = token.text.split('-per-');
      if (below.length > 0) {
        readHyphens(above, below, tail);
        tail.next += 1;
        tail.end = token.end;
        isFirst = false;
        continue;
      }
      const unit = isFirst ? unitAt(tokens, tail.next) : undefined;
      const atoms = unit?.atoms ?? findRate(token.text);
      if (atoms !== undefined) tail.units.push(...atoms);
      else {
        const adverb =
          words < 3 && endsQuantity(tokens[tail.next + 1]) ? findAdverb(word) : undefined;
        if (adverb !== undefined) tail.units.push(...adverb);
        else if (word !== '-') tail.noun = word;
      }
      isFirst = isFirst && (fillers.has(word) || word === '-');
      words += 1;
      tail.next += unit?.length ?? 1;
      tail.end = tokens[tail.next - 1]?.end ?? token.end;
    } else if (
      token.kind === 'group' &&
      !isFunction(tokens, tail.next) &&
      !isGluedGroup(tokens, tail.next)
    ) {
      tail.next += 1;
      isFirst = false;
    } else break;
  }
  return tail;
}

/** `images-per-pod-per-min`, `µs-per-second`. */
function readHyphens(above: string, below: readonly string[], tail: Tail): void {
  const unit = findUnit(above);
  if (unit !== undefined) tail.units.push(...unit);
  else tail.noun = above.toLowerCase();
  for (const word of below) {
    const under = findUnit(word);
    if (under !== undefined) tail.units.push(...invert(under));
    else tail.per = word.toLowerCase();
  }
}

/** The unit that begins at a token: `hours`, or the two words `GPU hours`. */
function unitAt(
  tokens: readonly Token[],
  index: number,
): { atoms: readonly UnitAtom[]; length: number } | undefined {
  const [word, next] = [tokens[index], tokens[index + 1]];
  if (word?.kind !== 'word') return undefined;
  const atoms = findUnit(word.text);
  if (atoms !== undefined) return { atoms, length: 1 };
  const pair = next?.kind === 'word' ? findUnit(`${word.text}-${next.text}`) : undefined;
  return pair === undefined ? undefined : { atoms: pair, length: 2 };
}

/** `C(100, 2)`: a parenthesis right behind a short name. */
export function isFunction(tokens: readonly Token[], index: number): boolean {
  const [before, group] = [tokens[index - 1], tokens[index]];
  return (
    before?.kind === 'word' &&
    group?.kind === 'group' &&
    before.end === group.start &&
    before.text.length < 5
  );
}

/** `(1 - 0.9)(1 - 0.75)`, `0.6(0.54)`: a product without a sign, which is not read. */
function isGluedGroup(tokens: readonly Token[], index: number): boolean {
  const [before, group] = [tokens[index - 1], tokens[index]];
  return (before?.kind === 'group' || before?.kind === 'number') && before.end === group?.start;
}

function endsQuantity(token: Token | undefined): boolean {
  return token === undefined || token.kind !== 'word';
}
