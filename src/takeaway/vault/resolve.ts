import { parseMarkdown, walk } from '../../source/markdown.ts';

/** A link or an embed between notes. */
export interface WikiTarget {
  /** What stands before `#` and `|`. */
  target: string;
  /** What stands behind `#`. */
  heading: string;
}

/** The wiki links of a note; what looks like one in code or mathematics is none. */
export function wikiTargets(note: string): WikiTarget[] {
  const code = [...walk(parseMarkdown(note).children)].flatMap(({ type, position }) => {
    const [start, end] = [position?.start.offset, position?.end.offset];
    const isCode = type === 'code' || type === 'inlineCode';
    return isCode && start !== undefined && end !== undefined ? [{ start, end }] : [];
  });
  return [...note.matchAll(/!?\[\[([^[\]\n]+)\]\]/g)]
    .filter(({ index }) => !code.some(({ start, end }) => start <= index && index < end))
    .map(([, inside = '']) => {
      const [link = ''] = inside.split(/\\?\|/);
      const [target = '', heading = ''] = link.split('#');
      return { target: target.trim(), heading };
    });
}

/**
 * The files that a wiki link may mean, as Obsidian looks for them: the path from the vault's root,
 * else every file whose path ends with it; notes may leave out `.md`; case does not matter.
 */
export function resolveTarget(target: string, files: readonly string[]): string[] {
  const wanted = target.toLowerCase();
  const names = [wanted, `${wanted}.md`];
  const exact = files.filter((file) => names.includes(file.toLowerCase()));
  if (exact.length > 0) return exact;
  return files.filter((file) => names.some((name) => file.toLowerCase().endsWith(`/${name}`)));
}
