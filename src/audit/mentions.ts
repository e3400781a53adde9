import { type Expression, isBare, type Quantity } from './expression.ts';
import { signedFactors, spans } from './conversions.ts';
import { readTail } from './tail.ts';
import type { Token } from './tokens.ts';
import { money } from './units.ts';

/** The figures with a unit that stand before an offset in the same sentence. */
export function mentionsBefore(
  mentions: readonly Quantity[],
  offset: number,
  text: string,
): Quantity[] {
  const ends = [...text.slice(0, offset).matchAll(/[.!?;]\s/g)];
  const from = ends.at(-1)?.index ?? -1;
  return mentions.filter(({ start, end }) => start > from && end <= offset);
}

/** The figures of a passage that have a unit. */
export function mentionsIn(tokens: readonly Token[]): Quantity[] {
  return tokens.flatMap((token, index): Quantity[] => {
    if (token.kind === 'group') return mentionsIn(token.tokens);
    if (token.kind !== 'number' || token.percent) return [];
    const { units, noun, per, end } = readTail(tokens, index + 1, token);
    const all = tokens[index - 1]?.kind === 'money' ? [money(1), ...units] : units;
    const { start, kind: _kind, ...number } = token;
    const isClear = all.filter(({ dimension }) => dimension === 'time').length < 2;
    return all.length === 0 || !isClear
      ? []
      : [
          {
            kind: 'quantity',
            number: { kind: 'number', ...number, start },
            units: all,
            noun,
            per,
            start,
            end,
          },
        ];
  });
}

/**
 * A calculation with the units that its bare numbers had when they were said before it:
 * `a 20-minute clip at 6 Mbps: 20 × 6 / 8`. `undefined` where none was said, or two of one number.
 */
export function withUnitsSaid(
  expression: Expression,
  mentions: readonly Quantity[],
): Expression | undefined {
  const bare = signedFactors(expression)
    .map(({ part }) => part)
    .filter((part) => isBare(part) && !part.number.percent && !spans.includes(part.number.value));
  const said = new Map<Quantity, Quantity>();
  for (const part of bare) {
    const [first, ...more] = mentions.filter(({ number }) => number.value === part.number.value);
    if (first === undefined) continue;
    if (more.some(({ units }) => !isSame(units, first.units))) return undefined;
    said.set(part, first);
  }
  return said.size === 0 ? undefined : replace(expression, said);
}

function isSame(a: Quantity['units'], b: Quantity['units']): boolean {
  const say = (units: Quantity['units']) =>
    units.map(({ dimension, power, size }) => `${dimension}${power}:${size}`).join();
  return say(a) === say(b);
}

function replace(expression: Expression, said: ReadonlyMap<Quantity, Quantity>): Expression {
  if (expression.kind === 'quantity') {
    const found = said.get(expression);
    return found === undefined ? expression : { ...expression, units: found.units };
  }
  if (expression.kind === 'call')
    return { ...expression, inside: replace(expression.inside, said) };
  return {
    ...expression,
    left: replace(expression.left, said),
    right: replace(expression.right, said),
  };
}
