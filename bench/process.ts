import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** How a command went. */
export interface Run {
  seconds: number;
  /** The most bytes that it and its descendants held together; `undefined` where `/proc` is not there. */
  memory: number | undefined;
}

interface Options {
  cwd: string;
  /** Seconds after which it is ended. */
  patience: number;
  env?: Record<string, string>;
}

/** Milliseconds between two looks at the memory. */
const pause = 200;

/** Runs a command to its end. Throws with the end of what it printed if it fails or takes too long. */
export async function run(
  command: string,
  args: readonly string[],
  { cwd, patience, env = {} }: Options,
): Promise<Run> {
  const began = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', CI: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that all of it can be ended.
    detached: true,
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      printed = (printed + text).slice(-20_000);
    });
  }
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, treeMemory(child.pid ?? 0));
  }, pause);
  let isLate = false;
  const end = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  const alarm = setTimeout(() => {
    isLate = true;
    end();
  }, patience * 1000);
  process.once('exit', end);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    if (isLate) throw new Error(`${command} was ended after ${Math.round(patience)} s`);
    if (code !== 0) {
      throw new Error(
        `${[command, ...args].join(' ')} ended with ${code}:\n${printed.slice(-3000)}`,
      );
    }
  } finally {
    clearInterval(watch);
    clearTimeout(alarm);
    process.off('exit', end);
  }
  return { seconds: (performance.now() - began) / 1000, memory: memory || undefined };
}

/** Bytes held by a process and all below it; 0 where `/proc` is not there. */
function treeMemory(root: number): number {
  const children = new Map<number, number[]>();
  const held = new Map<number, number>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const status = readStatus(name);
      const field = (key: string) =>
        Number(new RegExp(`^${key}:\\s*(\\d+)`, 'm').exec(status)?.[1]);
      const parent = field('PPid');
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
      held.set(Number(name), (field('RssAnon') || field('VmRSS') || 0) * 1024);
    }
  } catch {
    return 0;
  }
  const sum = (id: number): number =>
    (held.get(id) ?? 0) + (children.get(id) ?? []).reduce((total, child) => total + sum(child), 0);
  return sum(root);
}

/** A process may end between being listed and being read. */
function readStatus(id: string): string {
  try {
    return readFileSync(`/proc/${id}/status`, 'utf8');
  } catch {
    return '';
  }
}
