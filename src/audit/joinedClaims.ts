import { type Claim, numbersOf } from './claim.ts';
import { type Expression, isBare, isComputed, quantitiesOf } from './expression.ts';
import { timeFactors } from './conversions.ts';
import type { Mapped } from './mapped.ts';
import { parseExpression } from './parseExpression.ts';
import type { Passage, Row } from './passages.ts';
import { skipApproximations } from './sides.ts';
import { type Token, tokenize } from './tokens.ts';
import { isSum } from './traits.ts';

const resultHead =
  /\b(?:value|result|estimate|estimated|total|answer|amount|size|number|figure|output|storage|throughput|rate|qps)\b/i;
const methodHead =
  /\b(?:how|calculation|calculations|formula|math|maths|derivation|working|computation|basis|calc|equation|arithmetic|reasoning|explanation)\b/i;

/**
 * Claims of a table's row whose calculation and result stand in two columns. Where the heads do not
 * tell which, the only calculation and the only figure beside it are taken for them, with doubt.
 */
export function claimsInRow({ heads, cells }: Row): Claim[] {
  const method = heads.findIndex((head) => methodHead.test(head));
  const results = heads.flatMap((head, index) =>
    index !== method && resultHead.test(head) ? [index] : [],
  );
  const [result] = results;
  if (method === -1 || result === undefined || results.length > 1)
    return claimsBeside(cells, { isNamed: method !== -1 || results.length === 1, method });
  const expression = wholeOf(cells[method]);
  return expression === undefined ? [] : joinClaim(expression, cells[result]);
}

/** `| Logs | 70K/s × 1 KB | 70 MB/s |`, in whatever order. */
function claimsBeside(
  cells: readonly Mapped[],
  { isNamed, method }: { isNamed: boolean; method: number },
): Claim[] {
  const figures = cells.filter(({ text }) => /(?<![\p{L}_])\d/u.test(text));
  const [first, second] = figures;
  if (first === undefined || second === undefined || figures.length > 2) return [];
  const [expression, ...more] = figures.flatMap((cell) => wholeOf(cell) ?? []);
  if (expression === undefined || more.length > 0) return [];
  if (!isNamed && !isEstimate(expression.read)) return [];
  if (method !== -1 && expression.text !== cells[method]) return [];
  const result = expression.text === first ? second : first;
  return joinClaim(expression, result, isAmount).map((claim) => ({
    ...claim,
    doubtful: true as const,
  }));
}

/** A figure with its unit and nothing more: `2 TB NVMe SSD a node` is a description. */
function isAmount(expression: Expression): boolean {
  return quantitiesOf(expression).every(
    ({ noun, number, per, units }) =>
      per === undefined &&
      !number.percent &&
      (noun === undefined || units.some(({ power }) => power < 0)),
  );
}

/** Holds a large number, a day's seconds or a year's days: `4 × 8 cores` is a description. */
function isEstimate(expression: Expression): boolean {
  return quantitiesOf(expression).some(
    (part) =>
      part.number.value >= 1000 || (isBare(part) && timeFactors.includes(part.number.value)),
  );
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
    const sign = /^\s*[=≈]\s*/.exec(child.text.text)?.[0].length ?? 0;
    const expression = wholeOf({
      text: child.text.text.slice(sign),
      at: child.text.at.slice(sign),
    });
    if (expression === undefined) return [];
    const { text, at } = parent.text;
    const colon = text
      .trimEnd()
      .replace(/:$/, '')
      .search(/[:=≈~—–][^:=≈~—–]*$/);
    // A paragraph states a result only behind a sign.
    if (colon === -1 && parent.kind === 'prose') return [];
    const tail = { text: text.slice(colon + 1), at: at.slice(colon + 1) };
    return joinClaim(expression, tail);
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
  isResult: (expression: Expression) => boolean = () => true,
): Claim[] {
  if (result === undefined) return [];
  const found = tokenize(result.text);
  const isSign = found[0]?.kind === 'relation' && !found[0].weak;
  const parsed = parseExpression(found, skipApproximations(found, isSign ? 1 : 0));
  if (parsed === undefined || isComputed(parsed.expression) || !isResult(parsed.expression))
    return [];
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
      strict: false,
      weak: false,
      about: false,
    },
  ];
}

function isClear({ number }: Extract<Expression, { kind: 'quantity' }>): boolean {
  return Number.isFinite(number.value);
}
