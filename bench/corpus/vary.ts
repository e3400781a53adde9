import type { Vocabulary } from './vocabulary.ts';

/** Part of the new words that stands in no other problem, as names and terms of a field do. */
const ownShare = 0.3;

/** Words in a row without such a word, at most: by eight in a row two problems are told to say the same. */
const ownStride = 7;

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
    const tokens = [...text.matchAll(token)].map(({ 0: found, 1: phrase, index }): Token => {
      const opens = /[.?!:] $/.test(text.slice(0, index)) && /^[A-Z][a-z]+$/.test(found);
      const stays = phrase !== undefined || !(opens || /^[a-z]{2,}$/.test(found));
      return { found, index, opens, stays, words: countWords(found) };
    });
    let varied = '';
    let end = 0;
    let sinceOwn = 0;
    for (const [at, { found, index, opens, stays, words: count }] of tokens.entries()) {
      let other = found.startsWith('`') ? otherCode(found, rename, random) : found;
      sinceOwn += count;
      if (!stays) {
        // The last word before a stretch that stays has to part it from what was said before.
        const isOwn = random() < ownShare || sinceOwn + stayingAfter(tokens, at) > ownStride;
        if (isOwn) sinceOwn = 0;
        const word = pick(isOwn ? own : words, random);
        other = opens ? word.charAt(0).toUpperCase() + word.slice(1) : word;
      }
      varied += text.slice(end, index) + other;
      end = index + found.length;
    }
    return varied + text.slice(end);
  };
}

/** A stretch of a text. */
interface Token {
  found: string;
  index: number;
  /** Whether it begins a sentence. */
  opens: boolean;
  stays: boolean;
  /** As how many words of prose it counts. */
  words: number;
}

/** Words that stay between a token and the next that does not. */
function stayingAfter(tokens: readonly Token[], at: number): number {
  let count = 0;
  for (let next = at + 1; tokens[next]?.stays === true; next += 1) {
    count += tokens[next]?.words ?? 0;
  }
  return count;
}

/** Figures, targets of links and tags are no words of a text. */
function countWords(token: string): number {
  return /^(?:\{\{|\]\(|<|\[!)/.test(token) ? 0 : (token.match(/[\p{L}\p{N}]+/gu) ?? []).length;
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
