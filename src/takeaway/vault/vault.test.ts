import { describe, expect, it } from 'vitest';
import { withWikiLinks } from './links.ts';
import { noteName } from './notes.ts';
import { resolveTarget, wikiTargets } from './resolve.ts';

const paths = new Map([
  ['/designs/chat/', 'V/Chat/Chat.md'],
  ['/designs/chat/keys.excalidraw', 'V/Chat/keys.excalidraw'],
]);
const link = (markdown: string) => withWikiLinks(markdown, paths, 'https://s.example');

describe('links of the vault', () => {
  it('become wiki links where the vault has the page, else full addresses', () => {
    expect(link('a [b *c*](/designs/chat/#x) d')).toBe('a [[V/Chat/Chat|b c]] d');
    expect(link('[guide](/guide/)')).toBe('[guide](https://s.example/guide/)');
    expect(link('[two](/compare/?a=x\\&b=y)')).toBe('[two](https://s.example/compare/?a=x\\&b=y)');
    expect(link('[two](</a b/>)')).toBe('[two](<https://s.example/a b/>)');
    expect(link('[out](https://a.example/)')).toBe('[out](https://a.example/)');
    expect(link('[here](#there)')).toBe('here');
  });

  it('become embeds for whiteboards', () => {
    expect(link('![What it shows](/designs/chat/keys.excalidraw)')).toBe(
      '![[V/Chat/keys.excalidraw]]',
    );
  });

  it('escape their bar in tables and leave code alone', () => {
    expect(link('| a |\n|---|\n| [b](/designs/chat/) |')).toContain('[[V/Chat/Chat\\|b]]');
    expect(link('`[b](/designs/chat/)`')).toBe('`[b](/designs/chat/)`');
  });
});

describe('resolution of links', () => {
  it('finds targets outside of code', () => {
    const note = '[[a|b]] ![[c.png#d]] `[[no]]`\n\n```\n[[no]]\n```\n\n| x |\n|---|\n| [[e\\|f]] |';
    expect(wikiTargets(note).map(({ target }) => target)).toEqual(['a', 'c.png', 'e']);
  });

  it('takes a path from the root, else one that ends so, and tells the ambiguous', () => {
    const files = ['v/one/a.md', 'v/two/a.md', 'v/b.excalidraw'];
    expect(resolveTarget('v/one/a', files)).toEqual(['v/one/a.md']);
    expect(resolveTarget('two/A', files)).toEqual(['v/two/a.md']);
    expect(resolveTarget('a', files)).toHaveLength(2);
    expect(resolveTarget('b.excalidraw', files)).toEqual(['v/b.excalidraw']);
    expect(resolveTarget('b', files)).toEqual([]);
  });
});

it('makes a title a file’s name', () => {
  expect(noteName('A/B: what? [c] #d')).toBe('A B what c d');
});
