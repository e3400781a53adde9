import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
};
const guide = readFileSync('CONTRIBUTING.md', 'utf8');
const [made = '', proved = ''] = guide
  .slice(guide.indexOf('## Dependencies'))
  .split('What it is developed and proved with');

/** Packages that a table names in its first column. */
const named = (table: string) =>
  [...table.matchAll(/^\| (`.*?) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
  );

it('the site is made of 25 packages at most', () => {
  expect(Object.keys(dependencies).length).toBeLessThanOrEqual(25);
});

it('each package has its reason in CONTRIBUTING.md, and no other has', () => {
  expect(named(made).sort()).toEqual(Object.keys(dependencies).sort());
  expect(named(proved).sort()).toEqual(Object.keys(devDependencies).sort());
});

it('versions are exact', () => {
  for (const version of Object.values({ ...dependencies, ...devDependencies })) {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  }
});
