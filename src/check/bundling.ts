import { fileURLToPath } from 'node:url';

/** What Vite must know so that the checker runs in a worker. */
export const workerBundling = {
  // Mermaid is large: its worker loads the parts that a diagram needs.
  worker: { format: 'es' },
  resolve: {
    alias: {
      // Its entry for browsers asks the document to decode `&amp;`; a worker has none.
      'decode-named-character-reference': fileURLToPath(
        import.meta.resolve('decode-named-character-reference'),
      ),
    },
  },
} as const;
