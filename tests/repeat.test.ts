import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cp,
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  symlink,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { builtFiles, dist } from './support/site.ts';

const run = promisify(execFile);
const root = new URL('..', import.meta.url).pathname;

/** What a build makes: a copy has none of it, at its top or among the packages. */
const made = new Set(['dist', '.astro', '.cache', '.vite', '.vitest', 'test-results']);

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

/** A copy of the project in a folder of another name, on the same disk, so that packages can be linked. */
async function copyOfProject(): Promise<string> {
  await mkdir(join(root, '.cache'), { recursive: true });
  const copy = await mkdtemp(join(root, '.cache', 'another folder-'));
  for (const name of await readdir(root)) {
    if (made.has(name)) continue;
    if (name === 'node_modules') await linkFolder(join(root, name), join(copy, name));
    else await cp(join(root, name), join(copy, name), { recursive: true });
  }
  return copy;
}

/** The same files once more: Astro names styles by paths below the project, so packages must lie in it. */
async function linkFolder(from: string, to: string): Promise<void> {
  await mkdir(to);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    if (made.has(entry.name) && from.endsWith('node_modules')) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkFolder(source, target);
    else if (entry.isSymbolicLink()) await symlink(await readlink(source), target);
    else await link(source, target);
  }
}

/** The command behind one core, where the machine can do that. */
function onOneCore(command: readonly string[]): readonly string[] {
  const { error } = spawnSync('taskset', ['--version']);
  return error === undefined ? ['taskset', '--cpu-list', '0', ...command] : command;
}

describe('two builds of one commit', () => {
  it('are the same to the byte, in another folder, time zone and locale, on one core, without caches', async () => {
    const copy = await copyOfProject();
    try {
      const astro = join(copy, 'node_modules/astro/bin/astro.mjs');
      const [command = '', ...rest] = onOneCore([process.execPath, astro, 'build', '--force']);
      await run(command, rest, {
        cwd: copy,
        env: {
          ...process.env,
          NODE_ENV: 'production',
          VITEST: '',
          TZ: 'Pacific/Chatham',
          LANG: 'de_DE.UTF-8',
        },
        maxBuffer: 64 * 1024 * 1024,
      });
      const [first, second] = await Promise.all([hashes(dist), hashes(join(copy, 'dist'))]);
      const different = [...new Set([...first.keys(), ...second.keys()])].filter(
        (file) => first.get(file) !== second.get(file),
      );
      expect(different).toEqual([]);
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }, 600_000);
});
