import { defineConfig } from 'vitepress';

export default defineConfig({
  title: 'Worked Designs',
  ignoreDeadLinks: true,
  themeConfig: { search: { provider: 'local' } },
  vite: { assetsInclude: ['**/*.excalidraw'] },
  // The prompts have double braces of their own.
  vue: { template: { compilerOptions: { delimiters: ['[[[[', ']]]]'] } } },
});
