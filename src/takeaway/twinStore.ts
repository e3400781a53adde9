import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Twin, TwinFacts } from './twin.ts';

/**
 * The twins of all pages. What is said of each is at hand; the bodies wait in files, since those of
 * some hundred problems are more than fits into memory.
 */
export class TwinStore {
  readonly #folder: string;
  readonly #known = new Map<string, { facts: TwinFacts; file: string }>();

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async open(): Promise<TwinStore> {
    return new TwinStore(await mkdtemp(join(tmpdir(), 'twins-')));
  }

  /** In the order of their pages' files. */
  get facts(): TwinFacts[] {
    const file = ({ address }: TwinFacts) => `${address}index.html`;
    const all = [...this.#known.values()].map(({ facts }) => facts);
    return all.sort((a, b) => (file(a) < file(b) ? -1 : 1));
  }

  async put({ body, ...facts }: Twin): Promise<void> {
    const file = join(this.#folder, `${this.#known.size}.md`);
    await writeFile(file, body);
    this.#known.set(facts.address, { facts, file });
  }

  get(address: string): TwinFacts | undefined {
    return this.#known.get(address)?.facts;
  }

  /** Rejects where there is no such twin. */
  async read(address: string): Promise<Twin> {
    const known = this.#known.get(address);
    if (known === undefined) throw new Error(`There is no twin of ${address}`);
    return { ...known.facts, body: await readFile(known.file, 'utf8') };
  }

  /** Takes the files away. */
  close(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}
