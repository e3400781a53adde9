import type { Expression, Quantity } from './expression.ts';
import type { Mode, Value } from './evaluate.ts';

/** What an auditor says of a claim; it says nothing where nothing self-contained is claimed. */
export const verdicts = ['right', 'rounded', 'wrong', 'unit'] as const;
export type Verdict = (typeof verdicts)[number];

/** A claim judged. */
export interface Judgement {
  verdict: Verdict;
  /** What was stated over what it comes to. */
  ratio: number;
  /** What the expression comes to, in seconds, bytes and dollars. */
  computed: Value;
  stated: Value;
  /** How it was read. */
  mode: Mode;
  /** The expression as it was read, where more was known of it than stands in it. */
  read?: Expression;
}

/** What stands around a claim and may excuse a difference. */
export interface Context {
  /** The passage in small letters. */
  words: string;
  /** Numbers of the passage that the claim does not use. */
  numbers: readonly number[];
  /** Only equal dimensions are judged: the two sides do not stand in one sentence. */
  strict: boolean;
  /** Joined by an arrow, `~` or a verb, which may mean something else. */
  weak: boolean;
  /** Said to be about as much: `≈`, `~`. */
  about: boolean;
  /** Figures with a unit in the same passage. */
  mentions?: readonly Quantity[];
  /** The two sides may belong to different things: only a wrong number of zeros counts. */
  doubtful?: true;
  /** The calculation stands in parentheses behind its result. */
  remark?: true;
}
