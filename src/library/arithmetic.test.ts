import { expect, it } from 'vitest';
import { countLibrary, readLibrary } from './library.ts';
import { change, filesOf, lineOf, validTree } from './testTree.ts';

const story = 'content/problems/clock/story.md';
const line = 'It is asked {{= read_rate}}.';

/** The library with another sentence in place of a working. */
const withLine = (to: string) => change(validTree, story, line, to);

it.each([
  ['behind figures', 'For {{viewers}} it lasts. 2 × 3 GB = 60 GB.', '2 × 3'],
  ['from a figure on', 'It is asked {{viewers}} × 20 = 2 k.', '{{viewers}} × 20'],
  ['in bits for bytes', '1 GB/s = 1 Gbps.', '1 GB/s'],
])('a wrong result %s stops the build at its place in the file', (_name, text, at) => {
  const tree = withLine(text);
  expect(readLibrary(filesOf(tree)).faults).toEqual([
    {
      path: story,
      line: lineOf(tree, story, text),
      column: text.indexOf(at) + 1,
      rule: 'arithmetic',
      message: expect.stringMatching(/^in “.+”, “.+” is .+: .+ = .+/),
    },
  ]);
});

it('counts the results that were worked out again', () => {
  const before = countLibrary(readLibrary(filesOf(validTree)));
  const after = countLibrary(
    readLibrary(filesOf(withLine('It is 2 × 3 = 6. That gives 2 × 4 ≈ 8.'))),
  );
  expect(after.results - before.results).toBe(1);
  expect(before.results).toBeGreaterThan(0);
});
