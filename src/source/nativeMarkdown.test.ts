import { expect, it } from 'vitest';
import { readContentFolder } from '../loaders/contentFolder.ts';
import { splitFrontMatter } from './frontmatter.ts';
import { parseMarkdown } from './markdown.ts';
import { nativeTree } from './nativeMarkdown.ts';

/** Fields in one order, without those that only say how a list is to be printed. */
const comparable = (tree: object): unknown =>
  JSON.parse(
    JSON.stringify(tree, (key, value: unknown) => {
      if (key === 'spread' || key === 'data' || value === null) return undefined;
      if (typeof value !== 'object' || Array.isArray(value)) return value;
      return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    }),
  );

it('makes the same trees of all content, to the last position', async () => {
  const texts = (await readContentFolder('.')).filter(({ path }) => path.endsWith('.md'));
  expect(texts.length).toBeGreaterThan(60);
  for (const { path, text } of texts) {
    const { body } = splitFrontMatter(text);
    expect(comparable(nativeTree(body)), path).toEqual(comparable(parseMarkdown(body)));
  }
}, 60_000);

it('takes what only looks like front matter for text', () => {
  const text = '---\ntitle: no\n---\n\n# Yes\n';
  expect(comparable(nativeTree(text))).toEqual(comparable(parseMarkdown(text)));
});
