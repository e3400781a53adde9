import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import mermaid from 'astro-mermaid';
import { defineConfig, fontProviders } from 'astro/config';
import { workerBundling } from './src/check/bundling.ts';
import { whiteboardPlugin } from './src/diagrams/excalidraw/plugin.ts';
import { mermaidAtBuild } from './src/diagrams/integration.ts';
import { callouts } from './src/markdown/callouts.ts';
import { contentLinks } from './src/links/integration.ts';
import { sitePaths } from './src/markdown/sitePaths.ts';
import { tableFrames } from './src/markdown/tableFrames.ts';
import { withBase } from './src/navigation/base.ts';
import { validCode } from './src/markdown/validCode.ts';
import { nowherePages } from './src/navigation/nowhere.ts';
import { offline } from './src/offline/integration.ts';
import { writeOffline } from './src/offline/writeOffline.ts';
import { editAddress } from './src/repository.ts';
import { searchIndex } from './src/search/integration.ts';
import { takeaway } from './src/takeaway/integration.ts';

/** Where the site will be found: the origin of its host, and its folder there. */
const site = process.env['SITE_ORIGIN'] || 'https://worked-designs.github.io';
const base = process.env['BASE_PATH'] || '/';

/** Where a visitor can fetch a whiteboard: beside the design's pages. */
const sceneAddress = (scene) =>
  withBase(base, scene.pathname.replace(/^.*\/content\/problems\//, '/designs/'));

export default defineConfig({
  site,
  base,
  trailingSlash: 'always',
  vite: workerBundling,
  fonts: [
    {
      provider: fontProviders.local(),
      name: 'Inter',
      cssVariable: '--font-text',
      fallbacks: ['Arial', 'sans-serif'],
      options: {
        variants: [{ src: ['./src/assets/fonts/inter.woff2'], weight: '400 700', style: 'normal' }],
      },
    },
    {
      provider: fontProviders.local(),
      name: 'JetBrains Mono',
      cssVariable: '--font-code',
      fallbacks: ['monospace'],
      options: {
        variants: [
          { src: ['./src/assets/fonts/jetbrains-mono.woff2'], weight: '400', style: 'normal' },
        ],
      },
    },
  ],
  markdown: {
    processor: satteri({
      mdastPlugins: [callouts(), whiteboardPlugin({ href: sceneAddress })],
      hastPlugins: [tableFrames(), sitePaths(base)],
    }),
  },
  integrations: [
    // What Mermaid knows and the build does not is drawn in the browser by astro-mermaid.
    mermaidAtBuild({ otherwise: mermaid({ enableLog: false }) }),
    sitemap({ filter: (page) => !nowherePages.some((nowhere) => page.endsWith(nowhere)) }),
    starlight({
      title: 'Worked Designs',
      description:
        'System designs worked out in five formats from one set of facts, with every number computed.',
      editLink: { baseUrl: editAddress('') },
      // The index is made of sections, not of pages: src/search/integration.ts.
      pagefind: false,
      routeMiddleware: './src/routeData.ts',
      markdown: { processedDirs: ['./content/'] },
      credits: false,
      disable404Route: true,
      customCss: [
        './src/styles/palette.css',
        './src/styles/type.css',
        './src/styles/chrome.css',
        './src/styles/content.css',
        './src/styles/preferences.css',
        './src/styles/print.css',
        './src/diagrams/theme.css',
        './src/diagrams/diagrams.css',
        './src/diagrams/excalidraw/whiteboard.css',
        './src/diagrams/viewer/viewer.css',
      ],
      components: {
        ThemeProvider: './src/components/overrides/ThemeProvider.astro',
        ThemeSelect: './src/components/overrides/ThemeSelect.astro',
        Footer: './src/components/overrides/Footer.astro',
        Head: './src/components/overrides/Head.astro',
        Header: './src/components/overrides/Header.astro',
        MarkdownContent: './src/components/overrides/MarkdownContent.astro',
        MobileMenuToggle: './src/components/overrides/MobileMenuToggle.astro',
        MobileTableOfContents: './src/components/overrides/MobileTableOfContents.astro',
        PageTitle: './src/components/overrides/PageTitle.astro',
        Search: './src/components/overrides/Search.astro',
        SiteTitle: './src/components/overrides/SiteTitle.astro',
        TableOfContents: './src/components/overrides/TableOfContents.astro',
      },
      expressiveCode: {
        themes: ['github-dark-default', 'github-light-default'],
        useStarlightUiThemeColors: false,
        defaultProps: {
          wrap: true,
          // Drawings made of characters keep their alignment, and scroll.
          overridesByLang: { 'text,txt,ascii,plaintext': { wrap: false } },
        },
        frames: { showCopyToClipboardButton: true },
        plugins: [validCode()],
        styleOverrides: {
          borderColor: 'var(--line)',
          borderRadius: '0.375rem',
          codeBackground: 'var(--paper-raised)',
          codeFontFamily: 'var(--sl-font-mono)',
          codeFontSize: '0.8125rem',
          codeLineHeight: '1.55',
          uiFontFamily: 'var(--sl-font)',
          frames: { shadowColor: 'transparent' },
        },
      },
    }),
    contentLinks(),
    searchIndex(),
    // Behind all that writes pages: it archives the whole site.
    takeaway({ beforeSiteArchive: writeOffline }),
    // Lists the digest of every file there is by then.
    offline(),
  ],
});
