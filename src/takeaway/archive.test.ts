import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { textEntry, writeArchive } from './archive.ts';
import { digestOf } from './digest.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

const entries = [textEntry('b/ü 🎯.md', 'two'), textEntry('a.md', 'one '.repeat(50_000))];

describe('an archive', () => {
  it('holds its entries and tells its size and sum', async () => {
    const target = pathToFileURL(join(folder, 'one.zip'));
    const digest = await writeArchive(target, entries);
    const bytes = await readFile(target);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['a.md', 'b/ü 🎯.md']);
    expect(strFromU8(files['b/ü 🎯.md'] ?? new Uint8Array())).toBe('two');
    expect(digest).toEqual(digestOf(bytes));
  });

  it('is the same whatever the order of its entries', async () => {
    const sums = await Promise.all(
      [entries, entries.toReversed()].map((list, index) =>
        writeArchive(pathToFileURL(join(folder, `${index}.zip`)), list),
      ),
    );
    expect(sums[0]).toEqual(sums[1]);
  });

  it('holds more files than two bytes can count', async () => {
    const target = pathToFileURL(join(folder, 'many.zip'));
    const many = Array.from({ length: 66_000 }, (_, index) => textEntry(`${index}.md`, '.'));
    await writeArchive(target, many);
    expect(Object.keys(unzipSync(await readFile(target)))).toHaveLength(66_000);
  });

  it('fails where an entry cannot be read', async () => {
    const missing = { path: 'c.md', read: () => Promise.reject(new Error('gone')) };
    const target = pathToFileURL(join(folder, 'broken.zip'));
    await expect(writeArchive(target, [...entries, missing])).rejects.toThrow('gone');
  });

  it('fails where it cannot be written', async () => {
    const target = pathToFileURL(join(folder, 'missing', 'one.zip'));
    await expect(writeArchive(target, entries)).rejects.toThrow('ENOENT');
  });
});
