import { faultOf } from '../../diagrams/mermaid/fault.ts';
import type { DiagramVerdict } from '../report.ts';
import type { DiagramJob, DiagramReply } from './messages.ts';

/**
 * Mermaid parses without a document, but the sanitizer that it loads looks for one. Nothing is
 * drawn here and nothing becomes markup, so that an empty one will do.
 */
class Nothing {}
Object.assign(globalThis, {
  window: {
    document: { nodeType: 9, createElement: () => ({}) },
    Element: Nothing,
    Node: Nothing,
    NodeFilter: Nothing,
  },
});

addEventListener('message', async ({ data: { id, sources } }: MessageEvent<DiagramJob>) => {
  const { default: mermaid } = await import('mermaid');
  const result: DiagramVerdict[] = [];
  for (const source of sources) {
    const verdict = await mermaid.parse(source).then(
      () => undefined,
      (error: unknown) => faultOf(error, source),
    );
    result.push(verdict);
  }
  const reply: DiagramReply = { id, result };
  postMessage(reply);
});
