import { describe, expect, it } from 'vitest';
import { rooms } from '../src/navigation/rooms.ts';
import { openPage } from './support/browser.ts';
import { started } from './support/started.ts';

const { browser, site } = await started();

const header = ['/designs/', '/templates/', '/guide/'];
const places = ['/', '/designs/chat/', '/designs/chat/note/', '/topics/capacity/', '/search/'];

describe.each([1280, 360])('at %i px, without a script', (width) => {
  it.each(places)('%s shows a way to all that there is', async (path) => {
    const page = await openPage(browser, {
      javaScriptEnabled: false,
      viewport: { width, height: 800 },
    });
    await page.goto(site.origin + path);
    for (const href of [...header, ...rooms.map((room) => room.href)]) {
      const links = page.locator(`header a[href="${href}"], main a[href="${href}"]`);
      expect(await links.filter({ visible: true }).count(), href).toBeGreaterThan(0);
    }
    await page.close();
  });
});
