import { z } from 'zod';

/**
 * What a section must contain, as rules that the checker can count.
 * Each need quotes the words of the prompt that ask for it, so that a finding can point there.
 */

/** Words of the prompt's body, letter by letter, that ask for this; a test proves they stand there. */
const asks = z.string().min(3);

const count = z.int().min(0);

/** Lowest and highest number allowed; at least one of the two. */
const limits = { min: count.optional(), max: count.optional() };

/** Languages of fenced code; `any` stands for every language but those of diagrams. */
const codeLanguage = z.string().min(1);

/** The types of Mermaid diagram that a contract can ask for. */
export const mermaidKinds = [
  'flowchart',
  'sequence',
  'er',
  'state',
  'class',
  'c4',
  'other',
] as const;

/** How a diagram is made: characters in a `text` fence, a `mermaid` fence, or a whiteboard image. */
export const diagramMedia = ['ascii', 'mermaid', 'excalidraw'] as const;

export const needSchema = z.discriminatedUnion('kind', [
  /** List items or paragraphs that end in a question mark. */
  z.strictObject({ kind: z.literal('questions'), asks, ...limits }),
  /** Items of lists at their top level; with `under`, only of the list that follows that label. */
  z.strictObject({ kind: z.literal('items'), asks, under: z.string().optional(), ...limits }),
  /** Labels that must stand in the section: as a sub-heading, or in bold at the start of a line or item. */
  z.strictObject({ kind: z.literal('labels'), asks, labels: z.array(z.string().min(1)).min(1) }),
  /** Sub-headings that must stand in this order, each with something below it. */
  z.strictObject({ kind: z.literal('parts'), asks, parts: z.array(z.string().min(1)).min(1) }),
  /** Mandatory questions: each stands as a sub-heading or in bold, with an answer of at least `words` words. */
  z.strictObject({
    kind: z.literal('answers'),
    asks,
    questions: z.array(z.string().min(3)).min(1),
    words: count.default(12),
  }),
  /** Sub-headings that are questions, each with an answer of so many sentences. These become cards. */
  z.strictObject({
    kind: z.literal('qa'),
    asks,
    ...limits,
    sentences: z.tuple([count, count]).optional(),
  }),
  z.strictObject({ kind: z.literal('sentences'), asks, ...limits }),
  z.strictObject({ kind: z.literal('tables'), asks, ...limits }),
  z.strictObject({
    kind: z.literal('code'),
    asks,
    languages: z.array(codeLanguage).min(1),
    ...limits,
  }),
  /** Diagrams, counted over the named media and, for Mermaid, over the named types. */
  z.strictObject({
    kind: z.literal('diagrams'),
    asks,
    media: z.array(z.enum(diagramMedia)).min(1),
    types: z.array(z.enum(mermaidKinds)).min(1).optional(),
    ...limits,
  }),
  /** Callouts such as `> [!note]`. */
  z.strictObject({ kind: z.literal('callouts'), asks, ...limits }),
  /** Calculations shown in full: `{{= quantity}}`. */
  z.strictObject({ kind: z.literal('workings'), asks, ...limits }),
  /** Things that must be spoken of: each entry lists words of which at least one must occur. */
  z.strictObject({
    kind: z.literal('mentions'),
    asks,
    terms: z.array(z.array(z.string().min(1)).min(1)).min(1),
  }),
]);

export type Need = z.infer<typeof needSchema>;
export type NeedKind = Need['kind'];
export type MermaidKind = (typeof mermaidKinds)[number];
