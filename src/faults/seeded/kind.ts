/** One way in which content goes wrong: where it can happen, what it does, and what must be said of it. */
export interface FaultKind {
  name: string;
  /** The files in which it can happen. */
  files: RegExp;
  rule: string;
  /** How many of them are made. */
  count: number;
  /** Whether it can happen at this line; lines of fences and of front matter are marked. */
  fits: (line: string, place: Place) => boolean;
  /** The line as it becomes; several lines where it is cut or doubled, none where it is dropped. */
  change: (line: string, place: Place) => string[];
  /** 1-based line at which the fault must be named, given the index of the changed line; by default that line. */
  named?: (index: number, lines: readonly string[], damaged: readonly string[]) => number;
}

/** Where a line stands. */
export interface Place {
  index: number;
  lines: readonly string[];
  /** Inside of a code fence. */
  fenced: boolean;
  /** Between the `---` lines at the top. */
  front: boolean;
  /** The heading of level two above it. */
  heading: string;
}

/** The files in which most faults happen. */
export const model = /\/model\.yaml$/;
export const facts = /\/problem\.yaml$/;
export const designs = /content\/problems\/.*\.md$/;
export const templates = /content\/templates\/.*\.md$/;

/** Replaces the first match in a line. */
export const swap = (pattern: RegExp, to: string) => ({
  fits: (line: string) => pattern.test(line),
  change: (line: string) => [line.replace(pattern, to)],
});

/** The same in a line of a design's prose. */
export const inProse = (pattern: RegExp, to: string) => ({
  fits: (line: string, { fenced, front }: Place) => !fenced && !front && pattern.test(line),
  change: (line: string) => [line.replace(pattern, to)],
});

/** Whether a line is a sentence of a design. */
export const isProse = (line: string, { fenced, front, heading }: Place) =>
  !fenced && !front && heading !== '' && /^[A-Z][^|{}[\]]{60,}[.]$/.test(line);

/** In the inputs or in the derived figures of a model. */
export const under = (name: 'inputs' | 'derived', { lines, index }: Place) =>
  lines.slice(0, index).findLast((line) => /^\w/.test(line)) === `${name}:`;
