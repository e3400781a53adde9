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

/** Words parted by single spaces. */
export function phraseOf(text: string): string {
  return wordsOf(text).join(' ');
}
