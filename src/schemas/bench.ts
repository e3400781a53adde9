import { z } from 'zod';

const bytes = z.int().min(0);
/** Seconds or milliseconds, as the field says. */
const time = z.number().min(0);

/** Where and when a part was measured. */
export const circumstancesSchema = z.strictObject({
  /** `YYYY-MM-DD` */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  /** Model of the processor as the system names it. */
  processor: z.string().min(1),
  cores: z.int().positive(),
  /** Memory of the machine in bytes. */
  memory: bytes,
  /** How many processes wanted a core when it began; near 0 on a quiet machine. */
  load: z.number().min(0),
  /** Versions of what took part, by name. */
  versions: z.record(z.string(), z.string()),
});

/** What could not be measured, and why. */
const leftOutSchema = z.strictObject({ what: z.string().min(1), why: z.string().min(3) });

/** A search for the first time, on Slow 4G. */
export const firstSearchSchema = z.strictObject({
  words: z.string(),
  bytes,
  /** 0 where a page has brought everything already. */
  requests: z.int().min(0),
  /** Milliseconds from the key that opens the search to the first result. */
  time,
});

/** The site at one size. */
export const growthStepSchema = z.strictObject({
  problems: z.int().positive(),
  pages: z.int().positive(),
  sections: z.int().positive(),
  /** `npm run build` with nothing kept from before, in seconds. */
  seconds: time,
  /** The most memory that all processes of the build held together. */
  memory: bytes.optional(),
  /** HTML of one page whose content is the same at every size, not compressed. */
  fixedPage: bytes,
  /** All files of the search index. */
  index: bytes,
  searches: z.array(firstSearchSchema).min(1),
  /** Milliseconds from a keystroke to its results, with everything fetched. */
  warm: z.strictObject({ keystrokes: z.int().positive(), p50: time, p95: time }),
});

/** Bytes over the wire until a page is shown, by kind; compressed as a static host does. */
export const weightSchema = z.strictObject({
  html: bytes,
  css: bytes,
  script: bytes,
  font: bytes,
  other: bytes,
});

/** One generator with the same content. */
export const peerSchema = z.strictObject({
  id: z.string().min(1),
  name: z.string().min(1),
  version: z.string().min(1),
  /** What has to be known to read its figures. */
  note: z.string(),
  pages: z.int().positive(),
  /** The build, in seconds. */
  seconds: time,
  weight: weightSchema,
  /** Largest contentful paint and total blocking time in milliseconds, on Slow 4G with the processor slowed four times. */
  lcp: time,
  tbt: time,
  /** Cumulative layout shift. */
  cls: z.number().min(0),
  /** `null`: it comes without a search. */
  search: firstSearchSchema.nullable(),
  /** What still works without a network, after one visit. */
  offline: z.strictObject({ pages: z.boolean(), search: z.boolean() }),
});

/** The last run of `npm run bench` that was committed. Growth and peers may come from two runs. */
export const benchSchema = z.strictObject({
  growth: z
    .strictObject({
      circumstances: circumstancesSchema,
      steps: z.array(growthStepSchema),
      leftOut: z.array(leftOutSchema),
    })
    .optional(),
  peers: z
    .strictObject({
      circumstances: circumstancesSchema,
      peers: z.array(peerSchema),
      leftOut: z.array(leftOutSchema),
    })
    .optional(),
});

export type Bench = z.infer<typeof benchSchema>;
export type Circumstances = z.infer<typeof circumstancesSchema>;
export type GrowthStep = z.infer<typeof growthStepSchema>;
export type FirstSearch = z.infer<typeof firstSearchSchema>;
export type Peer = z.infer<typeof peerSchema>;
export type Weight = z.infer<typeof weightSchema>;
export type LeftOut = z.infer<typeof leftOutSchema>;
