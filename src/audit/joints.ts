import { type Expression, isBare } from './expression.ts';
import type { Token } from './tokens.ts';
import { findUnit } from './units.ts';

/** The index of `every` in `600,000 vehicles, one ping every 5 s`. */
export function intervalClause(tokens: readonly Token[], start: number): number | undefined {
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
export function multiplies(
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
