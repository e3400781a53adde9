import type { Heading, Root, RootContent } from 'mdast';
import type { Position } from '../faults/fault.ts';
import { parseMarkdown, plainText } from '../source/markdown.ts';

/** A heading of level two with all that stands below it up to the next one. */
export interface OutlineSection {
  /** The heading's text as a reader sees it. */
  heading: string;
  position: Position;
  nodes: RootContent[];
  /** Markdown between this heading and the next, as written. */
  source: string;
}

/** A Markdown text cut at its headings of level two. */
export interface Outline {
  /** The whole text, parsed. */
  root: Root;
  sections: OutlineSection[];
  /** What stands before the first heading. */
  lead: RootContent[];
  /** Headings of level one, which a worked design must not have: its title is made. */
  titles: { heading: string; position: Position }[];
}

/** Cuts a Markdown body; positions count from the top of the file, `linesBefore` lines above. */
export function outline(body: string, linesBefore = 0, root = parseMarkdown(body)): Outline {
  const result: Outline = { root, sections: [], lead: [], titles: [] };
  const starts: number[] = [];

  for (const node of root.children) {
    if (node.type === 'heading' && node.depth === 1) {
      result.titles.push({ heading: plainText(node), position: positionOf(node, linesBefore) });
    } else if (node.type === 'heading' && node.depth === 2) {
      result.sections.push({
        heading: plainText(node),
        position: positionOf(node, linesBefore),
        nodes: [],
        source: '',
      });
      starts.push(node.position?.start.offset ?? 0);
    } else {
      (result.sections.at(-1)?.nodes ?? result.lead).push(node);
    }
  }
  result.sections.forEach((section, index) => {
    section.source = body.slice(starts[index], starts[index + 1]);
  });
  return result;
}

/** Where a node stands in its file. */
export function positionOf(node: RootContent | Heading, linesBefore: number): Position {
  const { line = 1, column = 1 } = node.position?.start ?? {};
  return { line: line + linesBefore, column };
}
