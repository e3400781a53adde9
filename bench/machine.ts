import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import type { Circumstances } from '../src/schemas/bench.ts';

/** What the figures depend on beside the code. */
export function circumstances(versions: Record<string, string>): Circumstances {
  return {
    date: new Date().toISOString().slice(0, 10),
    processor: cpus()[0]?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memory: totalmem(),
    load: Number((loadavg()[0] ?? 0).toFixed(1)),
    versions: { node: process.versions.node, ...versions },
  };
}

/** Version of an installed package of the project. */
export function packageVersion(name: string, root = '.'): string {
  const text = readFileSync(`${root}/node_modules/${name}/package.json`, 'utf8');
  const { version }: { version: string } = JSON.parse(text);
  return version;
}

/** The first number with dots that a command prints about itself; `undefined` where it is not installed. */
export function commandVersion(command: string, args: readonly string[]): string | undefined {
  try {
    const text = execFileSync(command, args, {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return /\d+(?:\.\d+)+/.exec(text)?.[0];
  } catch {
    return undefined;
  }
}
