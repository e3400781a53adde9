import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { openPage } from '../support/browser.ts';
import { dist } from '../support/site.ts';
import { started } from '../support/started.ts';

interface Manifest {
  start_url: string;
  icons: { src: string; type: string; sizes: string; purpose?: string }[];
}

const { browser, site } = await started();

it('can be installed, and opens to search', async () => {
  const page = await openPage(browser);
  await page.goto(`${site.origin}/designs/chat/`);
  const session = await page.context().newCDPSession(page);
  const { url, data = '', errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const manifest: Manifest = JSON.parse(data);
  expect(new URL(manifest.start_url, url).pathname).toBe('/search/');
  expect(manifest.icons.some(({ purpose }) => purpose === 'maskable')).toBe(true);
  const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
  // Contexts of tests are private windows, in which no site can be installed.
  const faults = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
  expect(faults).toEqual([]);
  await page.close();
});

it('has icons of the sizes that it promises', async () => {
  const text = await readFile(`${dist}manifest.webmanifest`, 'utf8');
  const { icons }: Manifest = JSON.parse(text);
  const touch = { src: './icons/180.png', type: 'image/png', sizes: '180x180' };
  for (const { src, type, sizes } of [...icons, touch]) {
    const image = await readFile(new URL(src, `file://${dist}`));
    if (type !== 'image/png') continue;
    // Signature and header of a PNG: width and height stand at 16 and 20.
    expect(image.subarray(1, 4).toString()).toBe('PNG');
    expect(`${image.readUInt32BE(16)}x${image.readUInt32BE(20)}`).toBe(sizes);
  }
});
