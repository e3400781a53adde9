// @ts-check
import mdx from '@astrojs/mdx';
import mermaid from 'astro-mermaid';
import { defineConfig } from 'astro/config';
import { mermaidAtBuild } from '../../../src/diagrams/integration.ts';

/** A tiny site with diagrams, for tests/diagrams/site.test.ts. */
export default defineConfig({
  outDir: '../../../test-results/diagram-site',
  integrations: [mermaidAtBuild({ otherwise: mermaid({ enableLog: false }) }), mdx()],
});
