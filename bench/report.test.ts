import { describe, expect, it } from 'vitest';
import { unasked } from './bench.ts';
import { report, table } from './report.ts';
import { branchPath } from './peers/input.ts';
import { weigh } from './browser/pageLoad.ts';

describe('the report', () => {
  it('lines columns up', () => {
    expect(
      table([
        ['a', 'long'],
        ['wide', 'b'],
      ]),
    ).toBe('a     long\nwide  b');
  });

  it('names what was left out', () => {
    const circumstances = {
      date: '2026-01-01',
      processor: 'x',
      cores: 2,
      memory: 1,
      load: 0,
      versions: {},
    };
    const leftOut = [{ what: 'Hugo', why: 'not installed' }];
    expect(report({ peers: { circumstances, peers: [], leftOut } })).toContain(
      'left out: Hugo: not installed',
    );
  });
});

it('names what was not asked for', () => {
  expect(unasked([6, 50], [6], 'problems')).toEqual([
    { what: '50 problems', why: 'not asked for in this run' },
  ]);
  expect(unasked(['hugo'], ['hugo'])).toEqual([]);
});

describe('peers', () => {
  it('get pages with pages below them under a name of their own where they need it', () => {
    const pages = ['index.md', 'designs/index.md', 'designs/chat/index.md'].map((path) => ({
      path,
    }));
    expect(pages.map(({ path }) => branchPath(path, pages))).toEqual([
      '_index.md',
      'designs/_index.md',
      'designs/chat/index.md',
    ]);
  });

  it('are weighed by kind', () => {
    const request = (type: string, bytes: number, url = 'http://localhost/x') => ({
      type,
      bytes,
      url,
      start: 0,
      end: 1,
    });
    const requests = [
      request('Document', 10),
      request('Stylesheet', 20),
      request('Other', 5, 'http://localhost/module.js'),
      request('Script', 30),
      request('Font', 40),
      request('Fetch', 50),
    ];
    expect(weigh({ requests })).toEqual({ html: 10, css: 20, script: 35, font: 40, other: 50 });
  });
});
