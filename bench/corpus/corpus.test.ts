import { beforeAll, describe, expect, it } from 'vitest';
import { countLibrary, type Library, readLibrary } from '../../src/library/library.ts';
import type { ContentFile } from '../../src/library/tree.ts';
import { readContentFolder } from '../../src/loaders/contentFolder.ts';
import { splitFrontMatter } from '../../src/source/frontmatter.ts';
import { openCorpus } from './corpus.ts';

let real: ContentFile[];
let grown: ContentFile[];
let library: Library;
beforeAll(async () => {
  real = await readContentFolder('.');
  grown = openCorpus(real)(8);
  library = readLibrary(grown);
}, 60_000);

const isAdded = ({ path }: ContentFile) => !real.some((file) => file.path === path);
const textOf = (files: readonly ContentFile[], end: string) =>
  files.find(({ path }) => path.endsWith(end))?.text ?? '';

describe('content that was made to grow', () => {
  it('passes every check', () => {
    expect(library.faults).toEqual([]);
    expect(countLibrary(library)).toMatchObject({ problems: 8, designs: 40, pages: 88 });
  });

  it('is the same each time', () => {
    expect(openCorpus(real)(8)).toEqual(grown);
  });

  it('keeps the real problems as they are, so that their pages can be compared', () => {
    for (const file of real) {
      if (file.path.endsWith('.whiteboard.yaml')) continue;
      expect(grown).toContainEqual(file);
    }
  });

  it('begins with every smaller content', () => {
    const smaller = openCorpus(real)(7);
    for (const file of smaller) expect(grown).toContainEqual(file);
    expect(smaller.length).toBeLessThan(grown.length);
  });

  it('may have fewer problems than there are', () => {
    expect(countLibrary(readLibrary(openCorpus(real)(1))).problems).toBe(1);
  });

  it('has other words and figures under the same headings', () => {
    const added = grown.filter(isAdded);
    const [name] = added
      .map(({ path }) => path)
      .filter((path) => path.endsWith('/spoken.md'))
      .toSorted();
    const base = /problems\/(.+)-[a-z]+\/spoken\.md$/.exec(name ?? '')?.[1] ?? '';
    const [from, to] = [textOf(real, `${base}/spoken.md`), textOf(added, name ?? '/')];
    const headings = (text: string) => text.match(/^#.*$/gm);
    expect(headings(to)).toEqual(headings(from));
    const words = (text: string) => splitFrontMatter(text).body.split(/\s+/);
    expect(words(to).length).toBe(words(from).length);
    const other = words(to).filter((word, index) => word !== words(from)[index]);
    expect(other.length).toBeGreaterThan(words(to).length / 6);
    expect(textOf(added, 'model.yaml')).not.toEqual(textOf(real, `${base}/model.yaml`));
  });
});
