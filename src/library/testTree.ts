import { designs } from './testTree/designs.ts';
import { facts } from './testTree/facts.ts';
import { reference } from './testTree/reference.ts';
import { templates } from './testTree/templates.ts';
import type { Tree } from './testTree/tree.ts';
import type { ContentFile } from './tree.ts';

export type { Tree };

/** The smallest content without a fault: a problem “clock” in five formats. For tests only. */
export const validTree: Tree = { ...templates, ...reference, ...facts, ...designs };

/** The files of a tree, as the library reads them. */
export function filesOf(tree: Tree): ContentFile[] {
  return Object.entries(tree).map(([path, text]) => ({ path, text }));
}

/** A copy in which `from` became `to` in one file; throws where `from` does not stand there. */
export function change(tree: Tree, path: string, from: string, to: string): Tree {
  const text = tree[path];
  if (text === undefined || !text.includes(from)) throw new Error(`${path} has no “${from}”`);
  return { ...tree, [path]: text.replace(from, () => to) };
}

/** A copy without one file. */
export function drop(tree: Tree, path: string): Tree {
  if (!(path in tree)) throw new Error(`there is no ${path}`);
  return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== path));
}

/** 1-based line of the first line that contains a text. */
export function lineOf(tree: Tree, path: string, text: string): number {
  const index = (tree[path] ?? '').split('\n').findIndex((line) => line.includes(text));
  if (index === -1) throw new Error(`${path} has no line with “${text}”`);
  return index + 1;
}
