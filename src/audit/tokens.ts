import { bareMagnitude, type Numeral, readNumeral } from './numerals.ts';

/** A number, word or sign of a passage. */
export type Token = { start: number; end: number } & (
  | ({ kind: 'number'; percent: boolean; atLeast?: true; upTo?: Numeral } & Omit<Numeral, 'length'>)
  | { kind: 'word'; text: string }
  | { kind: 'operator'; sign: '*' | '/' | '+' | '-' | '^'; spaced: boolean }
  /** `=` and `≈`; weak ones (arrows, `~`, `is`) also stand for other things. */
  | { kind: 'relation'; weak: boolean; text: string }
  | { kind: 'money' }
  | { kind: 'approx' }
  | { kind: 'per' }
  | { kind: 'comma' }
  | { kind: 'open' }
  | { kind: 'close' }
  | { kind: 'group'; tokens: Token[] }
  /** The end of a claim: a full stop, a colon, a bar. */
  | { kind: 'break' }
  /** Something that has no value: a date, an address, a version. */
  | { kind: 'other' }
);

type Found = Token extends infer One
  ? One extends Token
    ? Omit<One, 'start' | 'end'>
    : never
  : never;

const others =
  /\d{4}-\d{2}(?:-\d{2})?(?!\d)|\d{1,4}:\d{1,3}(?::\d{2})?|\d+\.\d+\.\d+(?:\.\d+)*(?:\/\d+)?|0x[0-9a-fA-F]+|#\d+|\d{1,2}\/\d{1,2}\/(?:19|20)\d\d|<[=<-]?|>[=>]?|!=|:=|[+\-*/]=(?=\s)|24\/7(?:\/365)?(?!\d)|={2,}>?|-{2,}>?|[{}\]§±∞|@%#^?!;\u2500-\u257f]/y;
