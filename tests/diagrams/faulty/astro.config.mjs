// @ts-check
import { defineConfig } from 'astro/config';
import { mermaidAtBuild } from '../../../src/diagrams/integration.ts';

/** A site whose diagrams have faults, for tests/diagrams/site.test.ts. */
export default defineConfig({
  outDir: '../../../test-results/diagram-faults',
  cacheDir: '../../../test-results/diagram-faults-cache',
  integrations: [mermaidAtBuild()],
});
