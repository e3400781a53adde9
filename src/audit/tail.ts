import type { Expression, NumberToken } from './expression.ts';
import type { Token } from './tokens.ts';
import { findAdverb, findRate, findUnit, invert, type UnitAtom } from './units.ts';

export const functions = new Set(['ceil', 'floor', 'round', 'ceiling']);

/** Words after which a quantity has ended. */
export const stops = new Set(
  'and or but so then if we which that because thus hence therefore means than when while where need needs would will can with from to at by on vs versus'.split(
    ' ',
  ),
);

const fillers = new Set(
  'extra total raw average avg full new more additional whole active working business calendar trading'.split(
    ' ',
  ),
);

/** A group or power with a unit behind it is that many of the unit. */
export function withUnits(expression: Expression, tail: Tail, start: number): Expression {
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
export function readTail(
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
        /^[A-Za-z]$|_/.test(after.text) &&
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
