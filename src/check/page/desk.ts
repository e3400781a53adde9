/** What comes back from a worker. */
type Answer<Result> = { id: number } & ({ result: Result } | { fault: string });

/** A worker took longer than a reader waits, and was stopped. */
export class TookTooLong extends Error {}

/**
 * A worker that is started on first use, is asked one thing at a time, and is stopped when it takes
 * too long; the next question starts another one.
 */
export class Desk<Job extends object, Result> {
  readonly #start: () => Worker;
  readonly #patience: number;
  #worker: Worker | undefined;
  #asked = 0;

  /** `patience` is in milliseconds. */
  constructor(start: () => Worker, patience: number) {
    this.#start = start;
    this.#patience = patience;
  }

  /** Asks the worker. Rejects with what it says is wrong, or with `TookTooLong`. */
  ask(job: Job, transfer: Transferable[] = []): Promise<Result> {
    this.#asked += 1;
    const id = this.#asked;
    this.#worker ??= this.#start();
    const worker = this.#worker;
    return new Promise((resolve, reject) => {
      const finish = (settle: () => void) => {
        clearTimeout(timer);
        worker.removeEventListener('message', onMessage);
        worker.removeEventListener('error', onError);
        settle();
      };
      const onMessage = ({ data }: MessageEvent<Answer<Result>>) => {
        if (data.id !== id) return;
        finish(() =>
          'fault' in data && data.fault !== undefined
            ? reject(new Error(data.fault))
            : resolve((data as { result: Result }).result),
        );
      };
      const stop = (error: Error) => {
        worker.terminate();
        if (this.#worker === worker) this.#worker = undefined;
        finish(() => reject(error));
      };
      const onError = () => stop(new Error('The checker could not be loaded.'));
      const timer = setTimeout(() => stop(new TookTooLong()), this.#patience);
      worker.addEventListener('message', onMessage);
      worker.addEventListener('error', onError);
      worker.postMessage({ ...job, id }, transfer);
    });
  }
}
