/** What a heading says, without its marks. */
export interface HeadingWords {
  /** Text without marks, numbering, emoji and emphasis. */
  words: string;
  /** The number that it carries, if any. */
  number: number | undefined;
}

/** Cuts emoji, emphasis and numbering off: `🎯 **Step 1 — Scope**` is 1 and `Scope`. */
export function readNumbered(text: string): HeadingWords {
  const clean = bareText(text);
  const match = /^(?:(?:step|section|part)\s*)?(\d{1,2})\s*[.):—–-]*\s*(?=\D)/i.exec(clean);
  const number = match === null ? undefined : Number(match[1]);
  return { words: match === null ? clean : clean.slice(match[0].length), number };
}

/** A heading's text without hashes, tags, emphasis and emoji. */
export function bareText(text: string): string {
  return text
    .replace(/^\s*#{1,6}\s*/, '')
    .replace(/<\/?[a-z][^<>]*>/gi, '')
    .replace(/[*_`]+/g, '')
    .replace(/\p{Extended_Pictographic}|\u{FE0F}|\u{200D}|\u{20E3}/gu, '')
    .trim();
}

const small = new Set('the a an and or of for in to your with show work on'.split(' '));

/** Words that tell headings apart, without plural endings. */
export function termsOf(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(
    words.filter((word) => !small.has(word)).map((word) => word.replace(/(?<=\w{3})s$/, '')),
  );
}
