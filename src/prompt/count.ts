/** Words as a writer counts them: runs of characters between white space that hold a letter or digit. */
export function countWords(text: string): number {
  return text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}

/**
 * How many tokens a model would make of a text, roughly: four characters of English a token,
 * the rule of thumb that the makers of models give. Right within about 15 % for English prose.
 */
export function estimateTokens(text: string): number {
  return Math.ceil(text.length / 4);
}
