import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { SearchRecord } from '../../src/search/record.ts';
import { writeIndex } from '../../src/search/writeIndex.ts';

/** A small made-up library, written where nothing else is. */
export interface MadeLibrary {
  /** Folder that has `pagefind/` in it. */
  folder: string;
  remove: () => Promise<void>;
}

/** More problems than stand on one shelf. */
export const problemCount = 14;

/**
 * Every problem speaks of caches, the higher its number the more. The third and the eleventh have a
 * quorum, the second and the ninth use Kafka, and only the seventh has a sextant.
 */
function problemRecords(number: number): SearchRecord[] {
  const id = `problem-${number}`;
  const title = `Problem ${number}`;
  const has = (numbers: readonly number[], text: string) => (numbers.includes(number) ? text : '');
  const record = (heading: string, text: string, topic: string): SearchRecord => ({
    url: `/designs/${id}/spoken/#${heading.toLowerCase()}`,
    content: `${heading}\n${text}`,
    meta: { title: heading, page: `${title}: Spoken answer`, topics: topic, parts: '' },
    facets: {
      problem: [{ id, title }],
      format: [{ id: 'spoken', title: 'Spoken answer' }],
      topic: [{ id: topic, title: topic }],
      level: [{ id: number % 2 === 0 ? 'staff' : 'senior', title: 'A level' }],
      ...([2, 9].includes(number) && { component: [{ id: 'kafka', title: 'Apache Kafka' }] }),
    },
  });
  return [
    record('Requirements', `What ${title} must do. ${has([7], 'A sextant shows the way.')}`, 'api'),
    record(
      'Caching',
      'A cache is in front of everything. '.repeat(2 ** Math.floor(number / 2)),
      'caching',
    ),
    record('Storage', has([3, 11], 'Writes wait for a quorum of three replicas.'), 'data-model'),
    record('Queue', `Work that can wait is put off. ${has([2, 9], 'Kafka keeps it.')}`, 'async'),
  ];
}

const outside: SearchRecord[] = [
  {
    url: '/topics/quorum/',
    content: 'Quorum\nMore than half of all replicas have to agree.',
    meta: { title: 'Quorum', page: 'Topic', topics: '', parts: '' },
    facets: { topic: [{ id: 'data-model', title: 'data-model' }] },
  },
  {
    url: '/guide/#how',
    content: 'How to read this\nStart anywhere.',
    meta: { title: 'How to read this', page: 'Guide', topics: '', parts: '' },
    facets: {},
  },
];

const parts: SearchRecord[][] = [
  outside,
  ...Array.from({ length: problemCount }, (_, index) => problemRecords(index + 1)),
];

/** All records, as the build would write them. */
export const madeRecords: SearchRecord[] = parts.flat();

/** Writes the index of the library into a folder of its own. */
export async function makeLibrary(): Promise<MadeLibrary> {
  const folder = await mkdtemp(join(tmpdir(), 'library-'));
  await writeIndex({
    parts: parts.map((records) => async () => records),
    synonyms: [{ same: ['majority', 'quorum'], also: [] }],
    folder: pathToFileURL(`${folder}/pagefind/`),
  });
  return { folder, remove: () => rm(folder, { recursive: true }) };
}
