import { z } from 'zod';
import { formatId } from './format.ts';
import { diagramMedia, needSchema } from './need.ts';
import { topicId } from './topic.ts';

const slug = z
  .string()
  .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'expected lower-case words with hyphens');

/** How the prompt's body numbers its headings; tells the body's headings from its other lines. */
export const headingStyles = {
  /** `1) One-line recap` */
  paren: /^(\d+\) \S.*)$/,
  /** `    1. REQUIREMENTS SUMMARY`: capitals, indented in the system prompt. */
  capitals: /^ +(\d+\. [A-Z][A-Z -]+\S.*)$/,
  /** `### 1. System Overview` */
  hashes: /^### (\d+\. \S.*)$/,
  /** `STEP 1: REQUIREMENTS & SCOPE` */
  step: /^(STEP \d+: \S.*)$/,
} as const;

/** Word limits; words in code and diagrams don't count. */
const wordLimits = z.strictObject({
  min: z.int().positive(),
  max: z.int().positive(),
  /** What the limits hold for: the whole design, or each of its files. */
  per: z.enum(['design', 'file']),
});

/** One ordered section of a format. */
export const sectionSchema = z.strictObject({
  /** Stable id, unique in the format; used in records and scores. */
  id: slug,
  /** The exact heading, in the prompt and in every worked design. */
  heading: z.string().min(3),
  /** What the prompt adds behind the heading for the writer alone, such as `(IF APPLICABLE)`. */
  hint: z.string().optional(),
  /** Canonical topics, the main one first. */
  topics: z.array(topicId).min(1),
  /** The output file that the section belongs to, in formats of several files. */
  file: z.string().optional(),
  /** An optional section may be left out. */
  optional: z.boolean().default(false),
  /**
   * A phrase of the prompt, letter by letter, that the section contains when it does not apply, such as
   * `Search is not required because`; its presence lifts the section's needs. Left out: they always hold.
   */
  unless: z.string().min(10).optional(),
  /** Figures come from the model here: a number with a load unit typed by hand is a fault. */
  computed: z.boolean().default(false),
  /** What it must contain, each point a short line for the reader of the template's page. */
  holds: z.array(z.string().min(3)).min(1),
  /** What of that can be counted. */
  needs: z.array(needSchema).default([]),
});

/** Words that a format must not contain anywhere. */
const banSchema = z.strictObject({
  /** What kind of thing is banned: `vendor names`. */
  what: z.string().min(3),
  asks: z.string().min(3),
  words: z.array(z.string().min(2)).min(1),
});

/** A part of the interview and the minutes to spend on it. */
const paceSchema = z.strictObject({
  part: z.string().min(2),
  minutes: z.int().positive(),
  /** Ids of the sections that this part covers. */
  sections: z.array(slug).min(1),
});

/** The front matter of a template: the contract of one format, and the only place where its structure stands. */
export const contractSchema = z.strictObject({
  id: formatId,
  title: z.string().min(3),
  /** One sentence: what one gets. */
  summary: z.string().min(10),
  /** When to choose this format and not another; two or three sentences. */
  choose: z.string().min(20),
  /** Cells of the table that compares the formats. */
  compare: z.strictObject({
    length: z.string().min(2),
    diagrams: z.string().min(2),
    maths: z.string().min(2),
    bestFor: z.string().min(2),
  }),
  /** How the body is meant to be pasted: one user message, or a system prompt followed by a user message. */
  role: z.enum(['user', 'system']),
  headingStyle: z.enum(['paren', 'capitals', 'hashes', 'step']),
  /** Icons that may stand before a heading. */
  icons: z.array(z.string().min(1)).default([]),
  words: wordLimits.optional(),
  /** Names of the output files in order, for formats of several files. */
  files: z
    .array(z.strictObject({ name: z.string().endsWith('.md'), title: z.string() }))
    .default([]),
  /** What the body's `{{variables}}` stand for. */
  variables: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[a-z][a-z0-9_]*$/),
        label: z.string().min(3),
        example: z.string().min(3),
      }),
    )
    .min(1),
  pacing: z.array(paceSchema).default([]),
  /** Media in which diagrams are allowed; a diagram in another medium is a fault. */
  media: z.array(z.enum(diagramMedia)),
  /** Needs of the design as a whole. */
  needs: z.array(needSchema).default([]),
  bans: z.array(banSchema).default([]),
  sections: z.array(sectionSchema).min(2),
});

export type Contract = z.infer<typeof contractSchema>;
export type Section = z.infer<typeof sectionSchema>;
