import type { AnswerFile } from '../../contract/answerLines.ts';
import type { FormatId } from '../../schemas/format.ts';
import type { CheckReport, DiagramVerdict } from '../report.ts';

/** What the page asks of the worker that checks. */
export type CheckJob =
  | {
      id: number;
      task: 'check';
      /** Where the contracts and prompts are found. */
      contracts: string;
      files: readonly AnswerFile[];
      format: FormatId | undefined;
    }
  /** Get ready for a text. */
  | { id: number; task: 'warm'; contracts: string }
  | { id: number; task: 'read'; given: readonly { name: string; bytes: Uint8Array }[] };

/** A report, and how long it took to make it, in milliseconds. */
export interface Checked {
  report: CheckReport;
  took: number;
}

/** Ready for a text, and how long that took, in milliseconds. */
export interface Warmed {
  warmed: number;
}

/** Files that were read, and a line for each that was not. */
export interface Read {
  files: AnswerFile[];
  faults: string[];
}

export type Reply = { id: number } & (
  { result: Checked | Read | Warmed; fault?: undefined } | { result?: undefined; fault: string }
);

/** What the page asks of the worker that holds Mermaid, and what that says of each source. */
export interface DiagramJob {
  id: number;
  sources: readonly string[];
}
export interface DiagramReply {
  id: number;
  result: DiagramVerdict[];
}
