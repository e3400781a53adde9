import { describe, expect, it } from 'vitest';
import { readLibrary } from './library.ts';
import { change, drop, filesOf, lineOf, validTree } from './testTree.ts';

const folder = 'content/reference';
const framework = `${folder}/framework.yaml`;
const patterns = `${folder}/anti-patterns.yaml`;
const numbers = `${folder}/numbers.yaml`;
const synonyms = `${folder}/synonyms.yaml`;

describe('the reference', () => {
  it('is read with its numbers computed', () => {
    const { reference } = readLibrary(filesOf(validTree));
    expect(reference.numbers.quantities.get('dark')?.text).toBe('12 h');
    expect(reference.areas.map(({ id }) => id)).toEqual(['time']);
  });

  it.each([
    ['component-missing', framework, '[sundial]', '[moondial]', 'moondial'],
    ['schema', framework, 'fits: Where it', 'fist: Where it', 'fist'],
    ['section-missing', patterns, 'section: load', 'section: cloud', 'section: cloud'],
    ['section-missing', patterns, 'problem: clock', 'problem: dial', 'problem: dial'],
    ['schema', patterns, 'format: spoken', 'format: sung', 'format: sung'],
    [
      'schema',
      numbers,
      '    source: { title: The sun, date: 2026 }\n',
      '',
      'label: hours of light',
    ],
    ['unit-mismatch', numbers, '1 day - hours', '1 byte - hours', '1 byte'],
    ['quantity-missing', numbers, '[hours]', '[hours, days]', 'days]'],
    ['quantity-twice', numbers, '[hours]', '[hours, dark]', 'head: dark'],
    ['quantity-unshown', numbers, '[darker]', '[dark]', '  darker:'],
    ['schema', numbers, 'columns: [a day]', 'columns: [a day, a week]', '- { head: dark'],
    ['schema', synonyms, '{ same: [clock, timepiece]', '{ same: [clock, Clock]', '- { same'],
    ['schema', synonyms, 'also:', 'like:', '- { same'],
    ['id-twice', numbers, 'id: darkness', 'id: light # again', '# again'],
  ])('%s in %s: “%s” → “%s”', (rule, path, from, to, line) => {
    const tree = change(validTree, path, from, to);
    const found = readLibrary(filesOf(tree)).faults.filter((fault) => fault.rule === rule);
    expect(found.map((fault) => `${fault.path}:${fault.line}`)).toContain(
      `${path}:${lineOf(tree, path, line)}`,
    );
  });

  it.each([framework, patterns, numbers, synonyms])('has its files: %s', (path) => {
    expect(readLibrary(filesOf(drop(validTree, path))).faults).toContainEqual(
      expect.objectContaining({ rule: 'file-missing', path, line: 1 }),
    );
  });
});
