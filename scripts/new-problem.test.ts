import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const script = resolve('scripts/new-problem.ts');
let root = '';

const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { cwd: root, encoding: 'utf8' });

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'new-problem-'));
  await cp('content/templates', join(root, 'content/templates'), { recursive: true });
});
afterAll(() => rm(root, { recursive: true, force: true }));

describe('npm run new', () => {
  it('makes all files, and never writes over a problem', async () => {
    const { status, stdout } = run('parking-garage', 'Parking garage');
    expect(status).toBe(0);
    const files = await readdir(join(root, 'content/problems/parking-garage'));
    expect(files.sort()).toEqual(
      [
        'architect.md',
        'dossier',
        'model.yaml',
        'note.md',
        'problem.yaml',
        'spoken.md',
        'story.md',
      ].sort(),
    );
    expect(stdout).toContain('content/problems/parking-garage/dossier/06-interview-grilling.md');
    const again = run('parking-garage', 'Parking garage');
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('is there already');
  });

  it.each([
    [['Parking Garage', 'Parking garage'], 'is no slug'],
    [['../garage', 'Garage'], 'is no slug'],
    [['garage'], 'A slug and a title'],
    [['garage', 'Parking', 'garage'], 'Too many arguments'],
    [['garage', 'x'], 'The title'],
    [['--loud', 'garage', 'Garage'], 'loud'],
  ])('refuses %j', (args, reason) => {
    const { status, stderr } = run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(reason);
    expect(stderr).not.toContain('    at ');
  });

  it('stops at a broken template, with its place', async () => {
    await writeFile(join(root, 'content/templates/story.md'), '---\nid: story\n---\n');
    const { status, stderr } = run('garage', 'Garage');
    expect(status).toBe(1);
    expect(stderr).toContain('content/templates/story.md:');
  });
});
