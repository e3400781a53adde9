import type { Nodes } from 'mdast';
import type { diagramMedia, MermaidKind } from '../schemas/need.ts';
import { walk } from '../source/markdown.ts';

export type DiagramMedium = (typeof diagramMedia)[number];

/** A diagram found in a text. */
export interface Diagram {
  medium: DiagramMedium;
  /** Its Mermaid type; `undefined` for other media. */
  type: MermaidKind | undefined;
  /** Source of the diagram, or address of the whiteboard. */
  source: string;
  /** Words that tell what it shows: a whiteboard's alternative text. */
  alt: string;
  node: Nodes;
}

const mermaidTypes: readonly (readonly [RegExp, MermaidKind])[] = [
  [/^(?:flowchart|graph)\b/, 'flowchart'],
  [/^sequenceDiagram\b/, 'sequence'],
  [/^erDiagram\b/, 'er'],
  [/^stateDiagram\b/, 'state'],
  [/^classDiagram\b/, 'class'],
  [/^C4[A-Z]/, 'c4'],
];

/** Languages of a fence that can hold a drawing made of characters. */
const asciiLanguages = new Set(['', 'text', 'txt', 'ascii']);

/** Signs of a drawing: boxes and lines, or arrows between words. */
const drawing = /[\u2500-\u257f\u25b2\u25b6\u25bc\u25c0]|\+-{2,}|-{1,}>|<-{1,}|={2,}>|→/;

/** Every diagram at or below the nodes, in order. */
export function findDiagrams(nodes: readonly Nodes[]): Diagram[] {
  return [...walk(nodes)].flatMap((node): Diagram[] => {
    if (node.type === 'image' && node.url.endsWith('.excalidraw')) {
      const alt = node.alt ?? '';
      return [{ medium: 'excalidraw', type: undefined, source: node.url, alt, node }];
    }
    if (node.type !== 'code') return [];
    const language = node.lang ?? '';
    if (language === 'mermaid') {
      return [
        { medium: 'mermaid', type: mermaidType(node.value), source: node.value, alt: '', node },
      ];
    }
    return isDrawing(language, node.value)
      ? [{ medium: 'ascii', type: undefined, source: node.value, alt: '', node }]
      : [];
  });
}

/** The type of a Mermaid source, from its first line that is neither front matter, directive nor comment. */
export function mermaidType(source: string): MermaidKind {
  const opening = source
    .replace(/^\s*---\n[\s\S]*?\n---\n/, '')
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '' && !line.startsWith('%%'));
  return mermaidTypes.find(([pattern]) => pattern.test(opening ?? ''))?.[1] ?? 'other';
}

/** Whether a fence is a drawing rather than code or a listing. */
export function isDrawing(language: string, value: string): boolean {
  return asciiLanguages.has(language) && drawing.test(value);
}
