import type { AnswerFile } from '../../contract/answerLines.ts';
import type { FormatId } from '../../schemas/format.ts';
import { Desk } from './desk.ts';
import type { Checked, CheckJob, Read, Warmed } from './messages.ts';

type Asked<Job> = Job extends unknown ? Omit<Job, 'id'> : never;

/** The worker that checks: started when somebody is about to give a text, ready when it comes. */
export class Checker {
  readonly #desk = new Desk<Asked<CheckJob>, Checked | Read | Warmed>(
    () => new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' }),
    20_000,
  );
  readonly #contracts: string;
  #isWarm = false;

  /** `contracts` is where the contracts and prompts are found. */
  constructor(contracts: string) {
    this.#contracts = contracts;
  }

  /** Gets ready, once; gives the milliseconds that it took. A failure shows with the first text. */
  async warm(): Promise<number | undefined> {
    if (this.#isWarm) return undefined;
    this.#isWarm = true;
    const warmed = await this.#desk
      .ask({ task: 'warm', contracts: this.#contracts })
      .catch(() => undefined);
    return warmed !== undefined && 'warmed' in warmed ? warmed.warmed : undefined;
  }

  /** Rejects with what went wrong, in words for the reader. */
  async check(files: readonly AnswerFile[], format: FormatId | undefined): Promise<Checked> {
    this.#isWarm = true;
    const contracts = this.#contracts;
    const checked = await this.#desk.ask({ task: 'check', contracts, files, format });
    if ('report' in checked) return checked;
    throw new Error('The checker gave no report.');
  }

  /** Reads files as texts. Rejects as `check` does. */
  async read(files: readonly File[]): Promise<Read> {
    const given = await Promise.all(
      files.map(async (file) => ({
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      })),
    );
    const read = await this.#desk.ask({ task: 'read', given });
    return 'files' in read ? read : { files: [], faults: [] };
  }
}
