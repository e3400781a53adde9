import { describe, expect, it } from 'vitest';
import { readLibrary } from '../library/library.ts';
import { readContentFolder } from '../loaders/contentFolder.ts';
import { parseMarkdown } from './markdown.ts';
import { parseInPieces } from './pieces.ts';

const { problems } = readLibrary(await readContentFolder('.'));
const designs = problems
  .flatMap((problem) => problem.designs)
  .map(({ pages }) => pages.map(({ filled }) => filled.text).join('\n\n'));

describe('parsing in pieces', () => {
  it('makes the same tree of every worked design, places and all', () => {
    for (const text of designs) {
      expect(parseInPieces(text).children).toEqual(parseMarkdown(text).children);
    }
  }, 60_000);

  it('knows pieces that were moved, changed and repeated', () => {
    const [text = ''] = designs;
    for (const changed of [text, `One\n\n${text}`, text.slice(300), `${text}\n${text}`, text]) {
      expect(parseInPieces(changed).children).toEqual(parseMarkdown(changed).children);
    }
  }, 60_000);

  it.each([
    ['a list', '- ```sh\n  # comment\n\n  echo\n  ```'],
    ['a list that goes on', '1. one\n\n    ```sh\n    # comment\n    ```'],
    ['a quote that ends before it', '> ```\n> code'],
    ['one line', '```code```'],
  ])('keeps code whole, in %s', (_name, code) => {
    const other = '~~~md\n```\n# comment\n```\n~~~';
    const text = `${[code, '## Heading', other, 'word '.repeat(99)].join('\n\n')}\n\n`;
    const many = text.repeat(40);
    expect(parseInPieces(many).children).toEqual(parseMarkdown(many).children);
  });

  it('lets bare addresses be text, and reads all else of GFM', () => {
    const text =
      'See www.example.org, https://example.org/a_b_c and me@example.org: <https://e.org>.';
    const [paragraph] = parseInPieces(text).children;
    const kinds = paragraph?.type === 'paragraph' ? paragraph.children.map(({ type }) => type) : [];
    expect(kinds).toEqual(['text', 'link', 'text']);
    const others = '| a |\n|---|\n| ~~b~~ |\n\n- [x] done[^1]\n\n[^1]: note\n';
    expect(parseInPieces(others).children).toEqual(parseMarkdown(others).children);
  });

  it.each([
    ['quotes in quotes', '> '.repeat(50_000)],
    ['one line', 'word '.repeat(50_000)],
    ['a table', '| a | b |\n|---|---|\n'.repeat(2000)],
    ['headings', '## a\n'.repeat(10_000)],
    ['an open fence', `\`\`\`\n${'code\n'.repeat(20_000)}`],
    ['blank lines', '\n'.repeat(100_000)],
  ])(
    'takes %s without a throw, within seconds',
    (_name, text) => {
      const start = performance.now();
      parseInPieces(text);
      expect(performance.now() - start).toBeLessThan(5000);
    },
    20_000,
  );
});
