import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'audit-'));
const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const wrong = write('wrong.md', '# A\n\n100M × 1 KB = 100 TB\n');
const right = write('right.md', '100M × 1 KB = 100 GB\n');

function audit(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/audit.ts', ...args], {
    input,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

describe('npm run audit', () => {
  it('prints what is wrong and exits with 1', () => {
    const { status, stdout } = audit([wrong, right]);
    expect(status).toBe(1);
    expect(stdout).toContain(`${wrong}:3:1  arithmetic  100M × 1 KB = 100 TB`);
    expect(stdout.trim().split('\n')).toHaveLength(1);
  });

  it('exits with 0 where nothing is wrong', () => {
    expect(audit([right])).toMatchObject({ status: 0, stdout: '' });
  });

  it('reads standard input and prints JSON, with --all the right ones too', () => {
    const { status, stdout } = audit(['-', '--json', '--all'], '2 GB × 3 = 6 GB\n');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toEqual([
      {
        file: '-',
        line: 1,
        column: 1,
        rule: 'arithmetic',
        verdict: 'right',
        message: '“6 GB” is right: 2 GB × 3 = 6 GB',
        expected: '6 GB',
        text: '2 GB × 3 = 6 GB',
        stated: '6 GB',
        computed: '6 GB',
        ratio: 1,
      },
    ]);
  });

  it.each([
    ['no file', [], 'No file given'],
    ['an unknown option', ['--what', right], 'Unknown option'],
    ['a missing file', [join(folder, 'none.md')], 'there is no such file'],
    ['a folder', [folder], 'a folder, not a file'],
    ['an empty file', [write('empty.md', ' \n')], 'the file is empty'],
    [
      'bytes that are no UTF-8',
      [write('latin.md', Uint8Array.of(0x41, 0xe9, 0x41))],
      'not UTF-8 text',
    ],
    ['a binary file', [write('zero.md', 'a\u0000b')], 'not text'],
    [
      'a file of 50 MB',
      [write('large.md', new Uint8Array(50e6).fill(0x61))],
      '50 MB or more is too large',
    ],
  ])('says clearly what is wrong with %s', (_name, args, message) => {
    const { status, stdout, stderr } = audit(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
  });
});
