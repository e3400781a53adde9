import { clean, plainNumber } from './numerals.ts';
import type { Quantities } from './quantity.ts';
import { didYouMean } from './suggestion.ts';

/** What a placeholder prints: the spoken value, the whole working, or the bare number. */
export type PlaceholderForm = 'value' | 'working' | 'number';

/** A piece of a text; the pieces follow each other without gaps. */
export type Token = {
  /** First code unit of the piece in the text. */
  start: number;
  /** Code unit behind the piece. */
  end: number;
} & (
  | { kind: 'text'; text: string }
  | { kind: 'quantity'; form: PlaceholderForm; name: string }
  | { kind: 'malformed' }
);

/** Something wrong with a placeholder; the caller turns offsets into line and column. */
export interface PlaceholderFault {
  start: number;
  end: number;
  rule: 'placeholder-syntax' | 'quantity-missing' | 'working-missing';
  message: string;
  expected?: string;
}

/** What a placeholder stands for. */
export type Filling = { ok: true; text: string } | ({ ok: false } & PlaceholderFault);

export interface FilledText {
  /** The text with every sound placeholder filled; faulty ones are left as they were written. */
  text: string;
  faults: PlaceholderFault[];
}

const forms = new Map<string, PlaceholderForm>([
  ['', 'value'],
  ['=', 'working'],
  ['#', 'number'],
]);

const interesting = /\\\{\{|\{\{/g;
const wellFormed = /\{\{([=#]?)[ \t]*([a-z][a-z0-9_]*)[ \t]*\}\}/y;
/** The rest of a malformed placeholder, if it ends on its line. */
const closed = /\{\{[^\r\n{}]*\}\}/y;

/**
 * Cuts a text into literal text and placeholders: `{{name}}`, `{{= name}}`, `{{# name}}`.
 * `\{{` is a literal `{{`. Of three braces the last two open: `{{{# n}}}` is `{`, a number, `}`.
 */
export function scanPlaceholders(text: string): Token[] {
  const tokens: Token[] = [];
  let literal = { start: 0, text: '' };
  let position = 0;
  const endLiteral = (end: number) => {
    if (end > literal.start) tokens.push({ kind: 'text', ...literal, end });
  };
  const restart = (end: number) => {
    position = end;
    literal = { start: end, text: '' };
  };

  for (;;) {
    interesting.lastIndex = position;
    const match = interesting.exec(text);
    if (match === null) break;
    const start = match.index;
    literal.text += text.slice(position, start);
    if (match[0].startsWith('\\')) {
      literal.text += '{{';
      position = start + match[0].length;
    } else if (text[start + 2] === '{') {
      literal.text += '{';
      position = start + 1;
    } else {
      endLiteral(start);
      const token = placeholderAt(text, start);
      tokens.push(token);
      restart(token.end);
    }
  }
  literal.text += text.slice(position);
  endLiteral(text.length);
  return tokens;
}

function placeholderAt(text: string, start: number): Token {
  wellFormed.lastIndex = start;
  const match = wellFormed.exec(text);
  if (match !== null) {
    const [whole, sign = '', name = ''] = match;
    const form = forms.get(sign) ?? 'value';
    return { kind: 'quantity', form, name, start, end: start + whole.length };
  }
  closed.lastIndex = start;
  const rest = closed.exec(text);
  return { kind: 'malformed', start, end: start + (rest?.[0].length ?? 2) };
}

/**
 * Fills every placeholder of a text, in one pass: what is filled in is never read again.
 *
 * @param faulty ids that a fault in the model left without a value; they give no second fault
 */
export function fillText(
  text: string,
  quantities: Quantities,
  faulty: ReadonlySet<string> = new Set(),
): FilledText {
  const faults: PlaceholderFault[] = [];
  const parts = scanPlaceholders(text).map((token) => {
    if (token.kind === 'text') return token.text;
    const source = text.slice(token.start, token.end);
    if (token.kind === 'quantity' && faulty.has(token.name)) return source;
    const filling = fillToken(token, quantities);
    if (filling.ok) return filling.text;
    const { ok: _, ...fault } = filling;
    faults.push(fault);
    return source;
  });
  return { text: parts.join(''), faults };
}

/** What one token prints, or why it cannot. */
export function fillToken(token: Token, quantities: Quantities): Filling {
  if (token.kind === 'text') return { ok: true, text: token.text };
  const { start, end } = token;
  if (token.kind === 'malformed') {
    return {
      ok: false,
      ...{ start, end, rule: 'placeholder-syntax', message: 'this is not a placeholder' },
      expected: '`{{name}}`, `{{= name}}` or `{{# name}}`, or `\\{{` for literal braces',
    };
  }
  const { form, name } = token;
  const quantity = quantities.get(name);
  if (quantity === undefined) {
    const hint = didYouMean(name, quantities.keys());
    const message = `the model has no quantity \`${name}\`${hint}`;
    return { ok: false, start, end, rule: 'quantity-missing', message };
  }
  if (form === 'value') return { ok: true, text: quantity.text };
  if (form === 'number') return { ok: true, text: plainNumber(clean(quantity.value)) };
  if (quantity.kind === 'derived') return { ok: true, text: quantity.working };
  return {
    ok: false,
    ...{ start, end, rule: 'working-missing', message: `\`${name}\` is an input` },
    expected: `\`{{${name}}}\`, since an input has no working`,
  };
}
