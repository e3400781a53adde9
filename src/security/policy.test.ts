import { describe, expect, it } from 'vitest';
import { withPolicy } from './page.ts';
import { hashSource, policyOf, readParts } from './policy.ts';

const page = (body: string) => `<!doctype html><meta charset="utf-8"><body>${body}`;
const policy = (body: string) => policyOf(readParts(page(body)));
const directive = (body: string, name: string) =>
  policy(body)
    .split('; ')
    .find((one) => one.startsWith(`${name} `));

describe('the policy of a page', () => {
  it('allows its own origin and nothing inline where nothing is', () => {
    expect(directive('<p>x', 'default-src')).toBe("default-src 'none'");
    expect(directive('<script src="/a.js"></script>', 'script-src')).toBe("script-src 'self'");
    expect(directive('<p>x', 'style-src')).toBe("style-src 'self'");
    expect(policy('<p>x')).not.toContain('unsafe');
  });

  it('allows each script and style by its hash, wherever it stands, once', () => {
    const body =
      '<script>a()</script><template><script type="module">b()</script></template>' +
      '<noscript><style>p{}</style></noscript><svg><style>g{}</style></svg><script>a()</script>';
    const scripts = ['a()', 'b()'].map(hashSource).sort();
    const styles = ['p{}', 'g{}'].map(hashSource).sort();
    expect(directive(body, 'script-src')).toBe(`script-src 'self' ${scripts.join(' ')}`);
    expect(directive(body, 'style-src')).toBe(`style-src 'self' ${styles.join(' ')}`);
  });

  it('leaves data alone', () => {
    const body = '<script type="application/json">{}</script>';
    expect(directive(body, 'script-src')).toBe("script-src 'self'");
  });

  it('allows WebAssembly where one can search', () => {
    expect(directive('<search-door></search-door>', 'script-src')).toContain('wasm-unsafe-eval');
  });

  it('allows inline styles where a diagram is left to the browser, and only there', () => {
    const body = '<style>p{}</style><pre class="mermaid">x</pre>';
    expect(directive(body, 'style-src')).toBe("style-src 'self' 'unsafe-inline'");
  });
});

it('knows what no policy allows', () => {
  const body = '<p style="a:b" onclick="c()"><a href=" JavaScript:d()">x</a>';
  expect(readParts(page(body)).forbidden).toEqual([
    'p[style]',
    'p[onclick]',
    'a[href=javascript:]',
  ]);
});

it('stands behind the encoding', () => {
  expect(withPolicy(page('x'), 'x.html')).toContain(
    '<meta charset="utf-8"><meta http-equiv="content-security-policy"',
  );
  expect(() => withPolicy('<p>x', 'x.html')).toThrow('x.html');
});
