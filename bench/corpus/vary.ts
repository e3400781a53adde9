import type { Vocabulary } from './vocabulary.ts';

/** Part of the new words that stands in no other problem, as names and terms of a field do. */
const ownShare = 0.3;

/** Words in a row without such a word, at most: two problems made of one must not say the same. */
const ownStride = 6;

/** Figures, code, link targets, tags and marks of callouts, which stay; or a word. */
const stretch =
  /\{\{[^}]*\}\}|`[^`]*`|\]\([^)]*\)|<[^>]+>|\[![^\]]*\][+-]?|[\p{L}\p{N}]+(?:['’_.-][\p{L}\p{N}]+)*/u
    .source;

/** Puts other words into a text. Word for word, so that counts, sentences and marks stay. */
export type Vary = (text: string) => string;

/** A way of varying texts that is one problem's own. */
export function varyWith({ words, kept }: Vocabulary, random: () => number): Vary {
  const own = Array.from({ length: 400 }, () => coinWord(random));
  const stays = new Set(kept.flatMap((phrase) => phrase.toLowerCase().split(/\W+/)));
  const names = new Map<string, string>();
  const rename = (name: string) => {
    if (name.split('_').some((part) => stays.has(part))) return name;
    const known = names.get(name) ?? pick(own, random);
    names.set(name, known);
    return known;
  };
  const phrases = [...kept].sort((a, b) => b.length - a.length).map(escapePhrase);
  const wanted = `(?<![\\p{L}\\p{N}])(?:${phrases.join('|')})(?:s|es)?(?![\\p{L}\\p{N}])`;
  const token = new RegExp(`(?<kept>${wanted})|${stretch}`, 'giu');
  return (text) => {
    let sinceOwn = 0;
    return text.replace(token, (found, phrase: string | undefined, offset: number) => {
      sinceOwn += 1;
      if (found.startsWith('`')) return otherCode(found, rename, random);
      const opens =
        /[.?!:] $/.test(text.slice(Math.max(0, offset - 2), offset)) && /^[A-Z][a-z]+$/.test(found);
      if (phrase !== undefined || !(opens || /^[a-z]{2,}$/.test(found))) return found;
      const isOwn = random() < ownShare || sinceOwn >= ownStride;
      if (isOwn) sinceOwn = 0;
      const other = pick(isOwn ? own : words, random);
      return opens ? other.charAt(0).toUpperCase() + other.slice(1) : other;
    });
  };
}

/** A figure, which stays; or a name, neither a function's nor part of a path or of a longer name. */
const identifier =
  /\{\{[^}]*\}\}|(?<![\p{L}\p{N}./:_-])[a-z]{4,}(?:_[a-z]+)*(?![\p{L}\p{N}./:(_-])/gu;

/** Code with other names of variables, tables and columns, and other long numbers. */
function otherCode(code: string, rename: Vary, random: () => number): string {
  return code
    .replace(/\d{4,}/g, (digits) => otherDigits(digits, random))
    .replace(identifier, (name) => (name.startsWith('{{') ? name : rename(name)));
}

/** As many digits, the first one kept, so that no zero leads. */
function otherDigits(digits: string, random: () => number): string {
  return digits.replace(/(?!^)\d/g, () => String(Math.floor(10 * random())));
}

function escapePhrase(phrase: string): string {
  return phrase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** As `vary`, for Markdown: fences and headings stay, since contracts look for them. */
export function varyMarkdown(body: string, vary: Vary, diagramNote: string): string {
  let fence: string | undefined;
  return body
    .split('\n')
    .map((line) => {
      const [, ticks, language] = /^(`{3,})(\w*)/.exec(line) ?? [];
      if (ticks !== undefined) {
        fence = fence === undefined ? (language ?? '') : undefined;
        return line;
      }
      // A diagram of its own, so that it is drawn and not taken from the cache.
      if (fence === 'mermaid') return line.replace(/^(\s*accTitle:.*)$/, `$1 ${diagramNote}`);
      if (fence !== undefined || line.startsWith('#')) return line;
      return vary(line);
    })
    .join('\n');
}

const starts = 'b br c ch d f fl g gr h k l m n p pr qu r s sh st t tr v w z'.split(' ');
const middles = 'a e i o u ai ea ou'.split(' ');
const ends = 'l n r s t nd rm st ck x th'.split(' ');

/** A word that looks like one and means nothing: `grouland`. */
export function coinWord(random: () => number): string {
  const syllables = 2 + Math.floor(random() * 2);
  const parts = Array.from(
    { length: syllables },
    () => pick(starts, random) + pick(middles, random),
  );
  return parts.join('') + pick(ends, random);
}

export function pick<T>(from: readonly T[], random: () => number): T {
  const found = from[Math.floor(random() * from.length)];
  if (found === undefined) throw new Error('there is nothing to pick from');
  return found;
}
