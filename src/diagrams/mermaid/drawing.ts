import type { Box } from './box.ts';
import type { Matrix } from './matrix.ts';

/** How a leaf looks: SVG presentation attributes, only those that differ from SVG's own start values. */
export type Look = Readonly<Record<string, string>>;

/** A shape, its geometry as attributes in its own units. */
export interface Shape {
  kind: 'shape';
  tag: string;
  geometry: Readonly<Record<string, string>>;
  look: Look;
  matrix: Matrix;
  box: Box;
}

/** One line of a label. */
export interface LabelLine {
  x: number;
  y: number;
  anchor: 'start' | 'middle' | 'end';
  spans: readonly { text: string; look: Look }[];
}

/** A text of one or more lines, baselines alphabetic and in px. */
export interface Label {
  kind: 'label';
  lines: readonly LabelLine[];
  look: Look;
  matrix: Matrix;
  box: Box;
}

/** What a link wraps. */
export interface Link {
  kind: 'link';
  href: string;
  leaves: readonly Leaf[];
  box: Box;
}

export type Leaf = Shape | Label | Link;

/** An arrowhead. */
export interface Marker {
  attributes: Readonly<Record<string, string>>;
  leaves: readonly Leaf[];
}

/** A whole picture: leaves in paint order, nothing nested but links. */
export interface Drawing {
  leaves: readonly Leaf[];
  /** By the id that `marker-…` of a look names. */
  markers: ReadonlyMap<string, Marker>;
  box: Box;
}
