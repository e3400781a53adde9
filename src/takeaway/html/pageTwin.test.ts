import { describe, expect, it } from 'vitest';
import { pageTwin } from './pageTwin.ts';

function body(content: string): string | undefined {
  const page = `<main><h1>T</h1><p class="lead">L</p><div class="sl-markdown-content">${content}</div></main>`;
  return pageTwin(page, '/a/b/')?.body.trim();
}

describe('the twin of a page', () => {
  it('has its title and description', () => {
    const html =
      '<h1>A <em>b</em></h1><p class="lead">c</p><div class="sl-markdown-content"></div>';
    expect(pageTwin(html, '/')).toEqual({ address: '/', title: 'A b', description: 'c', body: '' });
    expect(pageTwin('<meta http-equiv="refresh">', '/')).toBeUndefined();
  });

  it('keeps headings, lists, tables and links seen from the root', () => {
    expect(body('<h2>One</h2><ol><li>x <a href="../c/">y</a></li></ol>')).toBe(
      '## One\n\n1. x [y](/a/c/)',
    );
    expect(
      body(
        '<table><tr><th>k</th><th>v|w</th></tr><tr><td>1</td><td><code>a</code></td></tr></table>',
      ),
    ).toBe('| k | v\\|w |\n| - | ---- |\n| 1 | `a`  |');
  });

  it('takes a list whose items have headings for sections', () => {
    expect(body('<ul><li><h2>One</h2><p>a</p></li><li><h2>Two</h2></li></ul>')).toBe(
      '## One\n\na\n\n## Two',
    );
  });

  it('takes code from its lines, and diagrams from their source', () => {
    const line = (text: string) => `<span>${text}\n</span>`;
    expect(
      body(`<pre data-language="sql"><code>${line('a')}${line('<span>b</span>')}</code></pre>`),
    ).toBe('```sql\na\nb\n```');
    expect(
      body(
        '<figure class="diagram"><svg><text>no</text></svg><details><pre><code>graph</code></pre></details></figure>',
      ),
    ).toBe('```mermaid\ngraph\n```');
    expect(
      body(
        '<figure class="diagram" data-source="/x.excalidraw"><figcaption>What</figcaption></figure>',
      ),
    ).toBe('![What](/x.excalidraw)');
  });

  it('leaves out what only a browser can use', () => {
    expect(
      body('<p>a <button>b</button><span class="sr-only">c</span><span hidden>d</span></p>'),
    ).toBe('a');
  });

  it('sets pieces of a component apart, and links the first of a row', () => {
    const piece = (text: string) => `<span class="_ab3d">${text}</span>`;
    expect(body(`<p>${piece('a')}${piece('b')}</p>`)).toBe('a · b');
    expect(body(`<a href="/x/">${piece('a')}${piece('b')}</a>`)).toBe('[a](/x/) · b');
  });

  it('does not let text become markup', () => {
    expect(body('<p>*a* [b](c) &lt;i&gt; # d</p>')).toBe('\\*a\\* \\[b]\\(c) \\<i> # d');
  });
});
