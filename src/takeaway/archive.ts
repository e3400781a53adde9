import { Readable } from 'node:stream';
import ZipStream from 'zip-stream';
import { type Digest, writeDigested } from './digest.ts';

/** A file of an archive; its bytes are asked for when its turn comes. */
export interface ArchiveEntry {
  /** Path inside the archive, with forward slashes. */
  path: string;
  read: () => Promise<Uint8Array> | Uint8Array;
}

interface ReadEntry {
  path: string;
  content: Uint8Array;
}

/** Whether a file is compressed already. */
export function isPacked(path: string): boolean {
  return /\.(?:zip|woff2|png|jpg|webp|pagefind|pf_\w+)$/.test(path);
}

/** The first moment that zip files know. */
const epoch = new Date('1980-01-01T00:00:00Z');

/** An entry whose content is a text, at hand or made when its turn comes. */
export function textEntry(path: string, text: string | (() => Promise<string>)): ArchiveEntry {
  return {
    path,
    read: async () => new TextEncoder().encode(typeof text === 'string' ? text : await text()),
  };
}

/**
 * Writes a zip whose bytes depend on its entries alone, a few entries at a time in memory. Sites of
 * hundreds of problems have more files than the old form of zip can count: those are zip64.
 */
export async function writeArchive(target: URL, entries: readonly ArchiveEntry[]): Promise<Digest> {
  const zip = new ZipStream();
  const written = writeDigested(target, zip);
  // Whoever waits for it hears of it; an entry may fail first.
  written.catch(() => {});
  try {
    for await (const { path, content } of readInOrder(entries) as AsyncIterable<ReadEntry>) {
      await Promise.race([addEntry(zip, path, content), written]);
    }
    zip.finish();
  } catch (error) {
    zip.destroy();
    throw error;
  }
  return written;
}

function addEntry(zip: ZipStream, path: string, content: Uint8Array): Promise<void> {
  const facts = { name: path, date: epoch, store: isPacked(path) };
  // A view: most contents are whole files that were just read.
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return new Promise((resolve, reject) => {
    zip.entry(bytes, facts, (error) => (error ? reject(error) : resolve()));
  });
}

/** Entries that are read ahead, so that the archive does not wait for the disk at each of them. */
const readAhead = 16;

/** The contents of entries in the order of their paths. */
function readInOrder(entries: readonly ArchiveEntry[]) {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  return Readable.from(sorted).map(
    async ({ path, read }: ArchiveEntry): Promise<ReadEntry> => ({ path, content: await read() }),
    { concurrency: readAhead },
  );
}
