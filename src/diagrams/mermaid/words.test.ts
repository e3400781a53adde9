import { expect, it } from 'vitest';
import { wordsOf } from './words.ts';

it('reads lines, blocks and comments', () => {
  expect(wordsOf('flowchart TB\n  accTitle: Read  path\n  accDescr: What is read\n')).toEqual({
    title: 'Read path',
    description: 'What is read',
  });
  expect(wordsOf('flowchart TB\naccDescr {\n  one\n  two\n}')).toEqual({
    title: '',
    description: 'one two',
  });
  expect(wordsOf('mindmap\n  %% accTitle: Topics\n  root')).toEqual({
    title: 'Topics',
    description: '',
  });
});
