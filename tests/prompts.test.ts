import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { fillPrompt, parsePrompt } from '../src/prompt/fill.ts';
import { formatIds } from '../src/schemas/format.ts';
import { openPage } from './support/browser.ts';
import { watchClipboard } from './support/clipboard.ts';
import { hostileValues } from './support/hostile.ts';
import { dist } from './support/site.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const promptOf = (format: string) => readFile(join(dist, `prompts/${format}.txt`), 'utf8');

/** A template's page whose clipboard is a variable, so that bytes can be compared. */
async function openTemplate(format: string, search = ''): Promise<Page> {
  const page = await openPage(browser);
  await watchClipboard(page);
  await page.goto(`${site.origin}/templates/${format}/${search}`);
  return page;
}

const copied = (page: Page) => page.evaluate(() => (window as { copied?: string }).copied);

const withLf = (text: string) => text.replace(/\r\n?/g, '\n');

/** Runs in the page: puts each value into the field and copies the prompt. */
async function pasteAndCopy(values: readonly string[]) {
  const field = document.querySelector('textarea');
  const button = document.querySelector<HTMLElement>('[data-copy-all]');
  if (field === null || button === null) throw new Error('the form is not on the page');
  const clipboard = window as { copied?: string | undefined };
  const copies: { typed: string; text: string }[] = [];
  for (const value of values) {
    field.value = value;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    clipboard.copied = undefined;
    button.click();
    while (clipboard.copied === undefined) await new Promise((resolve) => setTimeout(resolve));
    copies.push({ typed: field.value, text: clipboard.copied });
  }
  return copies;
}

describe('copying a prompt', () => {
  it.each(formatIds)('%s equals its .txt with the value filled in, to the byte', async (format) => {
    const parts = parsePrompt(await promptOf(format));
    const page = await openTemplate(format);
    const problems: string[] = [];
    page.on('dialog', () => problems.push('a dialog opened'));
    const nodes = await page.locator('[data-prompt-text] *').count();

    /** Holds a value and its copy against what the engine makes of it. */
    const judge = (value: string, typed: string, text: string | undefined) => {
      // A field may hand out CRLF as LF, as the HTML standard has it.
      if (withLf(typed) !== withLf(value)) problems.push(`typed: ${value}`);
      if (text !== fillPrompt(parts, { problem: typed })) problems.push(value);
    };

    // Some by hand, all by what a hand sets off.
    for (const value of hostileValues.filter((_, index) => index % 20 === 0)) {
      await page.fill('textarea', value);
      await page.click('[data-copy-all]');
      judge(value, await page.inputValue('textarea'), await copied(page));
    }
    const copies = await page.evaluate(pasteAndCopy, hostileValues);
    for (const [index, { typed, text }] of copies.entries()) {
      judge(hostileValues[index] ?? '', typed, text);
    }
    expect(copies).toHaveLength(hostileValues.length);
    expect(problems.map((value) => value.slice(0, 80))).toEqual([]);
    expect(await page.locator('[data-prompt-text] *').count()).toBe(nodes);
    await page.close();
  });

  it('takes a value from the address as it is, with CRLF', async () => {
    const value = 'Design\r\n$& {{problem}} <b>x</b> 🚀 100 %';
    const page = await openTemplate('spoken', `?problem=${encodeURIComponent(value)}`);
    await page.click('[data-copy-all]');
    const parts = parsePrompt(await promptOf('spoken'));
    expect(await copied(page)).toBe(fillPrompt(parts, { problem: value }));
    await page.close();
  });

  it('copies the system prompt and the user message one by one', async () => {
    const page = await openTemplate('architect', '?problem=Design+Dropbox');
    const blocks = page.locator('[data-prompt-block]');
    expect(await blocks.count()).toBe(2);
    await blocks.nth(0).locator('[data-copy]').click();
    expect(await copied(page)).toMatch(/^<system>[\s\S]*<\/system>\n$/);
    await blocks.nth(1).locator('[data-copy]').click();
    expect(await copied(page)).toContain('Design Dropbox');
    expect(await copied(page)).not.toContain('<system>');
    await page.close();
  });

  it('offers the worked problems and counts tokens as one types', async () => {
    const page = await openTemplate('spoken');
    const before = await page.textContent('[data-tokens]');
    await page.click('[data-offer]');
    expect(await page.inputValue('textarea')).toContain('URL shortener');
    expect(await page.textContent('mark[data-variable]')).toContain('URL shortener');
    expect(await page.textContent('[data-tokens]')).not.toBe(before);
    await page.close();
  });

  it('downloads what is filled in', async () => {
    const page = await openTemplate('story', '?problem=Design+Dropbox');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('[data-download]'),
    ]);
    expect(download.suggestedFilename()).toBe('story.txt');
    const parts = parsePrompt(await promptOf('story'));
    const saved = await readFile((await download.path()) ?? '', 'utf8');
    expect(saved).toBe(fillPrompt(parts, { problem: 'Design Dropbox' }));
    await page.close();
  });

  it('copies from a worked design the prompt that asks for it', async () => {
    const page = await openPage(browser);
    await watchClipboard(page);
    await page.goto(`${site.origin}/designs/url-shortener/story/`);
    await page.click('copy-prompt button');
    await page.getByRole('status').filter({ hasText: 'Copied' }).waitFor({ state: 'attached' });
    expect(await copied(page)).toContain('Design a URL shortener like Bitly');
    await page.close();
  });
});

it('can be selected as it stands, what is scrolled to later included', async () => {
  const page = await openTemplate('dossier');
  const { selected, text } = await page
    .locator('[data-prompt-text]')
    .first()
    .evaluate((pre) => {
      getSelection()?.selectAllChildren(pre);
      return { selected: String(getSelection()), text: pre.textContent };
    });
  expect(text.length).toBeGreaterThan(5_000);
  expect(selected.trimEnd()).toBe(text.trimEnd());
  await page.close();
});

describe('without JavaScript', () => {
  it.each(formatIds)('%s is readable and downloadable whole', async (format) => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/templates/${format}/`);
    const texts = await page.locator('[data-prompt-text]').allTextContents();
    expect(texts.join('\n')).toBe(await promptOf(format));
    const link = page.locator('a[data-download]');
    expect(await link.getAttribute('href')).toBe(`/prompts/${format}.txt`);
    expect(await page.locator('textarea').isVisible()).toBe(false);
    await page.close();
  });
});
