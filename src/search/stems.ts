/** Of the program that all indexes share, what cuts words down to their stems. */
export interface StemmingBackend {
  init_pagefind(metadata: Uint8Array): number;
  enter_playground_mode(index: number): number;
  search(
    index: number,
    query: string,
    original: string,
    filters: string,
    sort: string,
    isExact: boolean,
    isAccented: boolean,
  ): string;
}

/** Metadata of an index without sections: no version, and five empty lists. */
const empty = Uint8Array.of(0x86, 0x60, 0x80, 0x80, 0x80, 0x80, 0x80);

/**
 * Cuts words down as the index has them: `queries` to `queri`. Pagefind tells stems in its
 * playground only, of what is searched there; so an empty index is searched.
 */
export function stemmer(backend: StemmingBackend): (text: string) => string[] {
  const index = backend.enter_playground_mode(backend.init_pagefind(empty));
  return (text) => {
    const plain = text
      .normalize('NFD')
      .replace(/\p{M}|"/gu, '')
      .trim();
    const answer: { search_keywords: string[] } = JSON.parse(
      backend.search(index, plain, plain, '{}', '', false, false),
    );
    return answer.search_keywords;
  };
}
