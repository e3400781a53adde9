import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import ZipStream from 'zip-stream';

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

/** What one checks a download with. */
export interface Digest {
  bytes: number;
  /** SHA-256, in hexadecimal. */
  sum: string;
}

/** Whether a file is compressed already. */
export function isPacked(path: string): boolean {
  return /\.(?:zip|woff2|png|jpg|webp|pagefind|pf_\w+)$/.test(path);
}

/** The first moment that zip files know. */
const epoch = new Date('1980-01-01T00:00:00Z');

/** An entry whose content is a text. */
export function textEntry(path: string, text: string): ArchiveEntry {
  return { path, read: () => new TextEncoder().encode(text) };
}

/**
 * Writes a zip whose bytes depend on its entries alone, a few entries at a time in memory. Sites of
 * hundreds of problems have more files than the old form of zip can count: those are zip64.
 */
export async function writeArchive(target: URL, entries: readonly ArchiveEntry[]): Promise<Digest> {
  const zip = new ZipStream();
  const hash = createHash('sha256');
  let bytes = 0;
  const weigh = new Transform({
    transform(chunk: Uint8Array, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const written = pipeline(zip, weigh, createWriteStream(target));
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
  await written;
  return { bytes, sum: hash.digest('hex') };
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

/** Size and sum of content. */
export function digestOf(content: Uint8Array): Digest {
  return { bytes: content.length, sum: createHash('sha256').update(content).digest('hex') };
}
