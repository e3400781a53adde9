import { satteri } from '@astrojs/markdown-satteri';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import mermaid from 'astro-mermaid';
import { defineConfig } from 'astro/config';
import { workerBundling } from './src/check/bundling.ts';
import { whiteboardPlugin } from './src/diagrams/excalidraw/plugin.ts';
import { mermaidAtBuild } from './src/diagrams/integration.ts';
import { callouts } from './src/markdown/callouts.ts';
import { contentLinks } from './src/links/integration.ts';
import { storeFile } from './src/loaders/storeFile.ts';
import { codeBlocks } from './src/markdown/code/blocks.ts';
import { diagramFigures } from './src/markdown/diagramFigures.ts';
import { markedFigures } from './src/markdown/figures.ts';
import { headingIcons } from './src/markdown/headingIcons.ts';
import { sitePaths } from './src/markdown/sitePaths.ts';
import { tableFrames } from './src/markdown/tableFrames.ts';
import { withBase } from './src/navigation/base.ts';
import { place } from './src/navigation/place.ts';
import { nowherePages } from './src/navigation/nowhere.ts';
import { offline } from './src/offline/integration.ts';
import { writeOffline } from './src/offline/writeOffline.ts';
import { editAddress } from './src/repository.ts';
import { starlightParts } from './src/lean/starlightParts.ts';
import { searchIndex } from './src/search/integration.ts';
import { security } from './src/security/integration.ts';
import { takeaway } from './src/takeaway/integration.ts';

/** Where a visitor can fetch a whiteboard: beside the design's pages. */
const sceneAddress = (scene) =>
  withBase(place.base, scene.pathname.replace(/^.*\/content\/problems\//, '/designs/'));

const search = searchIndex();

const nothing = './src/components/overrides/Nothing.astro';

export default defineConfig({
  site: place.origin,
  base: place.base,
  trailingSlash: 'always',
  vite: workerBundling,
  // Links are followed on a hover only by the browser's own means, without a script for it.
  prefetch: false,
  markdown: {
    shikiConfig: codeBlocks,
    processor: satteri({
      mdastPlugins: [callouts(), whiteboardPlugin({ href: sceneAddress })],
      hastPlugins: [markedFigures(), tableFrames(), headingIcons(), sitePaths(place.base)],
    }),
  },
  integrations: [
    // What Mermaid knows and the build does not is drawn in the browser by astro-mermaid.
    mermaidAtBuild({ otherwise: mermaid({ enableLog: false }), prepare: diagramFigures }),
    sitemap({ filter: (page) => !nowherePages.some((nowhere) => page.endsWith(nowhere)) }),
    starlight({
      title: 'Worked Designs',
      description:
        'System designs worked out in five formats from one set of facts, with every number computed.',
      editLink: { baseUrl: editAddress('') },
      // Every page has a sidebar of its own: src/routeData.ts. Else a tree of all pages is made for each.
      sidebar: [],
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
        './src/styles/code.css',
        './src/styles/preferences.css',
        './src/styles/print.css',
        './src/diagrams/theme.css',
        './src/diagrams/diagrams.css',
        './src/diagrams/excalidraw/whiteboard.css',
        './src/diagrams/viewer/open.css',
      ],
      components: {
        ThemeProvider: './src/components/overrides/ThemeProvider.astro',
        ThemeSelect: './src/components/overrides/ThemeSelect.astro',
        Footer: './src/components/overrides/Footer.astro',
        TableOfContents: './src/components/overrides/TableOfContents.astro',
        MobileTableOfContents: './src/components/overrides/MobileTableOfContents.astro',
        Sidebar: './src/components/overrides/Sidebar.astro',
        EditLink: './src/components/overrides/EditLink.astro',
        Pagination: './src/components/overrides/Pagination.astro',
        MobileMenuToggle: './src/components/overrides/MobileMenuToggle.astro',
        Banner: nothing,
        Hero: nothing,
        DraftContentNotice: nothing,
        FallbackContentNotice: nothing,
        LanguageSelect: nothing,
        SocialIcons: nothing,
        Head: './src/components/overrides/Head.astro',
        Header: './src/components/overrides/Header.astro',
        PageFrame: './src/components/overrides/PageFrame.astro',
        MarkdownContent: './src/components/overrides/MarkdownContent.astro',
        PageTitle: './src/components/overrides/PageTitle.astro',
        Search: './src/components/overrides/Search.astro',
        SiteTitle: './src/components/overrides/SiteTitle.astro',
      },
      expressiveCode: false,
    }),
    starlightParts(),
    storeFile(),
    contentLinks(),
    search.integration,
    // Behind all that writes pages: it allows what stands in them.
    security(),
    // Behind all that writes pages: it archives the whole site.
    takeaway({
      beforeSiteArchive: async (folder) => {
        await search.written();
        await writeOffline(folder);
      },
    }),
    // Lists the digest of every file there is by then.
    offline(),
  ],
});
