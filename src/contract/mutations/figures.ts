import { type Damage, line, type Page, withLine } from './page.ts';

const amount = String.raw`[$€]?\d[\d,]*(?:\.\d+)?(?: ?%)?(?: ?[\p{L}µ/·²]+){0,3}`;

/**
 * Figures can be told wrong only where the text works them out: `a × b = c`. So what is damaged is
 * the first factor or the result of such a product, in the text as a reader has it.
 */
const working = new RegExp(
  String.raw`(?<![\p{L}\d.,$^] ?|[+−–-] )${amount}(?: [×÷] ${amount})+ [=≈] (?<result>[$€]?\d[\d,]*(?:\.\d+)?)(?<unit> ?[\p{L}µ]+)?`,
  'gu',
);

interface Working {
  at: number;
  text: string;
  /** Where in the line the result's number starts and ends, and its unit or magnitude. */
  start: number;
  end: number;
  unit: string;
  /** Where the first factor's number starts and ends. */
  factor: [start: number, end: number];
}

function workingsOf({ lines }: Page): Working[] {
  return lines.flatMap((text, at) =>
    [...text.matchAll(working)].map((match): Working => {
      const { result = '', unit = '' } = match.groups ?? {};
      const end = match.index + match[0].length - unit.length;
      const first = /\d[\d,]*(?:\.\d+)?/.exec(match[0]);
      const from = match.index + (first?.index ?? 0);
      return {
        at,
        text,
        start: end - result.replace(/^[$€]/, '').length,
        end,
        unit,
        factor: [from, from + (first?.[0].length ?? 0)],
      };
    }),
  );
}

/** Damage to each line that works something out. */
function figure(kind: string, put: (found: Working) => string | undefined): Damage {
  return {
    kind,
    doors: ['audit'],
    places: (page) =>
      workingsOf(page).flatMap((found) => {
        const text = put(found);
        if (text === undefined) return [];
        const lines = withLine(page.lines, found.at, text);
        return [() => ({ lines, at: line(found.at), rules: ['arithmetic'] })];
      }),
  };
}

/** A text with the number between two places multiplied. */
function scale(text: string, start: number, end: number, factor: number): string {
  const value = Number(text.slice(start, end).replaceAll(',', '')) * factor;
  const digits = Number(value.toPrecision(6));
  const shown = digits.toLocaleString('en-US', { maximumFractionDigits: 12 });
  return text.slice(0, start) + shown + text.slice(end);
}

/** What a magnitude or prefix is easily mistaken for. */
const mistaken = new Map(
  Object.entries({
    k: 'M',
    M: 'B',
    B: 'M',
    million: 'billion',
    billion: 'million',
    KB: 'MB',
    MB: 'GB',
    GB: 'TB',
    TB: 'PB',
    PB: 'TB',
  }),
);

const times10 = figure('result × 10', ({ text, start, end }) => scale(text, start, end, 10));
const by1000 = figure('result ÷ 1,000', ({ text, start, end }) => scale(text, start, end, 0.001));
const factor10 = figure('factor × 10', ({ text, factor }) => scale(text, ...factor, 10));
const prefix = figure('prefix of the result changed', ({ text, end, unit }) => {
  const name = unit.trim();
  const other = mistaken.get(name);
  if (other === undefined) return undefined;
  return text.slice(0, end) + unit.replace(name, other) + text.slice(end + unit.length);
});

export const figureDamages = [times10, by1000, factor10, prefix];
