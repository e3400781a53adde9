/**
 * One thing that is wrong with the content, for the person who must mend it.
 * Faults are data; they become text only at the edge (`formatFault`).
 */
export interface Fault {
  /** File, relative to the project's root, with forward slashes. */
  path: string;
  /** 1-based line in that file. */
  line: number;
  /** 1-based column in that line, in UTF-16 code units. */
  column: number;
  /** Stable rule id in kebab case, for example `unit-mismatch`. */
  rule: string;
  /** What is wrong, in one sentence without a closing full stop. */
  message: string;
  /** What was expected instead; left out where the message already says it. */
  expected?: string;
}

/** A 1-based position in a text. */
export interface Position {
  line: number;
  column: number;
}

/** `path:line:column  rule  message; expected …`: one line a fault, clickable in most terminals. */
export function formatFault({ path, line, column, rule, message, expected }: Fault): string {
  const wanted = expected === undefined ? '' : `; expected ${expected}`;
  return `${path}:${line}:${column}  ${rule}  ${message}${wanted}`;
}

/** Faults in reading order: by path, then line, then column, then rule. */
export function sortFaults<F extends Fault>(faults: readonly F[]): F[] {
  return [...faults].sort(
    (a, b) =>
      compareText(a.path, b.path) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.rule, b.rule) ||
      compareText(a.message, b.message),
  );
}

/** Code unit order: the same on every machine and in every locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
