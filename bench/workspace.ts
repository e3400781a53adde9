import { copyFile, cp, link, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { ContentFile } from '../src/library/tree.ts';

/** A copy of the project with content of its own, built out of the way. */
export interface Workspace {
  folder: string;
  /** Where it is built to. */
  dist: string;
  /** Replaces templates, problems and reference, and forgets all that a build would reuse. */
  fill: (files: readonly ContentFile[]) => Promise<void>;
  remove: () => Promise<void>;
}

/** What a build reads, beside `content/` and `node_modules/`. */
const parts = ['src', 'scripts', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];

/** Caches that tools keep among the packages: sharing them would change the project's own. */
const caches = new Set(['.astro', '.vite', '.cache', '.vite-temp']);

/** Makes a copy of the project, packages as hard links, since builds don't follow symbolic ones. */
export async function openWorkspace(project: string): Promise<Workspace> {
  const folder = await temporaryFolder(project, 'site');
  for (const part of parts) await cp(join(project, part), join(folder, part), { recursive: true });
  await cp(join(project, 'content'), join(folder, 'content'), { recursive: true });
  await linkTree(join(project, 'node_modules'), join(folder, 'node_modules'));
  const clear = (...names: string[]) =>
    Promise.all(names.map((name) => rm(join(folder, name), { recursive: true, force: true })));
  return {
    folder,
    dist: join(folder, 'dist'),
    fill: async (files) => {
      await clear('content/problems', 'dist', '.astro', '.cache', 'node_modules/.astro');
      for (const { path, text } of files) {
        const target = join(folder, path);
        await mkdir(dirname(target), { recursive: true });
        await writeFile(target, text);
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A new folder on the project's own disk, since hard links don't cross disks. */
export async function temporaryFolder(project: string, name: string): Promise<string> {
  const parent = resolve(project, '.cache', 'bench');
  await mkdir(parent, { recursive: true });
  return mkdtemp(join(parent, `${name}-`));
}

async function linkTree(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const entries = await readdir(from, { withFileTypes: true });
  for (const entry of entries) {
    if (caches.has(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) await linkTree(source, target);
    else if (entry.isSymbolicLink()) await cp(source, target, { verbatimSymlinks: true });
    else await link(source, target).catch(() => copyFile(source, target));
  }
}
