import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, it } from 'vitest';

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

it.each([
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
