import { parentPort } from 'node:worker_threads';
import { outcomeOf, verdictOn } from './render.ts';

/** What the pool asks of a worker. */
export interface Job {
  id: number;
  task: 'draw' | 'check';
  source: string;
}

parentPort?.on('message', async ({ id, task, source }: Job) => {
  const answer = task === 'draw' ? await outcomeOf(source) : await verdictOn(source);
  parentPort?.postMessage({ id, answer });
});
