import type { Token } from './tokens.ts';
import { findRate, findUnit } from './units.ts';

/** A `~` between two figures is a weak `≈`; after a sign it only colours the figure. */
export function markRelations(tokens: readonly Token[]): Token[] {
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

/** A comma, semicolon, dash or arrow after which a figure is multiplied, or grows by a share. */
export function goesOn(tokens: readonly Token[], index: number, text: string): boolean {
  const [before, token, sign, number] = tokens.slice(Math.max(0, index - 1), index + 3);
  if (index === 0 || token === undefined || !/^[;,→⇒—]$/.test(text.slice(token.start, token.end)))
    return false;
  const ends = before?.kind === 'number' || before?.kind === 'word' || before?.kind === 'group';
  if (!ends || sign?.kind !== 'operator' || number?.kind !== 'number') return false;
  return sign.sign === '+'
    ? number.percent
    : sign.sign === '*' && /[×*]/.test(text.slice(sign.start, sign.end));
}

/** Words without any figure before them: `Total ~ 5 GB`. */
function isLead(before: Token, tokens: readonly Token[], index: number): boolean {
  return before.kind === 'word' && !tokens.slice(0, index).some(({ kind }) => kind === 'number');
}

export function isArrow(token: Token | undefined): boolean {
  return token?.kind === 'relation' && token.weak;
}

/** `month=01` in a path. */
export function isGlued(run: readonly Token[], place: number): boolean {
  const [before, relation, after] = [run[place - 1], run[place], run[place + 1]];
  return before?.end === relation?.start && after?.start === relation?.end;
}

/** `le=0.5`, `batch=100`: a name is given a value. */
export function isAssignment(run: readonly Token[], place: number): boolean {
  const [earlier, before] = [run[place - 2], run[place - 1]];
  if (!isGlued(run, place) || before?.kind !== 'word' || earlier?.end === before.start)
    return false;
  // `users*5 posts=150M posts`
  if (earlier?.kind === 'number' && run[place - 3]?.kind === 'operator') return false;
  return findUnit(before.text) === undefined && findRate(before.text) === undefined;
}

/** `≈ 2 GB`, `= ~2 GB`. */
export function isAbout(run: readonly Token[], place: number): boolean {
  const relation = run[place];
  return (
    run[place + 1]?.kind === 'approx' ||
    (relation?.kind === 'relation' && /[≈≅≃≒~]/.test(relation.text))
  );
}
