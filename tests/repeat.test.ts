import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtFiles, dist } from './support/site.ts';

const run = promisify(execFile);
const root = new URL('..', import.meta.url).pathname;

/** SHA-256 of every file below a folder. */
async function hashes(folder: string): Promise<Map<string, string>> {
  const files = await builtFiles('', folder);
  const entries = await Promise.all(
    files.map(async (file) => {
      const body = await readFile(join(folder, file));
      return [file, createHash('sha256').update(body).digest('hex')] as const;
    }),
  );
  return new Map(entries);
}

describe('two builds of one commit', () => {
  it('are the same to the byte, in another time zone and locale and without caches', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'worked-designs-'));
    const outDir = join(folder, 'dist');
    try {
      await run(
        process.execPath,
        ['node_modules/astro/bin/astro.mjs', 'build', '--force', '--outDir', outDir],
        {
          cwd: root,
          env: {
            ...process.env,
            NODE_ENV: 'production',
            VITEST: '',
            TZ: 'Pacific/Chatham',
            LANG: 'de_DE.UTF-8',
          },
          maxBuffer: 64 * 1024 * 1024,
        },
      );
      const [first, second] = await Promise.all([hashes(dist), hashes(outDir)]);
      const different = [...new Set([...first.keys(), ...second.keys()])].filter(
        (file) => first.get(file) !== second.get(file),
      );
      expect(different).toEqual([]);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }, 300_000);
});
