import { namesOf } from './componentNames.ts';
import type { SearchRecord } from './record.ts';
import { beginningOf } from './typos.ts';

/** Words that say nothing about what is sought. */
const stopWords = new Set(
  (
    'a about after all an avoid avoided avoids ensure explain handle handled prevent prevented and any are as at be been before but by can could d did do does each find for from get gets ' +
    'had has have how i if in into is it its ll m made make makes me more most my need not of off on one or our out ' +
    're s should so some such than that the their them then there these they this those to up us use used uses using ' +
    've vs want was way ways we were what when where which while who whose why will with without would you your'
  ).split(' '),
);

/** Whether a word says something about what is sought. */
export function isTelling(word: string): boolean {
  return !stopWords.has(word);
}

/** Cuts a text into lower-case words of letters and digits. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/**
 * The words of all headings, and the names of all components; sorted, each once. With `most`, those
 * that stand in most problems.
 */
export function knownWords(records: readonly SearchRecord[], most = Infinity): string[] {
  const problems = new Map<string, Set<string>>();
  for (const { meta, facets } of records) {
    const names = (facets.component ?? []).flatMap(({ title }) => namesOf(title));
    for (const word of [meta.title, meta.page, ...names].flatMap(wordsOf)) {
      if (word.length <= 3 || !isTelling(word)) continue;
      const having = problems.get(word) ?? new Set();
      problems.set(word, having.add(facets.problem?.[0]?.id ?? ''));
    }
  }
  const words = [...problems.keys()].sort();
  const havingOf = (word: string) => problems.get(word)?.size ?? 0;
  if (words.length <= most) return words;
  return words
    .sort((a, b) => havingOf(b) - havingOf(a))
    .slice(0, most)
    .sort();
}

/** Those of the names given that a text writes with hyphens: `exactly-once`, as `exactly once`. */
export function compoundsAmong(
  names: readonly string[],
  records: readonly Pick<SearchRecord, 'content'>[],
): string[] {
  const written = new Set(
    records.flatMap(({ content }) =>
      (content.match(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu) ?? []).map(phraseOf),
    ),
  );
  return [...new Set(names.map(phraseOf))].filter((name) => written.has(name)).sort();
}

/** Words parted by single spaces. */
export function phraseOf(text: string): string {
  return wordsOf(text).join(' ');
}

/**
 * Those of the names given that no text has, as their words. Pagefind would take ever shorter
 * beginnings of them, down to a letter, and find those.
 */
export function absentAmong(
  names: readonly string[],
  records: readonly Pick<SearchRecord, 'content'>[],
): string[] {
  const single = [...new Set(names.map(phraseOf))].filter((name) => !name.includes(' '));
  const missing = new Set(single.map(beginningOf));
  const lengths = [...new Set([...missing].map(({ length }) => length))];
  for (const { content } of records) {
    for (const word of wordsOf(content)) {
      for (const length of lengths) missing.delete(word.slice(0, length));
    }
  }
  return single.filter((name) => missing.has(beginningOf(name))).sort();
}
