/** Where the words wait that a visitor was brought here by. */
const key = 'search-words';

/** Remembers what is to be highlighted on the page to which a hit leads. */
export function leaveWords(words: string): void {
  try {
    sessionStorage.setItem(key, words);
  } catch {
    // Without storage nothing is highlighted.
  }
}

/** Highlights the words in the section where a hit has led; loads nothing where none has. */
export async function arrive(): Promise<void> {
  let words: string | null = null;
  try {
    words = sessionStorage.getItem(key);
    sessionStorage.removeItem(key);
  } catch {
    return;
  }
  if (words === null || location.hash === '') return;
  const { highlight } = await import('./highlight.ts');
  highlight(anchorOf(location.hash), words.split(' '));
}

/** The id that a hash names; one that is not well encoded names itself. */
function anchorOf(hash: string): string {
  const anchor = hash.slice(1);
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}
