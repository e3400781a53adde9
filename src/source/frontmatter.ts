/** A Markdown file cut into its front matter and its body; lines are kept countable. */
export interface FrontMatter {
  /** YAML between the `---` lines, without them; empty when there is none. */
  yaml: string;
  /** Everything after the closing `---` line. */
  body: string;
  /** Lines before `yaml` in the file: 1 with front matter, else 0. */
  yamlLinesBefore: number;
  /** Lines before `body` in the file. */
  bodyLinesBefore: number;
}

/** Splits a Markdown text at its `---` fences. A file without front matter is all body. */
export function splitFrontMatter(text: string): FrontMatter {
  const match = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text);
  if (match === null || match.index !== 0) {
    return { yaml: '', body: text, yamlLinesBefore: 0, bodyLinesBefore: 0 };
  }
  const [fence, yaml = ''] = match;
  return {
    yaml,
    body: text.slice(fence.length),
    yamlLinesBefore: 1,
    bodyLinesBefore: fence.split('\n').length - 1,
  };
}
