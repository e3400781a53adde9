import { designs, facts, type FaultKind, model, swap, templates, under } from '../kind.ts';

/** Values that no schema allows, and YAML that is none. */
export const schemaKinds: readonly FaultKind[] = [
  // Schemas
  {
    name: 'a value in words',
    files: model,
    rule: 'schema',
    count: 8,
    ...swap(/^ {4}value: .*/, '    value: about ten'),
  },
  {
    name: 'a range from high to low',
    files: model,
    rule: 'schema',
    count: 6,
    ...swap(/range: \[([^,]+), ([^\]]+)\]/, 'range: [$2, $1]'),
  },
  {
    name: 'an input without a label',
    files: model,
    rule: 'schema',
    count: 4,
    fits: (line, place) => /^ {4}label: /.test(line) && under('inputs', place),
    change: () => [],
  },
  {
    name: 'an unknown level',
    files: facts,
    rule: 'schema',
    count: 3,
    ...swap(/^level: .*/, 'level: hobbit'),
  },
  {
    name: 'a question without its mark',
    files: facts,
    rule: 'schema',
    count: 6,
    ...swap(/^( +question: .*)\?$/, '$1'),
  },
  {
    name: 'a number for a tag',
    files: facts,
    rule: 'schema',
    count: 3,
    ...swap(/^tags: \[/, 'tags: [7, '),
  },
  {
    name: 'a description that says nothing',
    files: designs,
    rule: 'schema',
    count: 6,
    ...swap(/^description: .*/, 'description: A design'),
  },
  {
    name: 'an unknown topic',
    files: templates,
    rule: 'schema',
    count: 6,
    ...swap(/^ {4}topics: \[/, '    topics: [magic, '),
  },
  {
    name: 'an unknown category',
    files: /components\.yaml$/,
    rule: 'schema',
    count: 3,
    ...swap(/category: [a-z-]+/, 'category: hobbit'),
  },
  // Syntax of YAML
  {
    name: 'a colon too many',
    files: /(?:model|problem)\.yaml$/,
    rule: 'yaml-syntax',
    count: 5,
    ...swap(/^( +(?:label|question|option): )([A-Za-z]+) /, '$1$2: '),
  },
  {
    name: 'an id that stands twice',
    files: model,
    rule: 'yaml-syntax',
    count: 5,
    fits: (line) => /^ {2}[a-z0-9_]+:$/.test(line),
    change: (line) => [line, '    label: the same again', line],
    named: (index) => index + 3,
  },
];
