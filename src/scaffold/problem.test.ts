import { describe, expect, it } from 'vitest';
import { readLibrary, readTemplates } from '../library/library.ts';
import { filesOf, validTree } from '../library/testTree.ts';
import { sortTree } from '../library/tree.ts';
import { readContentFolder } from '../loaders/contentFolder.ts';
import { nextOrder } from './order.ts';
import { beginProblem } from './problem.ts';

const content = await readContentFolder('.');
const shelf = content.filter(({ path }) => !path.startsWith('content/problems/'));
const { templates } = readTemplates(sortTree(content).templates);
const garage = beginProblem({ slug: 'garage', title: 'Garage: a "test"', order: 7 }, templates);

/** Faults of the new files alone; the reference points at problems that are not read here. */
const faults = readLibrary([...shelf, ...garage]).faults.filter(({ path }) =>
  path.startsWith('content/problems/garage/'),
);

describe('a new problem', () => {
  it('has the files of every format', () => {
    const names = garage.map(({ path }) => path.replace('content/problems/garage/', ''));
    expect(names.slice(0, 6)).toEqual([
      'problem.yaml',
      'model.yaml',
      'spoken.md',
      'story.md',
      'architect.md',
      'note.md',
    ]);
    expect(names.slice(6)).toEqual(
      templates.flatMap(({ contract }) => contract.files.map(({ name }) => `dossier/${name}`)),
    );
  });

  it('is told of each section that is to be written, once', () => {
    const unwritten = faults.filter(({ rule }) => rule === 'section-unwritten');
    const sections = templates.flatMap(({ contract }) => contract.sections);
    expect(unwritten).toHaveLength(sections.length);
    for (const { path, line } of unwritten) {
      const text = garage.find((file) => file.path === path)?.text ?? '';
      expect(text.split('\n')[line - 1]).toBe('<!-- To write:');
    }
  });

  it('has nothing wrong but what is missing', () => {
    const rules = new Set(faults.map(({ rule }) => rule));
    rules.delete('word-count');
    for (const rule of rules) expect(rule).toMatch(/^(schema|section-unwritten|need-\w+)$/);
    // Needs of whole designs; those of a section wait until it is written.
    const needs = faults.filter(({ rule }) => rule.startsWith('need-'));
    expect(needs.length).toBeLessThan(templates.length * 4);
  });

  it('says which fields of its facts are empty', () => {
    const fields = faults
      .filter(({ path, rule }) => path.endsWith('problem.yaml') && rule === 'schema')
      .map(({ message }) => message.split(':')[0]);
    expect(fields).toEqual([
      'ask',
      'summary',
      'level',
      'tags',
      'statement',
      'hardParts',
      'keyFigures',
      'decisions',
      'failures',
      'hardest',
    ]);
  });

  it('is sound once its notes have been replaced', () => {
    const small = readTemplates(sortTree(filesOf(validTree)).templates).templates;
    const story = beginProblem({ slug: 'clock', title: 'Clock', order: 1 }, small).find(
      ({ path }) => path === 'content/problems/clock/story.md',
    );
    const text = (story?.text ?? '')
      .replace("description: ''", 'description: The clock, worked out for a test.')
      .replace(/<!-- To write:[\s\S]*?-->/g, 'It shows the time to {{viewers}}.');
    const tree = { ...validTree, 'content/problems/clock/story.md': text };
    expect(readLibrary(filesOf(tree)).faults).toEqual([]);
  });

  it('comes behind all others, finished or not', () => {
    const tree = { ...validTree, 'content/problems/dial/problem.yaml': 'order: 41\ntitle: [' };
    expect(nextOrder(sortTree(filesOf(tree)))).toBe(2);
    tree['content/problems/dial/problem.yaml'] = 'order: 41';
    expect(nextOrder(sortTree(filesOf(tree)))).toBe(42);
  });
});
