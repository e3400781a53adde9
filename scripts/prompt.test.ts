import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/build-prompts.ts', ...args], { encoding: 'utf8' });

describe('npm run -s prompt', () => {
  it.each(['Design Dropbox', '$& {{x}} 🚀\r\nnext', "it's “quoted”"])(
    'prints the filled prompt for %j and nothing else',
    (problem) => {
      const source = readFileSync('content/templates/spoken.md', 'utf8');
      const body = source.slice(source.indexOf('\n---\n', 4) + '\n---\n'.length);
      const { stdout, stderr, status } = run('spoken', problem);
      expect(stdout).toBe(body.split('{{problem}}').join(problem));
      expect(stderr).toBe('');
      expect(status).toBe(0);
    },
  );

  it.each([['napkin'], ['napkin', 'Design Dropbox'], ['spoken', 'a', 'b']])(
    'refuses %s %s',
    (...args) => {
      const { stdout, stderr, status } = run(...args);
      expect(status).toBe(2);
      expect(stdout).toBe('');
      for (const id of ['spoken', 'story', 'architect', 'note', 'dossier']) {
        expect(stderr).toContain(id);
      }
    },
  );

  it('says how it is used', () => {
    const { stdout, status } = run('--help');
    expect(stdout).toContain('npm run -s prompt');
    expect(status).toBe(0);
  });
});
