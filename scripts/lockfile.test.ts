import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
  optionalDependencies?: Record<string, string>;
  resolved?: string;
}

const lockfile: { packages: Record<string, Entry> } = JSON.parse(
  readFileSync('package-lock.json', 'utf8'),
);

describe('the lockfile', () => {
  it('names the packages of every platform, or `npm ci` refuses it', () => {
    const names = new Set(
      Object.keys(lockfile.packages).map((path) =>
        path.slice(path.lastIndexOf('node_modules/') + 13),
      ),
    );
    const missing = Object.values(lockfile.packages)
      .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
      .filter((name) => !names.has(name));
    expect([...new Set(missing)]).toEqual([]);
  });

  it('holds no download addresses', () => {
    const resolved = Object.values(lockfile.packages).flatMap((entry) => entry.resolved ?? []);
    expect(resolved).toEqual([]);
  });
});
