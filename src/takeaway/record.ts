import type { FormatId } from '../schemas/format.ts';
import type { TopicId } from '../schemas/topic.ts';

/** A page of a worked design, as an author wrote it and the build filled it. */
export interface DesignRecord {
  /** Address with slashes at its ends. */
  address: string;
  title: string;
  description: string;
  format: FormatId;
  /** What the format is called. */
  formatTitle: string;
  /** Name of the file, in formats of several files. */
  file?: string;
  words: number;
  minutes: number;
  topics: TopicId[];
  /** Markdown with the figures filled in. */
  body: string;
}

/** The same without its text. */
export type DesignFacts = Omit<DesignRecord, 'body'>;

/** What the build hands from its pages to what is made when they are done. */
export interface ProblemRecord {
  slug: string;
  title: string;
  level: string;
  tags: string[];
  designs: DesignRecord[];
}

/** The same without the texts. */
export interface ProblemFacts extends Omit<ProblemRecord, 'designs'> {
  designs: DesignFacts[];
}

/** Folder of the records among the built files; it is taken away when they were read. */
export const recordsFolder = 'takeaway-records/';
