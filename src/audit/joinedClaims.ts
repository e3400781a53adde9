import { type Claim, numbersOf } from './claim.ts';
import { type Expression, isComputed, quantitiesOf } from './expression.ts';
import type { Mapped } from './mapped.ts';
import { parseExpression } from './parseExpression.ts';
import type { Passage, Row } from './passages.ts';
import { skipApproximations } from './sides.ts';
import { type Token, tokenize } from './tokens.ts';
import { isSum } from './traits.ts';

const resultHead =
  /\b(?:value|result|estimate|estimated|total|answer|amount|size|number|figure|output|storage|throughput|rate|qps)\b/i;
const methodHead =
  /\b(?:how|calculation|calculations|formula|math|maths|derivation|working|computation|basis|calc|equation|arithmetic|reasoning)\b/i;

/** Claims of a table's row whose calculation and result stand in two columns. */
export function claimsInRow({ heads, cells }: Row): Claim[] {
  const method = heads.findIndex((head) => methodHead.test(head));
  if (method === -1) return [];
  const results = heads.flatMap((head, index) =>
    index !== method && resultHead.test(head) ? [index] : [],
  );
  const [result] = results;
  const expression = wholeOf(cells[method]);
  if (result === undefined || results.length > 1 || expression === undefined) return [];
  return joinClaim(expression, cells[result], { strict: false });
}

/** Claims of list items whose result stands in the item above them. */
export function claimsInList(passages: readonly Passage[]): Claim[] {
  return passages.flatMap((parent, index) => {
    const [child, next] = [passages[index + 1], passages[index + 2]];
    const isOnly =
      (parent.kind === 'item' || parent.kind === 'prose') &&
      child?.kind === 'item' &&
      (child.indent > parent.indent || parent.kind === 'prose') &&
      (next?.kind !== 'item' || next.indent < child.indent);
    if (!isOnly || child === undefined) return [];
    const expression = wholeOf(child.text);
    if (expression === undefined) return [];
    const { text, at } = parent.text;
    const colon = text
      .trimEnd()
      .replace(/:$/, '')
      .search(/[:=≈~][^:=≈~]*$/);
    // A paragraph states a result only behind a sign.
    if (colon === -1 && parent.kind === 'prose') return [];
    const tail = { text: text.slice(colon + 1), at: at.slice(colon + 1) };
    return joinClaim(expression, tail, { strict: false });
  });
}

/** The product that fills a cell or an item. */
function wholeOf(
  text: Mapped | undefined,
): { read: Expression; text: Mapped; tokens: Token[] } | undefined {
  if (text === undefined || !/\d/.test(text.text) || /[=≈→]/.test(text.text)) return undefined;
  const tokens = tokenize(text.text);
  const last = tokens.at(-1);
  if (last?.kind === 'break') tokens.pop();
  const parsed = parseExpression(tokens, skipApproximations(tokens, 0));
  if (parsed === undefined || parsed.next !== tokens.length) return undefined;
  return isComputed(parsed.expression) &&
    !isSum(parsed.expression) &&
    quantitiesOf(parsed.expression).length > 1
    ? { read: parsed.expression, text, tokens }
    : undefined;
}

function joinClaim(
  { read, text, tokens }: { read: Expression; text: Mapped; tokens: Token[] },
  result: Mapped | undefined,
  { strict }: { strict: boolean },
): Claim[] {
  if (result === undefined) return [];
  const found = tokenize(result.text);
  const parsed = parseExpression(found, skipApproximations(found, 0));
  if (parsed === undefined || isComputed(parsed.expression)) return [];
  if (numbersOf(found.slice(parsed.next)).length > 0) return [];
  if (parsed.expression.kind === 'quantity' && !isClear(parsed.expression)) return [];
  const [first, last] = [found[0], found[parsed.next - 1]];
  const statedStart = result.at[first?.start ?? 0] ?? 0;
  const statedEnd = (result.at[(last?.end ?? 1) - 1] ?? 0) + 1;
  const from = text.at[tokens[0]?.start ?? 0] ?? 0;
  const to = (text.at[(tokens.at(-1)?.end ?? 1) - 1] ?? 0) + 1;
  return [
    {
      expressions: [read],
      stated: [parsed.expression],
      start: Math.min(from, statedStart),
      end: Math.max(to, statedEnd),
      statedStart,
      statedEnd,
      words: `${result.text} ${text.text}`.toLowerCase(),
      numbers: [],
      strict,
      weak: false,
      about: false,
    },
  ];
}

function isClear({ number }: Extract<Expression, { kind: 'quantity' }>): boolean {
  return Number.isFinite(number.value);
}
