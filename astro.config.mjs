// @ts-check
import starlight from '@astrojs/starlight';
import mermaid from 'astro-mermaid';
import { defineConfig, fontProviders } from 'astro/config';

const repository = 'https://github.com/worked-designs/worked-designs';

export default defineConfig({
  site: 'https://worked-designs.github.io',
  trailingSlash: 'always',
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
  integrations: [
    mermaid(),
    starlight({
      title: 'Worked Designs',
      description:
        'System designs worked out in five formats from one set of facts, with every number computed.',
      editLink: { baseUrl: `${repository}/edit/main/` },
      routeMiddleware: './src/routeData.ts',
      markdown: { processedDirs: ['./content/'] },
      credits: false,
      customCss: [
        './src/styles/palette.css',
        './src/styles/type.css',
        './src/styles/chrome.css',
        './src/styles/content.css',
      ],
      components: {
        ThemeProvider: './src/components/overrides/ThemeProvider.astro',
        ThemeSelect: './src/components/overrides/ThemeSelect.astro',
        Head: './src/components/overrides/Head.astro',
        Header: './src/components/overrides/Header.astro',
        PageTitle: './src/components/overrides/PageTitle.astro',
        Search: './src/components/overrides/Search.astro',
        SiteTitle: './src/components/overrides/SiteTitle.astro',
      },
      expressiveCode: { styleOverrides: { borderRadius: '0.25rem' } },
    }),
  ],
});
