/** A number with a load unit that was typed by hand. */
export interface TypedFigure {
  text: string;
  /** Offset in the text that was searched. */
  offset: number;
}

const number = String.raw`(?<![\w.,^])\d[\d,]*(?:\.\d+)?`;
const magnitude = String.raw`(?:k|K|M|B|bn|thousand|million|billion|trillion)\b`;
const size = String.raw`(?:[kKMGTPE]i?B|[kKMGT]?bps|bytes?|bits?)\b`;
const rate = String.raw`(?:\/|per )(?:s|sec|second|min|minute|h|hour|day|month|year)\b`;
const loadNoun = String.raw`(?:QPS|RPS|TPS|DAU|MAU|users?|requests?|reads?|writes?|quer(?:y|ies)|messages?|events?|connections?)\b`;
const money = String.raw`(?:\$|€|US\$) ?\d[\d,.]*`;

const typedFigure = new RegExp(
  String.raw`${number} ?(?:${magnitude}|${size}|(?:\w+ ?)?${rate}|${loadNoun})|${money}`,
  'g',
);

/**
 * Finds figures that should have come from the model: loads, sizes, rates and money.
 * Durations, percentages, versions and plain counts are left alone.
 */
export function findTypedFigures(text: string): TypedFigure[] {
  return [...text.matchAll(typedFigure)].map(({ 0: found, index }) => ({
    text: found,
    offset: index,
  }));
}

const placeholder = /\{\{[^{}]*\}\}/g;
const fence = /^(?<marks>```+|~~~+)[ \t]*(?<language>\S*)[^\n]*\n[\s\S]*?^\k<marks>[ \t]*$/gm;
const proseLanguages = new Set(['', 'text', 'txt', 'ascii', 'mermaid']);

/** Blanks out placeholders and program code, keeping every offset. */
export function withoutComputed(source: string): string {
  return source
    .replace(fence, (block: string, ...rest: unknown[]) => {
      const { language } = rest.at(-1) as { language: string };
      return proseLanguages.has(language) ? block : blank(block);
    })
    .replace(placeholder, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
