import { readFileSync, statSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ProblemRecord, recordsFolder } from './record.ts';

/** The folder that a build wrote. */
export interface BuiltSite {
  /** Paths of all files now there, relative to the folder, sorted. */
  list: () => Promise<string[]>;
  read: (path: string) => Promise<Buffer>;
  /** Changes when a file is written again. */
  stamp: (path: string) => string;
  write: (path: string, text: string) => Promise<void>;
  /** Where a file stands on disk. */
  locate: (path: string) => URL;
}

/** Opens the folder of a build. */
export function openSite(folder: URL): BuiltSite {
  const locate = (path: string) =>
    new URL(path.split('/').map(encodeURIComponent).join('/'), folder);
  return {
    locate,
    list: async () => {
      const root = fileURLToPath(folder);
      const entries = await readdir(root, { recursive: true, withFileTypes: true });
      return entries
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, `${entry.parentPath}/${entry.name}`).split(sep).join('/'))
        .sort();
    },
    // At once: for small files, four trips to another thread and back take longer than the reading.
    read: async (path) => readFileSync(locate(path)),
    stamp: (path) => {
      const { mtimeNs, size, ino } = statSync(locate(path), { bigint: true });
      return `${mtimeNs} ${size} ${ino}`;
    },
    write: async (path, text) => {
      await mkdir(dirname(fileURLToPath(locate(path))), { recursive: true });
      await writeFile(locate(path), text);
    },
  };
}

/** Reads what the pages handed over, one problem after the other by address, and takes it away. */
export async function* takeRecords(site: BuiltSite): AsyncGenerator<ProblemRecord> {
  const paths = (await site.list()).filter((path) => path.startsWith(recordsFolder));
  for (const path of paths) {
    const record: ProblemRecord = JSON.parse(String(await site.read(path)));
    yield record;
  }
  await rm(site.locate(recordsFolder), { recursive: true, force: true });
}
