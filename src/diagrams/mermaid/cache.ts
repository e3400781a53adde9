import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers kept on disk, by the hash of all that bears on them. */
export interface Cache {
  get(task: string, source: string): unknown;
  set(task: string, source: string, answer: unknown): void;
}

/** A cache in a folder; entries of older renderers are simply never asked for again. */
export function openCache(folder: string): Cache {
  mkdirSync(folder, { recursive: true });
  const version = rendererVersion();
  const pathOf = (task: string, source: string): string =>
    join(folder, `${hash(version, task, source).slice(0, 32)}.json`);
  return {
    get(task, source) {
      try {
        return JSON.parse(readFileSync(pathOf(task, source), 'utf8'));
      } catch {
        return undefined;
      }
    },
    set(task, source, answer) {
      const path = pathOf(task, source);
      const draft = `${path}.${process.pid}`;
      writeFileSync(draft, JSON.stringify(answer));
      renameSync(draft, path);
    },
  };
}

let known: string | undefined;

/** Changes when mermaid, the font or any line of the renderer does. */
export function rendererVersion(): string {
  known ??= hash(
    mermaidVersion(),
    readFileSync(new URL('../../assets/fonts/inter.woff2', import.meta.url)),
    readFileSync(new URL('../theme.ts', import.meta.url)),
    ...readdirSync(new URL('.', import.meta.url))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => readFileSync(new URL(name, import.meta.url))),
  );
  return known;
}

function mermaidVersion(): string {
  const path = new URL(import.meta.resolve('mermaid/package.json'));
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return version;
}

function hash(...parts: (string | Uint8Array)[]): string {
  const digest = createHash('sha256');
  for (const part of parts) digest.update(part).update('\0');
  return digest.digest('hex');
}
