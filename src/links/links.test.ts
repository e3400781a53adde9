import { describe, expect, it } from 'vitest';
import { checkLinks } from './check.ts';
import { findLinks } from './find.ts';

const page = 'content/problems/clock/spoken.md';
const site = {
  has: (address: string) => ['/designs/clock/spoken/', '/numbers/', '/llms.txt'].includes(address),
  anchorsOf: (address: string) =>
    new Set(address === '/designs/clock/spoken/' ? ['1-questions', '2-load'] : ['latency']),
};
const faultsOf = (text: string, path = page) => checkLinks(findLinks([{ path, text }]), site);

describe('links in the content', () => {
  it.each([
    '[numbers](/numbers/)',
    '[latency](/numbers/#latency)',
    '[above](#2-load)',
    '[for machines](/llms.txt)',
    '[elsewhere](https://example.com/x?y#z)',
    '[state](/numbers/?q=1)',
    '`[code](/nowhere/)`',
    '![image](./board.excalidraw)',
  ])('%s is sound', (text) => {
    expect(faultsOf(text)).toEqual([]);
  });

  it.each([
    ['[gone](/gone/)', 'link-missing', undefined],
    ['[gone](/gone.txt)', 'link-missing', undefined],
    ['[there](/numbers/#latencies)', 'anchor-missing', 'latency'],
    ['[above](#3-load)', 'anchor-missing', '2-load, 1-questions'],
    ['[bare](/numbers)', 'link-form', '/numbers/'],
    ['[bare](/numbers#latency)', 'link-form', '/numbers/#latency'],
    ['[capital](/Numbers/)', 'link-form', '/numbers/'],
    [
      '[relative](../story/)',
      'link-form',
      'an address from the site’s root, such as /designs/chat/',
    ],
    [
      '[host](//example.com/)',
      'link-form',
      'an address from the site’s root, such as /designs/chat/',
    ],
    ['[script](javascript:alert)', 'link-form', 'an address that begins with https://'],
    ['[percent](/numbers/#%E0%A4%A)', 'link-form', 'no stray % in it'],
    ['[ref][]\n\n[ref]: /gone/', 'link-missing', undefined],
    ['<a href="/gone/">gone</a>', 'link-missing', undefined],
  ])('%s: %s', (text, rule, expected) => {
    expect(faultsOf(text)).toEqual([expect.objectContaining({ path: page, rule })]);
    expect(faultsOf(text)[0]?.expected).toBe(expected);
  });

  it('are found at their place, below front matter', () => {
    const text =
      '---\ntitle: x\n---\n\nOne.\n\n- two [gone](/gone/)\n\n<div>\n<a href="/off/">off</a>\n</div>\n';
    expect(faultsOf(text).map(({ line, column }) => [line, column])).toEqual([
      [7, 7],
      [10, 1],
    ]);
  });

  it('are found in the prose of YAML', () => {
    const text = 'title: Clock\nstatement: >-\n  Show the time\n  as [here](/gone/).\n';
    expect(faultsOf(text, 'content/problems/clock/problem.yaml')).toEqual([
      expect.objectContaining({ rule: 'link-missing', line: 2, column: 12 }),
    ]);
    expect(faultsOf("a: 'see [it](#here)'\n", 'content/reference/numbers.yaml')).toEqual([
      expect.objectContaining({ rule: 'link-form', line: 1, column: 4 }),
    ]);
  });
});
