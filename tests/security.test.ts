import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readParts } from '../src/security/policy.ts';
import { openPage } from './support/browser.ts';
import { builtFiles, dist, pageKinds } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();
const files = await builtFiles('.html');
const pages = await Promise.all(
  files.map(async (file) => ({ file, html: await readFile(join(dist, file), 'utf8') })),
);

/** The policy that a page gives itself, by directive. */
function policyIn(html: string): Map<string, string[]> {
  const policy = /<meta http-equiv="content-security-policy" content="([^"]*)">/.exec(html)?.[1];
  const directives = (policy ?? '').split('; ').map((directive) => directive.split(' '));
  return new Map(directives.map(([name = '', ...sources]) => [name, sources]));
}

/** Hashes of what stands between tags, by a rule that knows nothing of the build's own. */
function hashesOf(html: string, element: RegExp): string[] {
  const texts = [...html.matchAll(element)].map(([, text = '']) => text);
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [...new Set(texts.map(hash))].sort();
}

const inlineScript = /<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g;
const inlineStyle = /<style[^>]*>([\s\S]*?)<\/style>/g;
const isHash = (source: string) => source.startsWith("'sha");

describe('the policy of every page', () => {
  it('covers its scripts and styles, and nothing else', () => {
    const wrong = pages.filter(({ html }) => {
      const policy = policyIn(html);
      const scripts = policy.get('script-src')?.filter(isHash) ?? [];
      const styles = policy.get('style-src')?.filter(isHash) ?? [];
      return (
        scripts.join() !== hashesOf(html, inlineScript).join() ||
        styles.join() !== hashesOf(html, inlineStyle).join()
      );
    });
    expect(wrong.map(({ file }) => file)).toEqual([]);
  });

  it('allows no code from elsewhere or out of text', () => {
    const sources = new Set(pages.flatMap(({ html }) => [...policyIn(html).values()].flat()));
    const others = [...sources].filter((source) => !isHash(source)).sort();
    expect(others).toEqual(["'none'", "'self'", "'wasm-unsafe-eval'", 'data:']);
    for (const { html } of pages) {
      const policy = policyIn(html);
      expect(policy.get('default-src')).toEqual(["'none'"]);
      expect(policy.get('base-uri')).toEqual(["'none'"]);
      expect(policy.get('object-src')).toEqual(["'none'"]);
      expect(policy.get('form-action')).toEqual(["'self'"]);
    }
  });

  it('stands before all that it governs', () => {
    const late = pages.filter(
      ({ html }) => html.indexOf('<meta http-equiv="content') > html.search(/<(script|style|link)/),
    );
    expect(late.map(({ file }) => file)).toEqual([]);
  });

  it('forbids nothing that the page has', () => {
    const forbidden = pages.flatMap(({ file, html }) =>
      readParts(html).forbidden.map((what) => `${file}: ${what}`),
    );
    expect(forbidden).toEqual([]);
  });
});

it('hosts are told what pages cannot say of themselves', async () => {
  const headers = await readFile(join(dist, '_headers'), 'utf8');
  expect(headers).toMatch(/^\/\*\n {2}Content-Security-Policy: frame-ancestors 'none'/);
  expect(headers).toContain('X-Content-Type-Options: nosniff');
  expect(headers).toMatch(/\/_astro\/\*\n {2}Cache-Control: public, max-age=\d+, immutable/);
});

// Pages wait more than they work: several at a time.
describe.concurrent('every control, under the policy', () => {
  it.each(Object.entries(pageKinds))('of %s works without a violation', async (_, path) => {
    const page = await openPage(browser);
    const violations: string[] = [];
    await page.exposeFunction('onViolation', (text: string) => violations.push(text));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) violations.push(message.text());
    });
    page.on('pageerror', (error) => violations.push(error.message));
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
        (window as unknown as { onViolation: (text: string) => void }).onViolation(
          `${violatedDirective} ${blockedURI} ${sample}`,
        ),
      );
      // Links would lead away, and dialogs of the system would never close.
      addEventListener('click', (event) => {
        const link = (event.target as Element).closest('a');
        if (link !== null && !link.hash) event.preventDefault();
      });
      window.print = () => {};
      // Without a window there is no clipboard to write to.
      Object.defineProperty(navigator, 'clipboard', {
        value: { writeText: async () => {}, write: async () => {} },
      });
    });
    await page.goto(site.origin + path, { waitUntil: 'networkidle' });
    await page.mouse.move(300, 300);
    await page.keyboard.press('/');
    await page.keyboard.type('cache');
    await page.locator('[data-hits] a').first().waitFor();
    // Controls bring forth other controls, so several rounds.
    const used = await page.evaluate(async () => {
      const done = new Set<Element>();
      const selector =
        'button, summary, input, textarea, select, .diagram-frame, data.figure, format-switch a';
      for (let round = 0; round < 4; round += 1) {
        const fresh = [...document.querySelectorAll<HTMLElement>(selector)].filter(
          (control) => !done.has(control),
        );
        for (const control of fresh) {
          done.add(control);
          control.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }));
          control.focus();
          if (control instanceof HTMLSelectElement) {
            control.selectedIndex = control.options.length - 1;
            control.dispatchEvent(new Event('change', { bubbles: true }));
          } else if (/^(?:text|search|)$/.test((control as HTMLInputElement).type ?? 'none')) {
            (control as HTMLInputElement).value += ' 1';
            control.dispatchEvent(new Event('input', { bubbles: true }));
          } else {
            control.click();
          }
        }
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return done.size;
    });
    expect(used).toBeGreaterThan(3);
    expect(violations).toEqual([]);
    await page.close();
  });
});
