import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';

/** A file of an archive; its bytes are asked for when its turn comes. */
export interface ArchiveEntry {
  /** Path inside the archive, with forward slashes. */
  path: string;
  read: () => Promise<Uint8Array> | Uint8Array;
}

/** What one checks a download with. */
export interface Digest {
  bytes: number;
  /** SHA-256, in hexadecimal. */
  sum: string;
}

/** Files that are compressed already. */
const packed = /\.(?:zip|woff2|png|jpg|webp)$/;

/** Local time, since zip files know no other: the same bytes in every zone. */
const epoch = new Date(1980, 0, 1);

/** An entry whose content is a text. */
export function textEntry(path: string, text: string): ArchiveEntry {
  return { path, read: () => new TextEncoder().encode(text) };
}

/** Entries that are read ahead, so that the archive does not wait for the disk at each of them. */
const readAhead = 16;

/** Writes a zip whose bytes depend on its entries alone, a few entries at a time in memory. */
export async function writeArchive(target: URL, entries: readonly ArchiveEntry[]): Promise<Digest> {
  const file = createWriteStream(target);
  const hash = createHash('sha256');
  let bytes = 0;
  const zip = new Zip((error, chunk, final) => {
    if (error) {
      file.destroy(error);
      return;
    }
    bytes += chunk.length;
    hash.update(chunk);
    file.write(chunk);
    if (final) file.end();
  });
  for await (const { path, content } of readInOrder(entries)) {
    const member = packed.test(path)
      ? new ZipPassThrough(path)
      : new ZipDeflate(path, { level: 6 });
    member.mtime = epoch;
    zip.add(member);
    member.push(content, true);
    if (file.writableNeedDrain) await once(file, 'drain');
  }
  zip.end();
  await finished(file);
  return { bytes, sum: hash.digest('hex') };
}

/** The contents of entries in the order of their paths. */
async function* readInOrder(entries: readonly ArchiveEntry[]) {
  const sorted = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1));
  const reading: Promise<Uint8Array>[] = [];
  for (const [index, { path }] of sorted.entries()) {
    for (const { read } of sorted.slice(index + reading.length, index + readAhead)) {
      const started = Promise.resolve(read());
      // Whoever waits for it hears of it; until then it is no accident that nobody listens.
      started.catch(() => {});
      reading.push(started);
    }
    const content = await reading.shift();
    if (content !== undefined) yield { path, content };
  }
}

/** Size and sum of content. */
export function digestOf(content: Uint8Array): Digest {
  return { bytes: content.length, sum: createHash('sha256').update(content).digest('hex') };
}
