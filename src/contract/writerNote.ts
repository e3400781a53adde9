import type { Nodes } from 'mdast';

const opening = '<!-- To write:';

/** A comment that tells a writer what is still to be written here; the checker takes it for a gap. */
export function writerNote(points: readonly string[]): string {
  // Two hyphens would end the comment early.
  const list = points.map((point) => `- ${point.replace(/--+>?/g, '–')}`);
  return [opening, ...list, '-->'].join('\n');
}

/** Whether a note to the writer still stands in a text. */
export function isWriterNote(node: Nodes): boolean {
  return node.type === 'html' && node.value.startsWith(opening);
}
