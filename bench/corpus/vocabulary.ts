import type { Contract } from '../../src/schemas/contract.ts';

/** Words that text may be varied with, and words that must stay. */
export interface Vocabulary {
  /** Every free word of the real texts as often as it stands there, so that common ones stay common. */
  words: readonly string[];
  /** Words and phrases that a contract looks for: they stay where they stand. */
  kept: readonly string[];
}

/** Words that would make a sum or a figure of what stands beside them. */
const numerical =
  'zero one two three four five six seven eight nine ten eleven twelve hundred thousand million billion trillion ' +
  'half third quarter twice double triple dozen times plus minus percent about nearly roughly';

const word = /[a-z]+(?:['’-][a-z]+)*/g;

/** A number, a placeholder or a sign of one, then the word that is counted. */
const counted = /(?:\d|\}\}|%)[\s-]*([a-z]+)|([a-z]+)\s*(?:\/|=)/g;

/** Gathers the vocabulary of real texts, without what their contracts look for. */
export function gatherVocabulary(
  texts: readonly string[],
  contracts: readonly Contract[],
): Vocabulary {
  const kept = [...new Set(contracts.flatMap(wantedTexts))];
  const barred = new Set(wordsOf([...kept, numerical, ...contracts.flatMap(bannedWords)]));
  for (const text of texts) {
    for (const [, after, before] of text.matchAll(counted)) barred.add(after ?? before ?? '');
  }
  const words = texts.flatMap(freeWords).filter((found) => !barred.has(found));
  return { words, kept };
}

function wordsOf(texts: readonly string[]): string[] {
  return texts.flatMap((text) => text.toLowerCase().match(word) ?? []);
}

/** The lower-case words of a text's prose: no code, no headings, no addresses. */
export function freeWords(text: string): string[] {
  const prose = text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replace(/^```[\s\S]*?^```/gm, '')
    .replace(/^#.*$/gm, '')
    .replace(/\{\{[^}]*\}\}|`[^`]*`|\]\([^)]*\)/g, ' ');
  return prose.match(/(?<![\w-])[a-z]{4,}(?![\w-])/g) ?? [];
}

/** What a contract's checker looks for in prose. Headings are left alone anyway. */
function wantedTexts({ sections, needs }: Contract): string[] {
  const all = [...needs, ...sections.flatMap((section) => section.needs)];
  return [
    ...sections.flatMap(({ unless }) => unless ?? []),
    ...all.flatMap((need) => {
      if (need.kind === 'mentions') return need.terms.flat();
      if (need.kind === 'labels') return need.labels;
      if (need.kind === 'answers') return need.questions;
      return need.kind === 'items' && need.under !== undefined ? [need.under] : [];
    }),
  ];
}

function bannedWords({ bans }: Contract): string[] {
  return bans.flatMap(({ words }) => words);
}
