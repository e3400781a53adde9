import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { modelSchema } from '../schemas/model.ts';
import { readYaml, type YamlPlace } from './yaml.ts';

const shelfSchema = z.strictObject({
  name: z.string(),
  boxes: z.record(z.string().regex(/^[a-z]+$/, 'expected lower case letters'), z.number()),
  tags: z.array(z.string()).default([]),
});

const shelf = `name: top
boxes:
  red: 1
  "blue": 2
tags: [a, b]
`;

const read = (text: string, place: YamlPlace = { path: 'shelf.yaml' }) =>
  readYaml(text, shelfSchema, place);
const faultsOf = (text: string) =>
  read(text).faults.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  );

test('a valid text gives its data', () => {
  const { data, faults } = read(shelf);
  expect(data).toEqual({ name: 'top', boxes: { red: 1, blue: 2 }, tags: ['a', 'b'] });
  expect(faults).toEqual([]);
});

describe('positions', () => {
  const { locate } = read(shelf);

  test.each([
    [['name'], 1, 7],
    [['boxes'], 3, 3],
    [['boxes', 'blue'], 4, 11],
    [['tags', 1], 5, 11],
    [[], 1, 1],
  ])('the value of %j', (keys, line, column) => {
    expect(locate(keys)).toEqual({ line, column });
  });

  test.each([
    [['name'], 1, 1],
    [['boxes', 'red'], 3, 3],
    [['boxes', 'blue'], 4, 3],
  ])('the key of %j', (keys, line, column) => {
    expect(locate(keys, 'key')).toEqual({ line, column });
  });

  test('what is absent stands at its nearest parent', () => {
    expect(locate(['boxes', 'green'])).toEqual({ line: 3, column: 3 });
    expect(locate(['boxes', 'green'], 'key')).toEqual({ line: 3, column: 3 });
    expect(locate(['boxes', 'red', 'deeper'], 'key')).toEqual({ line: 3, column: 8 });
    expect(locate(['else'])).toEqual({ line: 1, column: 1 });
  });

  test('an item of a list has no key, so its value counts', () => {
    expect(locate(['tags', 1], 'key')).toEqual({ line: 5, column: 11 });
  });

  test('a key may be a number', () => {
    const { locate: find } = readYaml('a: { 2024: x }', z.unknown(), { path: 'years.yaml' });
    expect(find(['a', '2024'], 'key')).toEqual({ line: 1, column: 6 });
  });

  test('count from the start of the file, not of the YAML', () => {
    const place = { path: 'page.md', linesBefore: 1 };
    expect(read(shelf, place).locate(['boxes', 'red'])).toEqual({ line: 4, column: 8 });
    expect(read('', place).locate(['boxes'])).toEqual({ line: 2, column: 1 });
    const [fault] = read(shelf.replace('red: 1', 'red: x'), place).faults;
    expect(fault).toMatchObject({ path: 'page.md', line: 4, column: 8 });
    const [syntax] = read(shelf.replace('[a, b]', '[a, b'), place).faults;
    expect(syntax).toMatchObject({ path: 'page.md', line: 7, rule: 'yaml-syntax' });
  });

  test('are the same with Windows line ends', () => {
    const windows = read(shelf.replaceAll('\n', '\r\n'));
    expect(windows.locate(['boxes', 'blue'])).toEqual(locate(['boxes', 'blue']));
  });
});

describe('what is not YAML', () => {
  test('gives no data, and says where', () => {
    expect(read('name: [top').data).toBeUndefined();
    expect(faultsOf('name: "top')).toEqual([
      expect.stringMatching(/^1:11 yaml-syntax Missing closing "quote/),
    ]);
  });

  test('a key that stands twice is a fault at the second', () => {
    expect(faultsOf(shelf.replace('"blue"', 'red'))).toEqual([
      '4:3 yaml-syntax Map keys must be unique',
    ]);
  });
});

describe('what the schema refuses', () => {
  test.each([
    [shelf.replace('red: 1', 'red: one'), '3:8 schema boxes.red: Invalid input: expected number'],
    [shelf.replace('[a, b]', '[a, 2]'), '5:11 schema tags.1: Invalid input: expected string'],
    [shelf.replace('name: top\n', ''), '1:1 schema name: Invalid input: expected string'],
    [shelf.replace('red', 'Red'), '3:3 schema boxes.Red: expected lower case letters'],
    [`${shelf}colour: red\n`, '1:1 schema document: Unrecognized key: "colour"'],
    ['', '1:1 schema document: Invalid input: expected object'],
  ])('%j', (text, fault) => {
    expect(faultsOf(text)).toEqual([expect.stringContaining(fault)]);
  });

  test('all of it comes in one run', () => {
    expect(faultsOf('name: 1\nboxes: { red: x }\ntags: 3\n')).toHaveLength(3);
  });

  test('a number with underscores is text in YAML 1.2, and a bare year is a number', () => {
    const text = `inputs:
  users:
    label: all users
    value: 100_000_000
    unit: user
    range: [1, 1_000]
    why: because this test needs it
    source: { title: Report, date: 2024 }
`;
    const { faults } = readYaml(text, modelSchema, { path: 'model.yaml' });
    expect(faults.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      '4:12 inputs.users.value: expected a number without underscores, not the text `100_000_000`',
      '6:16 inputs.users.range.1: expected a number without underscores, not the text `1_000`',
    ]);
  });
});
