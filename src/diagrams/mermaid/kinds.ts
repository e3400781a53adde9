/** The types of diagram that are drawn at build and looked at in both themes, by mermaid's own names. */
const drawnAtBuild: ReadonlySet<string> = new Set([
  'flowchart',
  'flowchart-v2',
  'sequence',
  'class',
  'classDiagram',
  'state',
  'stateDiagram',
  'er',
  'c4',
  'gantt',
  'pie',
  'mindmap',
  'timeline',
  'quadrantChart',
  'journey',
  'gitGraph',
  'xychart',
  'requirement',
  'block',
  'packet',
  'kanban',
  'sankey',
  'radar',
]);

/** Whether a type is drawn at build; any other is left to the browser. */
export function isDrawnAtBuild(kind: string): boolean {
  return drawnAtBuild.has(kind);
}
