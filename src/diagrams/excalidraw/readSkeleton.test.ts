import { beforeAll, describe, expect, it } from 'vitest';
import { head } from './fixtures/boards.ts';
import type { HandFont } from './font.ts';
import { readSkeleton } from './readSkeleton.ts';
import { readShippedFont } from './shippedFont.ts';
import { readFile } from 'node:fs/promises';

let font: HandFont;
beforeAll(async () => {
  font = await readShippedFont();
});

/** `line:column rule message` of each fault. */
function faultsOf(yaml: string): string[] {
  return readSkeleton(`${head}${yaml}`, 'x.whiteboard.yaml', font).faults.map(
    ({ line, column, rule, message }) => `${line}:${column} ${rule} ${message}`,
  );
}

describe('readSkeleton', () => {
  it('accepts the example of the author’s guide', async () => {
    const guide = await readFile(new URL('./README.md', import.meta.url), 'utf8');
    const example = /```yaml\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const { data, faults } = readSkeleton(example, 'README.md', font);
    expect(faults).toEqual([]);
    expect(data?.boxes).toHaveLength(6);
  });

  it('names an arrow’s unknown end and the ids there are', () => {
    const yaml = 'boxes:\n  - { id: a, at: [1, 1] }\narrows:\n  - { from: a, to: b }\n';
    const { faults } = readSkeleton(`${head}${yaml}`, 'x.whiteboard.yaml', font);
    expect(faults).toEqual([
      {
        path: 'x.whiteboard.yaml',
        line: 6,
        column: 20,
        rule: 'whiteboard-unknown-id',
        message: 'no box is called "b"',
        expected: 'one of a',
      },
    ]);
  });

  it('refuses two boxes of one id, and an arrow to itself', () => {
    expect(
      faultsOf(
        'boxes:\n  - { id: a, at: [1, 1] }\n  - { id: a, at: [2, 1] }\narrows:\n  - { from: a, to: a }\n',
      ),
    ).toEqual([
      '5:11 whiteboard-duplicate-id two boxes are called "a"',
      '7:5 whiteboard-arrow the arrow leads from "a" to itself',
    ]);
  });

  it('refuses two things on one cell, spans and halves included', () => {
    expect(
      faultsOf(
        'boxes:\n  - { id: a, at: [1, 1], span: [2, 1] }\n  - { id: b, at: [2, 1] }\n  - { id: c, at: [2.5, 2] }\ntexts:\n  - { text: hm, at: [3, 2] }\n',
      ),
    ).toEqual([
      '5:18 whiteboard-overlap "b" overlaps "a" at [2, 1]',
      '8:21 whiteboard-overlap "hm" overlaps "c" at [3, 2]',
    ]);
  });

  it('refuses a stranger between a frame’s boxes', () => {
    expect(
      faultsOf(
        'boxes:\n  - { id: a, at: [1, 1] }\n  - { id: b, at: [2, 1] }\n  - { id: c, at: [3, 1] }\nframes:\n  - { label: F, around: [a, c] }\n  - { label: G, around: [z] }\n',
      ),
    ).toEqual([
      '8:5 whiteboard-frame the frame "F" would also enclose "b"',
      '9:26 whiteboard-unknown-id no box is called "z"',
    ]);
  });

  it('refuses characters that the hand-drawn font lacks', () => {
    expect(faultsOf('boxes:\n  - { id: a, label: naïve → ≤ ✓ 猫😀, at: [1, 1] }\n')).toEqual([
      '4:21 whiteboard-glyph the hand-drawn font has no "猫", "😀"',
    ]);
  });

  it('asks for quotes around a bare number, and points at unknown keys', () => {
    expect(
      faultsOf(
        'boxes:\n  - { id: a, label: 404, at: [1, 1] }\n  - { id: b, at: [2, 1], color: red }\n',
      ),
    ).toEqual([
      '4:21 schema boxes.0.label: expected text; quote it: "404"',
      '5:5 schema boxes.1: Unrecognized key: "color"',
    ]);
  });

  it('explains the comma in a flow map', () => {
    const yaml = 'boxes:\n  - { id: a, at: [1, 1], detail: one, or two }\n';
    const [fault] = readSkeleton(`${head}${yaml}`, 'x', font).faults;
    expect(fault?.expected).toBe('quotes around a text that holds a comma');
  });
});
