import type { Page } from 'playwright-core';
import type { SearchSteps } from '../browser/firstSearch.ts';
import { commandVersion } from '../machine.ts';

/** A generator that this site is compared with; what it needs is in `starters/<id>/`. */
export interface PeerKind {
  id: string;
  name: string;
  /** What has to be known to read its figures. */
  note: string;
  /** Package whose version names it, installed by npm from the starter’s manifest; or a command of the system. */
  from: { package: string } | { command: string; args: readonly string[]; debian: string };
  build: readonly [command: string, ...args: string[]];
  /** Folder of the Markdown, inside of its own. */
  content: string;
  /** Folder of files that are served as they are. */
  files: string;
  output: string;
  /** Whether a page with pages below it must be called `_index.md`. */
  branches?: true;
  /** Its own search, the one that its documentation names first; `null` where it comes without one. */
  search: SearchSteps | null;
}

const shortcut = (page: Page) => page.keyboard.press('Control+KeyK');

/** In the order of the tables. */
export const peerKinds: readonly PeerKind[] = [
  {
    id: 'starlight',
    name: 'Starlight',
    note: 'Stock. Search is Pagefind over pages.',
    from: { package: '@astrojs/starlight' },
    build: ['npx', 'astro', 'build'],
    content: 'src/content/docs',
    files: 'public',
    output: 'dist',
    search: {
      open: async (page) => {
        await shortcut(page);
        await page.locator('.pagefind-ui__search-input').focus();
      },
      result: '.pagefind-ui__result-link',
    },
  },
  {
    id: 'vitepress',
    name: 'VitePress',
    note: 'Default theme with its local search (MiniSearch).',
    from: { package: 'vitepress' },
    build: ['npx', 'vitepress', 'build', 'content'],
    content: 'content',
    files: 'content/public',
    output: 'content/.vitepress/dist',
    search: {
      open: async (page) => {
        await shortcut(page);
        await page.locator('.VPLocalSearchBox input').focus();
      },
      result: '.VPLocalSearchBox .result',
    },
  },
  {
    id: 'docusaurus',
    name: 'Docusaurus',
    note: 'Classic preset. It comes without a search of its own: its documentation names a hosted one first.',
    from: { package: '@docusaurus/core' },
    build: ['npx', 'docusaurus', 'build'],
    content: 'content',
    files: 'static',
    output: 'build',
    search: null,
  },
  {
    id: 'mkdocs-material',
    name: 'MkDocs Material',
    note: 'Debian’s package. Search is Lunr, whose index comes with the first page; web fonts from another origin are switched off.',
    from: {
      command: 'dpkg-query',
      args: ['--status', 'mkdocs-material'],
      debian: 'mkdocs-material',
    },
    build: ['mkdocs', 'build', '--quiet'],
    content: 'content',
    files: 'content',
    output: 'site',
    search: {
      open: async (page) => {
        await page.keyboard.press('/');
        await page.locator('[data-md-component=search-query]').focus();
      },
      result: '.md-search-result__item a',
    },
  },
  {
    id: 'hugo',
    name: 'Hugo',
    note: 'Debian’s package with a bare layout, no style and no search: the lower bound of building.',
    from: { command: 'hugo', args: ['version'], debian: 'hugo' },
    build: ['hugo', '--quiet'],
    content: 'content',
    files: 'static',
    output: 'public',
    branches: true,
    search: null,
  },
];

export const peerIds: readonly string[] = peerKinds.map(({ id }) => id);

/** Version of a peer that the system has; `undefined` where it is not installed. */
export function systemVersion({ from }: PeerKind): string | undefined {
  return 'command' in from ? commandVersion(from.command, from.args) : undefined;
}
