import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Everything that a module of this room needs when it runs; types are gone by then. */
function importsOf(file: string, found = new Set<string>()): Set<string> {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  for (const [, name = ''] of text.matchAll(/^(?:import|export) (?!type )[^;]*?from '(.+?)'/gm)) {
    if (found.has(name)) continue;
    found.add(name);
    if (name.startsWith('./')) importsOf(name, found);
  }
  return found;
}

test.each(['./numerals.ts', './read.ts', './sayWorking.ts', './speak.ts', './units.ts'])(
  '%s goes to the browser, so mathjs must not come along',
  (file) => {
    expect([...importsOf(file)].filter((name) => !name.startsWith('./'))).toEqual([]);
  },
);

test('the same look at the parser finds mathjs', () => {
  expect(importsOf('./model.ts')).toContain('mathjs/number');
});