const words =
  /(?:HTTP|http)\/[123](?:\.\d)?(?![\d.])|[\p{L}_][\p{L}\p{N}_]*(?:[.·][\p{L}\p{N}_]+|['’](?=\p{L})[\p{L}]+|-(?=\p{L})[\p{L}]+)*/uy;
const relations = /~=|=~|=>|->|[→⇒⟹≈≅≃≒≟]|=(?!=)/y;
const signs: Readonly<Record<string, '*' | '/' | '+' | '-'>> = {
  '×': '*',
  '*': '*',
  '·': '*',
  '∙': '*',
  '✕': '*',
  '⋅': '*',
  '÷': '/',
  '/': '/',
  '+': '+',
  '-': '-',
  '–': '-',
  '—': '-',
};
/** Shares in words: `half of 12 TB`. */
const shares = /(?:an? |one )?(half|quarter|third)(?= of (?:about |~)?[\d$])/iy;
/** Verbs that state a result. */
const verbs =
  /(?:equals?|gives|yields|makes|totals|is|(?:comes?|works?|adds?|amounts?|ends?)(?: out| up)? (?:to|at|as))(?! (?:not|no|an?|the)\b)(?![\w-])/iy;
const approximations = new Set(
  'about roughly around approximately approx nearly almost circa only just over under say ca maybe'.split(
    ' ',
  ),
);

/** Cuts a plain passage into tokens; parentheses become groups. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const found = next(text, at, tokens);
    if (found === undefined) {
      at += 1;
      continue;
    }
    tokens.push({ ...found.token, start: at, end: found.end } as Token);
    at = found.end;
  }
  return nest(joinRanges(tokens, text));
}

function next(
  text: string,
  at: number,
  before: readonly Token[],
): { token: Found; end: number } | undefined {
  const char = text[at] ?? '';
  if (/[\s"“”„«»'\u200b]/.test(char)) return undefined;
  const last = before.at(-1);
  if (/[\d.]/.test(char) && !isMatch(others, text, at)) {
    const numeral = /\d/.test(char) ? readNumeral(text, at) : readFraction(text, at);
    if (numeral !== undefined) return numberToken(text, at, numeral);
  }
  const operation = /(?:divided by|multiplied by|times|plus|minus)(?![\w-])/iy;
  operation.lastIndex = at;
  const spoken = operation.exec(text);
  if (spoken !== null && last?.end !== at) {
    const sign = { d: '/', m: '*', t: '*', p: '+' }[spoken[0][0]?.toLowerCase() ?? ''] ?? '*';
    const isMinus = /^minus/i.test(spoken[0]);
    const operator: Found = {
      kind: 'operator',
      sign: (isMinus ? '-' : sign) as '*',
      spaced: false,
    };
    return { token: operator, end: at + spoken[0].length };
  }
  if ((char === 'x' || char === 'X') && isTimes(text, at, last)) {
    return { token: { kind: 'operator', sign: '*', spaced: false }, end: at + 1 };
  }
  shares.lastIndex = at;
  const share = last?.end === at ? null : shares.exec(text);
  if (share !== null) {
    const value = { h: 50, q: 25, t: 100 / 3 }[share[1]?.[0]?.toLowerCase() ?? 'h'] ?? 50;
    return { token: { kind: 'number', value, percent: true }, end: at + share[0].length };
  }
  verbs.lastIndex = at;
  const verb = last?.end === at ? null : verbs.exec(text);
  if (verb !== null)
    return { token: { kind: 'relation', weak: true, text: verb[0] }, end: at + verb[0].length };
  words.lastIndex = at;
  const word = words.exec(text);
  const size = word !== null && isStroke(last) ? bareMagnitude(word[0]) : undefined;
  if (word !== null && size !== undefined) {
    return { token: { kind: 'number', value: size, percent: false }, end: at + word[0].length };
  }
  if (word !== null)
    return { token: wordToken(word[0], text, at + word[0].length), end: at + word[0].length };
  relations.lastIndex = at;
  const relation = relations.exec(text);
  if (relation !== null && !isMatch(/={2,}|<=/y, text, at)) {
    const [sign] = relation;
    const weak = /^(?:=>|->|→|⇒|⟹)$/.test(sign);
    return { token: { kind: 'relation', weak, text: sign }, end: at + sign.length };
  }
  if (isMatch(others, text, at)) {
    others.lastIndex = at;
    const [sign = ''] = others.exec(text) ?? [];
    const kind = /^[;!?#|\]\u2500-\u257f]$/.test(sign) ? 'break' : 'other';
    if (sign === '^') return { token: { kind: 'operator', sign: '^', spaced: false }, end: at + 1 };
    return { token: { kind }, end: at + sign.length };
  }
  const sign = signs[char];
  if (sign !== undefined) return { token: signToken(sign, char, text, at), end: at + 1 };
  const simple = (
    {
      '(': 'open',
      ')': 'close',
      '[': 'other',
      ',': 'comma',
      $: 'money',
      '€': 'money',
      '£': 'money',
      '~': 'approx',
      '.': 'break',
      '#': 'break',
      ':': 'break',
      '\u3002': 'break',
    } as const
  )[char];
  const kind =
    simple ?? (/[\u2600-\u27bf]|[\ud800-\udfff]|\ufe0f|\u200d/.test(char) ? 'break' : 'other');
  return { token: { kind } as Found, end: at + 1 };
}

function isMatch(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  // `1.000.000` is a number, not a version.
  return match !== null && !/^\d{1,3}(?:\.\d{3}){2,}$/.test(match[0]);
}

function readFraction(text: string, at: number): Numeral | undefined {
  const match = /^\.\d{1,12}/.exec(text.slice(at, at + 14));
  const before = text[at - 1] ?? ' ';
  if (match === null || /[\w.)]/.test(before)) return undefined;
  return { value: Number(match[0]), length: match[0].length };
}

function numberToken(text: string, at: number, numeral: Numeral): { token: Found; end: number } {
  const { length, ...rest } = numeral;
  let end = at + length;
  const percent = /^ {0,6}(?:%|percent\b)/.exec(text.slice(end, end + 15));
  if (percent !== null) end += percent[0].length;
  // `100M+ users`, `3x replication`: signs that only colour the number.
  const colour = /^(?:\+(?=[\s)|,.]*(?:[a-z]|$))|[x×](?!\s*[\d(~$.^])(?![a-z]))/i.exec(
    text.slice(end, end + 8),
  );
  const hasRight = /^[x×]\s+\p{L}/u.test(text.slice(end, end + 6)) && text[end] === '×';
  if (colour !== null && !hasRight) end += 1;
  const atLeast = colour?.[0] === '+' ? { atLeast: true as const } : undefined;
  return { token: { kind: 'number', ...rest, percent: percent !== null, ...atLeast }, end };
}

function isStroke(token: Token | undefined): boolean {
  return token?.kind === 'per' || (token?.kind === 'operator' && token.sign === '/');
}

/** An `x` between two figures multiplies. */
function isTimes(text: string, at: number, last: Token | undefined): boolean {
  const after = text.slice(at + 1, at + 8);
  if (last === undefined || !/^\s*[\d~(.$]/.test(after)) return false;
  if (/^\d/.test(after) && last.end !== at && !/\s/.test(text[at - 1] ?? '')) return false;
  return last.kind === 'number' || last.kind === 'word' || last.kind === 'close';
}

function wordToken(word: string, text: string, end: number): Found {
  const lower = word.toLowerCase();
  if (approximations.has(lower)) return { kind: 'approx' };
  if (lower === 'per' || lower === 'every') return { kind: 'per' };
  if (lower === 'a' || lower === 'an' || lower === 'each') {
    return /^\s(?:second|minute|hour|day|week|month|year)\b/i.test(text.slice(end, end + 8))
      ? { kind: 'per' }
      : { kind: 'word', text: word };
  }
  return { kind: 'word', text: word };
}

function signToken(sign: '*' | '/' | '+' | '-', char: string, text: string, at: number): Found {
  const before = /\s/.test(text[at - 1] ?? ' ');
  const after = /\s/.test(text[at + 1] ?? ' ');
  if (char === '—') return { kind: 'break' };
  // A hyphen inside `30-day` binds; a dash before a figure only parts words.
  if (char === '-' && !before && !after && /\p{L}/u.test(text[at + 1] ?? ''))
    return { kind: 'word', text: '-' };
  return { kind: 'operator', sign, spaced: before && after };
}

/** `10–20 K` and `10 to 20 GB` become one number with two ends. */
function joinRanges(tokens: readonly Token[], text: string): Token[] {
  const joined: Token[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index];
    if (token === undefined) continue;
    let dash = tokens[index + 1];
    let high = tokens[index + 2];
    if (high?.kind === 'approx' || high?.kind === 'money') high = tokens[index + 3];
    if (dash?.kind === 'word' && dash.text.toLowerCase() !== 'to') dash = undefined;
    const isDash =
      dash?.kind === 'word' ||
      (dash?.kind === 'operator' &&
        dash.sign === '-' &&
        (!dash.spaced || text[dash.start] === '–'));
    const before = joined.at(-1);
    const isTail = before?.kind === 'operator' && before.end === token.start;
    if (token.kind === 'number' && high?.kind === 'number' && isDash && !isTail) {
      const low = sharedMagnitude(token, high);
      if (low < high.value) {
        const { start: _start, end: _end, kind: _kind, percent, upTo: _upTo, ...numeral } = high;
        joined.push({
          ...token,
          value: low,
          percent: token.percent || percent,
          upTo: { ...numeral, length: 0 },
          end: high.end,
        });
        index = tokens.indexOf(high, index);
        continue;
      }
    }
    joined.push(token);
  }
  return joined;
}

/** `10-20K` means from 10 K. */
function sharedMagnitude(
  low: { value: number },
  high: { value: number; bytes?: number; small?: number },
): number {
  const steps = [1e3, 1e6, 1e9, 1e12];
  const step = steps.findLast((size) => high.value >= size && high.value / size < 1000);
  if (step === undefined || low.value >= step / 10 || low.value >= 1000) return low.value;
  return low.value * step;
}

/** Puts what stands between parentheses into a group; a parenthesis without its other half is a break. */
function nest(tokens: readonly Token[]): Token[] {
  const stack: { open: Token | undefined; tokens: Token[] }[] = [{ open: undefined, tokens: [] }];
  for (const token of tokens) {
    const top = stack.at(-1);
    if (top === undefined) break;
    if (token.kind === 'open' && stack.length < 12) stack.push({ open: token, tokens: [] });
    else if (token.kind === 'close' && stack.length > 1) {
      stack.pop();
      const start = top.open?.start ?? token.start;
      stack.at(-1)?.tokens.push({ kind: 'group', tokens: top.tokens, start, end: token.end });
    } else if (token.kind === 'open' || token.kind === 'close') {
      top.tokens.push({ kind: 'break', start: token.start, end: token.end });
    } else top.tokens.push(token);
  }
  while (stack.length > 1) {
    const top = stack.pop();
    if (top?.open === undefined) continue;
    const { start, end } = top.open;
    stack.at(-1)?.tokens.push({ kind: 'break', start, end }, ...top.tokens);
  }
  return stack[0]?.tokens ?? [];
}
