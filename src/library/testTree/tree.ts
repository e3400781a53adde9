/** Texts by path. */
export type Tree = Record<string, string>;
