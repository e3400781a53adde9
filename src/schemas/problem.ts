import { z } from 'zod';
import { quantityId } from './model.ts';

export const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case words with hyphens');

/** Text in which `{{quantity}}` is filled; inline Markdown is allowed. */
const prose = z.string().min(10);

/** The level at which the problem is usually asked; the levels above ask it too. */
export const levels = ['mid', 'senior', 'staff'] as const;

/** An option that was weighed and not taken. */
const rejectedSchema = z.strictObject({
  option: z.string().min(3),
  because: prose,
  /** Ids of the components that this option would have brought. */
  components: z.array(slug).default([]),
});

/** The number at which a choice turns round. */
const flipSchema = z.strictObject({
  /** A comparison over quantities with units: `peak_write_rate > 20,000 write/s`. */
  when: z.string().min(3),
  /** What one would do then. */
  to: prose,
});

/** One decision of a design, with its rivals. */
export const decisionSchema = z.strictObject({
  id: slug,
  question: z.string().endsWith('?', 'expected a question'),
  choice: prose,
  because: prose,
  rejected: z.array(rejectedSchema).min(1),
  /** Ids of the components that the choice brings. */
  components: z.array(slug).default([]),
  flips: z.array(flipSchema).default([]),
});

/** What makes a problem hard: the two or three places where the words are spent. */
const hardPartSchema = z.strictObject({ title: z.string().min(3), why: prose });

/** A part that fails, as one would tell it in a minute: the mechanism, not the remedy's name. */
const failureSchema = z.strictObject({
  /** What fails or goes wrong: `A gateway dies between append and answer`. */
  what: z.string().min(3).max(70),
  /** What that does, and how. */
  effect: prose.max(160),
  /** What is done about it, and what remains. */
  answer: prose.max(200),
});

/** `problem.yaml`: what is asked, why it is hard, and what was decided. */
export const problemSchema = z.strictObject({
  title: z.string().min(3),
  /** Place in lists; the lowest comes first. */
  order: z.int(),
  /** As an interviewer would ask it; fills the prompts: `Design a URL shortener like Bitly`. */
  ask: z.string().min(5),
  /** One sentence for lists and search. */
  summary: prose,
  level: z.enum(levels),
  tags: z.array(slug).min(2).max(8),
  /** What the interviewer says, in two to five sentences of Markdown. */
  statement: prose,
  hardParts: z.array(hardPartSchema).min(2).max(5),
  /** Quantities shown on the problem's page, most telling first. */
  keyFigures: z.array(quantityId).min(4).max(10),
  decisions: z.array(decisionSchema).min(3),
  /** How it fails, most telling first. */
  failures: z.array(failureSchema).min(4).max(7),
  /** The five questions that are hardest to answer: headings of questions in the designs, as they are written there. */
  hardest: z.array(z.string().endsWith('?', 'expected a question')).length(5),
});

export type Problem = z.infer<typeof problemSchema>;
export type Failure = z.infer<typeof failureSchema>;
export type Decision = z.infer<typeof decisionSchema>;
