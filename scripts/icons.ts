import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { launch } from '../tests/support/browser.ts';

const help = `Draws the icons of the installed site from public/icons/icon.svg, with the browser of the tests.

Usage: node scripts/icons.ts [--help]

Writes public/icons/{180,192,512}.png, and maskable-512.png, whose ground goes to the edges.
`;

const folder = new URL('../public/icons/', import.meta.url);

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
if (values.help) process.stdout.write(help);
else await draw();

async function draw(): Promise<void> {
  const rounded = await readFile(new URL('icon.svg', folder), 'utf8');
  const square = rounded.replace(' rx="8"', '');
  const icons = [
    // iOS rounds corners itself, and paints what is transparent black.
    { name: '180.png', size: 180, svg: square },
    { name: '192.png', size: 192, svg: rounded },
    { name: '512.png', size: 512, svg: rounded },
    { name: 'maskable-512.png', size: 512, svg: square },
  ];
  const browser = await launch();
  for (const { name, size, svg } of icons) {
    const page = await browser.newPage({ viewport: { width: size, height: size } });
    await page.setContent(`<style>html,body{margin:0}svg{display:block}</style>${svg}`);
    await writeFile(new URL(name, folder), await page.screenshot({ omitBackground: true }));
    console.log(`${name} written`);
  }
  await browser.close();
}
