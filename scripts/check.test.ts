import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { readLibrary } from '../src/library/library.ts';
import { readContentFolder } from '../src/loaders/contentFolder.ts';

function check(args: readonly string[], input = '') {
  return spawnSync(process.execPath, ['scripts/check.ts', ...args], { input, encoding: 'utf8' });
}

it('holds any text against a contract, as JSON', () => {
  const text =
    '# Chat\n\n**1. One-line recap**\n\nPeople write.\n\n```mermaid\nflowchart TD\n  a -->\n```\n';
  const { status, stdout } = check(['-', '--format', 'spoken', '--json'], text);
  expect(status).toBe(1);
  const findings = JSON.parse(stdout) as {
    file: string;
    line: number;
    rule: string;
    section?: string;
  }[];
  expect(findings).toContainEqual(
    expect.objectContaining({
      file: '-',
      rule: 'heading-missing',
      section: 'capacity',
      verdict: 'fault',
    }),
  );
  expect(findings.filter(({ section }) => section === 'recap')).toEqual([]);
  // Mermaid itself says that the diagram is broken.
  expect(findings).toContainEqual(expect.objectContaining({ file: '-', rule: 'diagram-syntax' }));
}, 120_000);

it('reads the files of an archive, and says which one is missing', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'check-')), 'dossier.zip');
  const text = '## STEP 1: REQUIREMENTS & SCOPE\n\nPeople write.\n';
  writeFileSync(path, zipSync({ '01-problem-requirements.md': strToU8(text) }));
  const { status, stdout } = check([path, '--format', 'dossier', '--json']);
  expect(status).toBe(1);
  const findings = JSON.parse(stdout) as { file: string; rule: string }[];
  expect(findings.filter(({ rule }) => rule === 'file-missing')).toHaveLength(6);
  expect(new Set(findings.map(({ file }) => file))).toEqual(
    new Set([`${path}/01-problem-requirements.md`]),
  );
}, 120_000);

const folder = mkdtempSync(join(tmpdir(), 'check-'));
const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

it('exits with 0 where nothing is missing, and says how the score is made up', async () => {
  const { problems } = readLibrary(await readContentFolder('.'));
  const design = problems.flatMap(({ designs }) => designs).find(({ format }) => format === 'story')
    ?.pages[0];
  const args = [write('story.md', design?.filled.text ?? ''), '--format', 'story'];
  const { status, stdout, stderr } = check(args);
  expect(status).toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(/^ *\d+ of \d+ {2}1\) /m);
  expect(stderr).toMatch(/100 of 100 \(.+\); it was chosen/);
  expect(JSON.parse(check([...args, '--json']).stdout)).toEqual([]);
}, 120_000);

it('prints for each finding all that the JSON form promises', () => {
  const { stdout } = check(['-', '--format', 'story', '--json'], '## 2. Nothing\n\nNo.\n');
  const findings = JSON.parse(stdout) as object[];
  expect(findings.length).toBeGreaterThan(3);
  for (const finding of findings) {
    expect(finding).toMatchObject({
      file: '-',
      line: expect.any(Number),
      column: expect.any(Number),
      rule: expect.any(String),
      verdict: expect.stringMatching(/^(?:fault|likely)$/),
      message: expect.any(String),
      expected: expect.any(String),
      asks: { line: expect.any(Number), text: expect.any(String) },
    });
  }
}, 120_000);

it.each([
  ['an unknown option', ['-', '--what'], 'Unknown option'],
  ['an empty file', [write('empty.md', ' \n')], 'the file is empty'],
  ['bytes that are no UTF-8', [write('latin.md', Uint8Array.of(65, 0xe9, 65))], 'not UTF-8 text'],
  [
    'a file of 50 MB',
    [write('large.md', new Uint8Array(50e6).fill(0x61))],
    '50 MB or more is too large',
  ],
  ['an unknown format', ['-', '--format', 'essay'], 'There is no format “essay”'],
  ['no file', ['--json'], 'No file given'],
  ['a text of no format', ['-'], 'No format recognized'],
  ['a missing file', ['none.md'], 'none.md: there is no such file'],
])(
  'says clearly what is wrong with %s',
  (_name, args, message) => {
    const { status, stdout, stderr } = check(args, 'Dear diary');
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  },
  120_000,
);
