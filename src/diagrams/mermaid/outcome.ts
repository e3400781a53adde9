/** A finished diagram. */
export interface RenderedDiagram {
  /** Its ids begin with {@link RenderedDiagram.prefix}. */
  svg: string;
  /** Begins every id in the SVG: `dg` and eight hex digits of the source's hash. */
  prefix: string;
  /** The author's `accTitle`; empty if there is none. */
  title: string;
  /** The author's `accDescr`; empty if there is none. */
  description: string;
  /** Mermaid's name of the type, for example `flowchart-v2`. */
  kind: string;
  /** In px, as in the SVG's `viewBox`. */
  width: number;
  height: number;
}

/** What is wrong with a diagram's source. */
export interface SyntaxFault {
  /** 1-based, counted from the diagram's first line. */
  line: number;
  /** Mermaid's message, on one line. */
  message: string;
}

/** What came of a source: a drawing, a type left to the browser, or a fault. */
export type Outcome =
  | { status: 'drawn'; diagram: RenderedDiagram }
  | { status: 'unknown'; kind: string }
  | { status: 'faulty'; fault: SyntaxFault };

/** What a check says without drawing. */
export type Verdict =
  | { status: 'sound'; kind: string; title: string; description: string }
  | { status: 'faulty'; fault: SyntaxFault };
