import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What one checks a download with. */
export interface Digest {
  bytes: number;
  /** SHA-256, in hexadecimal. */
  sum: string;
}

/** Size and sum of content. */
export function digestOf(content: Uint8Array): Digest {
  return { bytes: content.length, sum: createHash('sha256').update(content).digest('hex') };
}

/** Writes what comes into a file, and tells its size and sum. */
export async function writeDigested(target: URL, content: Readable): Promise<Digest> {
  const hash = createHash('sha256');
  let bytes = 0;
  const weigh = new Transform({
    transform(chunk: Uint8Array, _, done) {
      bytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await pipeline(content, weigh, createWriteStream(target));
  return { bytes, sum: hash.digest('hex') };
}
