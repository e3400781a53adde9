import type { Claim } from './claim.ts';
import { claimsIn } from './claims.ts';
import { claimsInList, claimsInRow } from './joinedClaims.ts';
import { judge } from './judge.ts';
import type { Judgement, Verdict } from './judgement.ts';
import { readPassages } from './passages.ts';
import { sayExpression, sayLike, sayNumber } from './say.ts';
import { likelySlip } from './slips.ts';
import type { Expression } from './expression.ts';

/** One equality of a text, judged. */
export interface Finding {
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  /** Offsets in the text. */
  start: number;
  end: number;
  rule: 'arithmetic';
  verdict: Verdict;
  /** The claim as it stands in the text. */
  text: string;
  /** What the text says that it comes to. */
  stated: string;
  /** What it comes to, in the unit of what was stated. */
  computed: string;
  /** Stated over computed. */
  ratio: number;
  /** What was read, and what it comes to. */
  working: string;
  /** The slip that such a factor suggests. */
  slip?: string;
  /** All this in one sentence. */
  message: string;
}

/** Longest text that is read; what stands behind is left out. */
export const longestText = 4_000_000;

/** Results that are looked at; no text that was written for people holds more. */
const mostClaims = 10_000;

/**
 * Finds what a Markdown text computes and judges it: right, rounded, wrong, or of the wrong unit.
 * What claims nothing self-contained gets no finding. Never throws; findings come in reading order.
 */
export function auditText(source: string): Finding[] {
  const text = source.slice(0, longestText);
  const { passages, rows } = readPassages(text);
  const claims: Claim[] = [];
  for (const passage of passages) {
    if (claims.length >= mostClaims) break;
    claims.push(...claimsIn(passage));
  }
  claims.push(...rows.flatMap(claimsInRow), ...claimsInList(passages));
  const places = linePlaces(text);
  const found = claims.flatMap((claim) => {
    const judged = judgeClaim(claim);
    return judged === undefined ? [] : [describe(text, claim, judged, places)];
  });
  const seen = new Set<string>();
  return found
    .sort((a, b) => a.start - b.start || a.end - b.end)
    .filter(({ start, end, stated }) => {
      const key = `${start}:${end}:${stated}`;
      return !seen.has(key) && seen.add(key);
    });
}

interface Judged extends Judgement {
  expression: Expression;
  claim: Expression;
}

/** Judges every way to read a claim: the kindest reading holds, else the longest. */
function judgeClaim({ expressions, stated, ...context }: Claim): Judged | undefined {
  const judged = expressions.flatMap((expression) =>
    stated.map((claim) => {
      const judgement = judge(expression, claim, context);
      return judgement === undefined
        ? undefined
        : { ...judgement, expression: judgement.read ?? expression, claim };
    }),
  );
  return (
    judged.find((one) => one?.verdict === 'right') ??
    judged.find((one) => one?.verdict === 'rounded') ??
    judged[0]
  );
}

/** Offsets at which lines begin. */
function linePlaces(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(offset: number, starts: readonly number[]): { line: number; column: number } {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
}

function describe(
  source: string,
  claim: Claim,
  { verdict, ratio, computed, mode, expression, claim: stated }: Judged,
  places: readonly number[],
): Finding {
  const shown = sayLike(computed, stated);
  const said = source.slice(claim.statedStart, claim.statedEnd).replace(/\s+/g, ' ').trim();
  const slip = likelySlip(ratio, verdict);
  const working = `${sayExpression(expression, mode.byteLetters)} = ${shown}`;
  return {
    ...placeOf(claim.start, places),
    start: claim.start,
    end: claim.end,
    rule: 'arithmetic',
    verdict,
    text: source.slice(claim.start, claim.end).replace(/\s+/g, ' ').trim(),
    stated: said,
    computed: shown,
    ratio: Number(ratio.toPrecision(6)),
    working,
    ...(slip !== undefined && { slip }),
    message: sayMessage(verdict, { working, said, ratio, slip }),
  };
}

function sayMessage(
  verdict: Verdict,
  {
    working,
    said,
    ratio,
    slip,
  }: { working: string; said: string; ratio: number; slip: string | undefined },
): string {
  if (verdict === 'right') return `“${said}” is right: ${working}`;
  const size = ratio >= 1 ? ratio : 1 / ratio;
  const factor = sayNumber(Number(size.toPrecision(3)));
  const off = `${factor} times too ${ratio >= 1 ? 'much' : 'little'}`;
  const guess = slip === undefined ? '' : `; it looks like ${slip}`;
  const lead =
    verdict === 'unit'
      ? `“${said}” is in the wrong unit`
      : verdict === 'rounded'
        ? `“${said}” is rounded`
        : `“${said}” is ${off}`;
  return verdict === 'rounded' ? `${lead}: ${working}` : `${lead}: ${working}${guess}`;
}
