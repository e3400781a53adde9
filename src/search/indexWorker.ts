import { readdir, readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import type { Synonym } from '../schemas/synonym.ts';
import type { SearchRecord } from './record.ts';
import { writeIndex } from './writeIndex.ts';

/** What the thread is to do. */
export interface IndexOrder {
  /** Address of the folder of the records. */
  records: string;
  /** Address of the folder that the index is written to. */
  index: string;
}

const order: IndexOrder = workerData;
const records = new URL(order.records);
const synonyms = await readJson<Synonym[]>(new URL('synonyms.json', records));
const count = await writeIndex({
  parts: await listParts(records),
  synonyms,
  folder: new URL(order.index),
});
parentPort?.postMessage(count);

/** What reads each part of the records; what belongs to no problem is the first. */
async function listParts(folder: URL): Promise<(() => Promise<SearchRecord[]>)[]> {
  const problems = (await readdir(folder)).filter((name) => name.startsWith('problem-')).sort();
  return ['site.json', ...problems].map(
    (name) => () => readJson<SearchRecord[]>(new URL(name, folder)),
  );
}

async function readJson<T>(file: URL): Promise<T> {
  return JSON.parse(await readFile(file, 'utf8'));
}
