import { z } from 'zod';

/** The canonical topics, in reading order. Sections of all formats are compared and searched by them. */
export const topicIds = [
  'requirements',
  'capacity',
  'api',
  'data-model',
  'architecture',
  'deep-dive',
  'async',
  'caching',
  'search',
  'scaling',
  'reliability',
  'observability',
  'security',
  'cost',
  'trade-offs',
  'evolution',
  'walkthrough',
  'interview',
] as const;

export const topicId = z.enum(topicIds);
export type TopicId = z.infer<typeof topicId>;
