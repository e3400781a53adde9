import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openCache } from './cache.ts';
import type { Outcome, Verdict } from './outcome.ts';
import type { Job } from './worker.ts';

/** Draws and checks diagrams in worker threads, each source once. */
export interface DiagramPool {
  draw(source: string): Promise<Outcome>;
  check(source: string): Promise<Verdict>;
  /** Ends the workers. Idle ones don't keep a process alive, so this is a courtesy. */
  close(): Promise<void>;
}

export interface PoolOptions {
  /** Where answers are kept between runs. Default: `.cache/diagrams` in the working folder. */
  cacheFolder?: string;
  /** Number of threads. Default: one a core, at most 4. */
  size?: number;
}

/** A job that takes longer is given up, with a fault: mermaid must not hang a build. In ms. */
const patience = 60_000;

/** Memory of a thread, in MB. It needs half of this; without a limit it takes what a build may. */
const mostMemory = 320;

interface Waiting extends Job {
  resolve(answer: unknown): void;
  reject(error: Error): void;
}

interface Hand {
  worker: Worker;
  job: Waiting | undefined;
  timer: NodeJS.Timeout | undefined;
}

export function openPool({
  cacheFolder = join(process.cwd(), '.cache', 'diagrams'),
  size = Math.min(4, availableParallelism()),
}: PoolOptions = {}): DiagramPool {
  const cache = openCache(cacheFolder);
  const running = new Map<string, Promise<unknown>>();
  const queue: Waiting[] = [];
  const hands = new Set<Hand>();
  let lastId = 0;

  const hire = (): Hand => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: mostMemory },
    });
    const hand: Hand = { worker, job: undefined, timer: undefined };
    const leave = (error: Error): void => {
      hands.delete(hand);
      hand.job?.reject(error);
      hand.job = undefined;
      void worker.terminate();
      assign();
    };
    worker.on('message', ({ answer }: { answer: unknown }) => {
      clearTimeout(hand.timer);
      worker.unref();
      hand.job?.resolve(answer);
      hand.job = undefined;
      assign();
    });
    worker.on('error', leave);
    hands.add(hand);
    return hand;
  };

  const assign = (): void => {
    while (queue.length > 0) {
      const free = [...hands].find((hand) => !hand.job) ?? (hands.size < size ? hire() : undefined);
      const job = free && queue.shift();
      if (!free || !job) return;
      free.job = job;
      free.worker.ref();
      free.timer = setTimeout(() => {
        const seconds = patience / 1000;
        free.worker.emit('error', new Error(`Mermaid took longer than ${seconds} s`));
      }, patience);
      free.worker.postMessage({ id: job.id, task: job.task, source: job.source } satisfies Job);
    }
  };

  const ask = async (task: Job['task'], source: string): Promise<unknown> => {
    const kept = cache.get(task, source);
    if (kept !== undefined) return kept;
    const key = `${task} ${source}`;
    const current = running.get(key);
    if (current) return current;
    const answer = new Promise((resolve, reject) => {
      lastId += 1;
      queue.push({ id: lastId, task, source, resolve, reject });
      assign();
    });
    running.set(key, answer);
    try {
      const value = await answer;
      cache.set(task, source, value);
      return value;
    } finally {
      running.delete(key);
    }
  };

  return {
    draw: async (source) => (await ask('draw', source)) as Outcome,
    check: async (source) => (await ask('check', source)) as Verdict,
    close: async () => {
      await Promise.all([...hands].map(({ worker }) => worker.terminate()));
      hands.clear();
    },
  };
}
