/** What an author says of a diagram for those who can't see it; empty where nothing is said. */
export interface Words {
  title: string;
  description: string;
}

/**
 * Reads `accTitle: …` and `accDescr: …` (or `accDescr { … }`) from a source. Types whose grammar has
 * no such lines (mindmap, block, kanban, sankey, …) take them as comments: `%% accTitle: …`.
 */
export function wordsOf(source: string): Words {
  const line = (name: string): string | undefined =>
    new RegExp(`^[ \\t]*(?:%%[ \\t]*)?${name}[ \\t]*:[ \\t]*(.+)$`, 'm').exec(source)?.[1];
  const block = /^[ \t]*accDescr\s*\{([^}]*)\}/m.exec(source)?.[1];
  return { title: tidy(line('accTitle')), description: tidy(line('accDescr') ?? block) };
}

function tidy(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
