import { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { strangeText } from '../src/audit/corpus/strange.ts';
import { quantile } from '../src/bench/summary.ts';
import { readLibrary } from '../src/library/library.ts';
import { readContentFolder } from '../src/loaders/contentFolder.ts';
import { formatIds } from '../src/schemas/format.ts';
import { violations } from './access/axe.ts';
import { openPage } from './support/browser.ts';
import { watchClipboard } from './support/clipboard.ts';
import { hostileValues } from './support/hostile.ts';
import { started } from './support/started.ts';
import { randomFrom } from '../src/random.ts';

const { browser, site } = await started();
const { problems } = readLibrary(await readContentFolder('.'));
const pagesOf = (format: string) =>
  problems
    .find(({ slug }) => slug === 'url-shortener')
    ?.designs.find((design) => design.format === format)?.pages ?? [];
const textOf = (format: string) => pagesOf(format)[0]?.filled.text ?? '';
const dossier = pagesOf('dossier').map(({ path, filled }) => ({
  name: path.slice(path.lastIndexOf('/') + 1),
  text: filled.text,
}));

/** Opens the page with a clipboard that is a variable, and fails on any error of its scripts. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await openPage(browser, options);
  page.on('pageerror', (error) => {
    throw error;
  });
  await watchClipboard(page);
  await page.goto(`${site.origin}/check/`);
  return page;
}

const field = (page: Page) => page.locator('check-view textarea');
const title = (page: Page) => page.locator('[data-part=title]');
const jumps = (page: Page) => page.locator('.group button.jump');

/** Waits until nothing is under way, and gives the verdict. */
async function verdict(page: Page): Promise<string> {
  await page.locator('[data-results]:not([data-state=empty], [aria-busy])').waitFor();
  return (await title(page).textContent()) ?? '';
}

async function drop(page: Page, files: readonly { name: string; bytes: Uint8Array }[]) {
  const given = files.map(({ name, bytes }) => ({
    name,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const transfer = await page.evaluateHandle((all) => {
    const data = new DataTransfer();
    for (const { name, base64 } of all) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    return data;
  }, given);
  await page.dispatchEvent('check-view .sheet', 'drop', { dataTransfer: transfer });
}

describe('what one gives', () => {
  it('is nothing at first: three lines, no worker, no contracts', async () => {
    const page = await openPage(browser);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.origin}/check/`, { waitUntil: 'networkidle' });
    expect(asked.filter((path) => /worker|mermaid|contracts|example/i.test(path))).toEqual([]);
    expect(await page.locator('.empty li').count()).toBe(3);
    expect(await page.locator('.empty').isVisible()).toBe(true);
    await page.close();
  });

  it('may be the example: three findings, at their lines', async () => {
    const page = await open();
    await page.getByRole('button', { name: 'Try an example with three faults' }).click();
    await page.locator('[data-state=report]').waitFor();
    expect(await verdict(page)).toBe('3 findings');
    expect(await jumps(page).count()).toBe(3);
    expect(await page.locator('.lines [data-mark]').count()).toBe(3);
    expect(await page.locator('.lines mark').textContent()).toMatch(/≈|=/);
    await jumps(page).first().click();
    const selected = await field(page).evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toBe(await page.locator('.lines mark').textContent());
    await page.close();
  });

  it('may be pasted: a sound design has nothing to mend', async () => {
    const page = await open();
    await field(page).fill(textOf('story'));
    expect(await verdict(page)).toBe('Nothing to mend');
    expect(await page.locator('[data-part=score]').textContent()).toBe('100 of 100');
    await page.close();
  });

  it('may be seven files or a zip, and a missing one is named', async () => {
    const page = await open();
    await drop(
      page,
      dossier.map(({ name, text }) => ({ name, bytes: strToU8(text) })),
    );
    await page.locator('.files li').nth(6).waitFor();
    expect(await verdict(page)).toBe('Nothing to mend');
    const packed = Object.fromEntries(
      dossier.slice(1).map(({ name, text }) => [`dossier/${name}`, strToU8(text)]),
    );
    await drop(page, [{ name: 'dossier.zip', bytes: zipSync(packed) }]);
    await jumps(page).filter({ hasText: 'The file 01-problem-requirements.md' }).waitFor();
    expect(await page.locator('.files li').count()).toBe(6);
    expect(await page.locator('code', { hasText: /^file-missing$/ }).count()).toBe(1);
    await page.close();
  });

  it('is held against the format that one chooses, or that the address names', async () => {
    const page = await open();
    await field(page).fill('Dear diary, 2 × 3 GB = 60 GB.');
    expect(await verdict(page)).toBe('1 finding');
    await page.getByLabel('Format').selectOption('story');
    await page.locator('[data-part=format]', { hasText: 'it was chosen' }).waitFor();
    await page.goto(`${site.origin}/check/?format=note`);
    expect(await page.getByLabel('Format').inputValue()).toBe('note');
    await page.close();
  });

  it.each(formatIds)('is a step away from every design in the format %s', async (format) => {
    const page = await open();
    for (const { slug } of problems) {
      const html = await (await fetch(`${site.origin}/designs/${slug}/${format}/`)).text();
      expect(html).toContain(`href="/check/?format=${format}"`);
    }
    await page.goto(`${site.origin}/designs/url-shortener/${format}/`);
    await page.getByRole('link', { name: 'check it against this format' }).click();
    await page.waitForURL(`**/check/?format=${format}`);
    expect(await page.getByLabel('Format').inputValue()).toBe(format);
    await page.close();
  });

  it('survives a reload and is gone when cleared', async () => {
    const page = await open();
    await field(page).fill('We need 2 × 3 GB = 60 GB.');
    await verdict(page);
    const kept = (wanted: boolean) =>
      page.waitForFunction(
        (is) => (sessionStorage.getItem('worked-designs:check') !== null) === is,
        wanted,
      );
    await kept(true);
    await page.reload();
    expect(await verdict(page)).toBe('1 finding');
    await page.getByRole('button', { name: 'Clear' }).click();
    await kept(false);
    expect(await page.locator('.empty').isVisible()).toBe(true);
    expect(await field(page).inputValue()).toBe('');
    await page.close();
  });
});

describe('what it says', () => {
  const tenThousandWords = problems
    .flatMap(({ designs }) => designs.filter(({ format }) => format === 'spoken'))
    .map(({ pages }) => pages[0]?.filled.text ?? '')
    .join('\n')
    .split(/(?<=\s)/)
    .slice(0, 10_000)
    .join('');

  it('comes for a first text of 10,000 words within 250 ms, once somebody was at the field', async () => {
    const first: number[] = [];
    const ready: number[] = [];
    for (let visit = 0; visit < 5; visit += 1) {
      const page = await open();
      await field(page).focus();
      await page.locator('check-view[data-warmed]').waitFor();
      ready.push(Number(await page.getAttribute('check-view', 'data-warmed')));
      await field(page).fill(tenThousandWords);
      await page.locator('check-view[data-took]').waitFor();
      first.push(Number(await page.getAttribute('check-view', 'data-took')));
      await page.close();
    }
    const [best = Number.NaN] = first.toSorted((a, b) => a - b);
    console.log(
      `first check of 10,000 words in the worker: ${first.join(', ')} ms; got ready in ${ready.join(', ')} ms`,
    );
    expect(best).toBeLessThanOrEqual(250);
  });

  it('comes as one types, within 100 ms for 10,000 words', async () => {
    const page = await open();
    await field(page).fill(tenThousandWords);
    const took: number[] = [];
    for (let stroke = 0; stroke < 12; stroke += 1) {
      await page.evaluate(() => document.querySelector('check-view')?.removeAttribute('data-took'));
      await field(page).press('End');
      await page.keyboard.type('x');
      await page.locator('check-view[data-took]').waitFor();
      took.push(Number(await page.getAttribute('check-view', 'data-took')));
    }
    console.log(`check of 10,000 words in the worker: ${took.join(', ')} ms`);
    // Another test runs beside this one: what is slow more often than that is slow by itself.
    expect(quantile(took, 0.25)).toBeLessThanOrEqual(100);
    await page.close();
  });

  it('can be copied as Markdown', async () => {
    const page = await open();
    await page.locator('.tools [data-act=example]').click();
    await page.locator('[data-state=report]').waitFor();
    await page.getByRole('button', { name: 'Copy summary' }).click();
    const copied = await page.waitForFunction(() => (window as { copied?: string }).copied);
    expect(await copied.jsonValue()).toMatch(/^# Check: Spoken answer, \d\d of 100\n\n3 findings/);
    await page.close();
  });

  it('is reached, followed and left by keyboard alone', async () => {
    const page = await open();
    await field(page).focus();
    await page.keyboard.type('We need 2 × 3 GB = 60 GB.');
    await jumps(page).first().waitFor();
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.matches('button.jump'))) break;
    }
    await page.keyboard.press('Enter');
    const selected = await page.evaluate(() => {
      const area = document.activeElement as HTMLTextAreaElement;
      return area.value.slice(area.selectionStart, area.selectionEnd);
    });
    expect(selected).toBe('2 × 3 GB = 60 GB');
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.matches('button.jump'))).toBe(true);
    await page.close();
  });

  it('is read out politely, once one stops typing', async () => {
    const page = await open();
    await page.evaluate(() => {
      const said: string[] = [];
      Object.assign(window, { said });
      new MutationObserver(() => {
        said.push(document.querySelector('[data-part=announce]')?.textContent ?? '');
      }).observe(document.querySelector('[data-part=announce]') as Node, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    await field(page).pressSequentially('We need 2 × 3 GB = 60 GB.', { delay: 20 });
    await page.waitForFunction(() => (window as unknown as { said: string[] }).said.length > 0);
    const said = await page.evaluate(() => (window as unknown as { said: string[] }).said);
    expect(said).toEqual(['1 finding. 1 result wrong. 1 result read.']);
    await page.close();
  });

  it('takes Mermaid in when a text has a diagram, and says what is broken', async () => {
    const page = await open();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const text = textOf('spoken');
    await field(page).fill(text);
    await verdict(page);
    expect(asked.filter((path) => /mermaid\.core|flowDiagram/.test(path))).toEqual([]);
    await field(page).fill(`${text}\n\n\`\`\`mermaid\nflowchart TD\n  a --> \n\`\`\`\n`);
    const broken = page.locator('.jump', { hasText: 'Mermaid cannot read this diagram' });
    await broken.waitFor();
    const lines = text.split('\n').length;
    expect(await broken.locator('.place').textContent()).toBe(`Line ${lines + 4}`);
    await page.close();
  });
});

describe('what is no answer', () => {
  it('is refused with a line: binary, too large, empty, no zip', async () => {
    const page = await open();
    const trouble = page.locator('[data-part=trouble]');
    const junk = Uint8Array.from({ length: 100_000 }, (_, index) => (index * 37) % 256);
    await drop(page, [{ name: 'photo.png', bytes: junk }]);
    await trouble.filter({ hasText: 'photo.png: not UTF-8 text' }).waitFor();
    await drop(page, [{ name: 'empty.md', bytes: strToU8(' \n') }]);
    await trouble.filter({ hasText: 'empty.md: the file is empty' }).waitFor();
    await drop(page, [{ name: 'large.md', bytes: new Uint8Array(9_000_000).fill(65) }]);
    await trouble.filter({ hasText: 'large.md: 9 MB or more is too large' }).waitFor();
    const broken = Uint8Array.of(0x50, 0x4b, 3, 4, ...junk.slice(0, 200));
    await drop(page, [{ name: 'a.zip', bytes: broken }]);
    await trouble.filter({ hasText: 'a.zip: not a zip archive that can be read' }).waitFor();
    await page.close();
  });

  it.each([
    ['1 MB of an answer', textOf('spoken').repeat(90).slice(0, 1e6)],
    [
      '1 MB of signs',
      Array.from({ length: 1e6 }, (_, at) => String.fromCharCode(33 + ((at * 7919) % 89))).join(''),
    ],
    ['1 MB without a line break', 'word '.repeat(200_000)],
  ])('%s gives an answer, and the page stays alive', async (_, text) => {
    const page = await open();
    page.setDefaultTimeout(50_000);
    const start = performance.now();
    await field(page).evaluate((area: HTMLTextAreaElement, value) => {
      area.value = value;
      area.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
    const alive = performance.now() - start;
    await verdict(page);
    console.log(
      `${_}: page back after ${Math.round(alive)} ms, answer after ${Math.round(performance.now() - start)} ms`,
    );
    expect(alive).toBeLessThan(3000);
    await page.close();
  });

  it('never becomes markup', async () => {
    const page = await open();
    await page.evaluate(() =>
      Object.assign(window, { alert: () => Object.assign(window, { hit: 1 }) }),
    );
    const next = randomFrom(7);
    const texts = [
      ...hostileValues.filter((value) => value.length < 5000),
      ...Array.from({ length: 60 }, () => strangeText(next)),
    ];
    const before = await page
      .locator('check-view *')
      .evaluateAll((all) => [...new Set(all.map((one) => one.localName))]);
    const known = new Set([
      ...before,
      ...'div mark h3 span ul li button code dl dt dd details summary table thead tbody tr th td a p'.split(
        ' ',
      ),
    ]);
    for (const text of texts) {
      await field(page).fill(
        `## 1) ${text}\n\n${text} = 7\n\n2 × 3 ${text} = 60\n\n2 × 3 = 60 ${text}`,
      );
      await page.locator('[data-results]:not([aria-busy])').waitFor();
      const found = await page
        .locator('check-view *')
        .evaluateAll((all) => all.map((one) => one.localName));
      expect(found.filter((name) => !known.has(name))).toEqual([]);
    }
    expect(await page.evaluate(() => (window as { hit?: number }).hit)).toBeUndefined();
    await page.close();
  }, 120_000);
});

describe('the page', () => {
  it('is saved for offline with all that it fetches', async () => {
    const worker = await readFile('dist/offline-worker.js', 'utf8');
    for (const part of ['check/contracts.json', 'check/example.md', 'checkWorker', 'diagramWorker'])
      expect(worker).toContain(part);
  });

  it('says that there is a command line where there is no script', async () => {
    const page = await openPage(browser, { javaScriptEnabled: false });
    await page.goto(`${site.origin}/check/`);
    expect(await page.getByText('npm run check -- answer.md').isVisible()).toBe(true);
    expect(await field(page).isVisible()).toBe(false);
    await page.close();
  });

  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 320],
    ['dark', 320],
  ] as const)('is accessible and within its width, %s at %i px', async (colorScheme, width) => {
    const page = await open({ colorScheme, viewport: { width, height: 800 } });
    const faults = async () => {
      const said = await violations(page);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      return excess > 0 ? [...said, `${excess} px too wide`] : said;
    };
    expect(await faults()).toEqual([]);
    await page.locator('.tools [data-act=example]').click();
    await page.locator('[data-state=report]').waitFor();
    for (const summary of await page.locator('.report summary').all()) await summary.click();
    expect(await faults()).toEqual([]);
    await page.close();
  });
});
