import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import { rendererVersion } from './cache.ts';
import { fenceLine } from './fence.ts';
import { browserBlock, faultFigure, figureOf } from './figure.ts';
import type { DiagramPool } from './pool.ts';
import { unescapeText } from '../../markup.ts';

/** What a site does to a source before it is drawn, and to its finished figure. */
export type Prepare = (source: string) => { source: string; finish: (figure: string) => string };

const asItIs: Prepare = (source) => ({ source, finish: (figure) => figure });

/**
 * A Sätteri plug-in that puts a drawing in the place of each fenced `mermaid` block. A type that is
 * not drawn at build stays a code block, for astro-mermaid. A fault becomes a marked figure rather
 * than an error, which Astro would only log; `mermaidAtBuild` stops the build for it.
 */
export function mermaidPlugin(pool: DiagramPool, prepare?: Prepare): MdastPluginEntry {
  return [
    drawingPlugin(pool, prepare),
    { name: `mermaid-at-build ${rendererVersion().slice(0, 12)}` },
  ];
}

/**
 * Astro keeps rendered entries until its configuration changes. The second, idle plug-in above makes
 * the renderer's version a part of that configuration.
 */
function drawingPlugin(pool: DiagramPool, prepare = asItIs): MdastPluginEntry {
  return ({ fileURL, sourceFormat }) => {
    const put = sourceFormat === 'mdx' ? raw : html;
    const seen = new Map<string, number>();
    let count = 0;
    return {
      name: 'mermaid-at-build',
      async code(node) {
        if (node.lang !== 'mermaid') return undefined;
        const { source, finish } = prepare(node.value);
        const nth = count;
        count += 1;
        const repeat = seen.get(source) ?? 0;
        seen.set(source, repeat + 1);
        const outcome = await pool.draw(source);
        switch (outcome.status) {
          case 'unknown':
            // astro-mermaid's own replacement cannot be compiled in MDX.
            return sourceFormat === 'mdx' ? put(browserBlock(source)) : undefined;
          case 'faulty': {
            const place = placeOf(fileURL, nth, outcome.fault.line);
            return put(faultFigure(outcome.fault, source, place));
          }
          default: {
            const { diagram } = outcome;
            const svg =
              repeat === 0 ? diagram.svg : withPrefix(diagram, `${diagram.prefix}r${repeat}`);
            return put(finish(figureOf({ ...diagram, svg }, source)));
          }
        }
      },
    };
  };
}

function html(value: string): { type: 'html'; value: string } {
  return { type: 'html', value };
}

/**
 * MDX takes markup only as text, which it reads as Markdown again, on one line so that no blank line
 * ends it. In text, every mark that Markdown or smart punctuation could take for its own becomes a
 * character reference; text of several lines becomes an expression, since JSX drops indentation.
 */
function raw(value: string): { raw: string; mdxExpressions: boolean } {
  const line = value.replace(/>([^<]+)</g, (_, text: string) => {
    return `>${text.includes('\n') ? `{${JSON.stringify(unescapeText(text))}}` : protect(text)}<`;
  });
  return { raw: line, mdxExpressions: true };
}

function protect(text: string): string {
  return text.replace(/&#?\w+;|[^\w\s]|_/gu, (mark) =>
    mark.length > 1 && mark.startsWith('&') ? mark : `&#${mark.codePointAt(0)};`,
  );
}

/** The same drawing a second time on a page needs ids of its own. */
function withPrefix({ svg, prefix }: { svg: string; prefix: string }, other: string): string {
  return svg.replaceAll(`${prefix}-`, `${other}-`);
}

/** `path:line:1` in the author's file, as near as can be known. */
function placeOf(fileURL: URL | undefined, nth: number, line: number): string {
  if (fileURL?.protocol !== 'file:') return `(unknown file):${line}:1`;
  const path = fileURLToPath(fileURL);
  const start = fenceLine(readFileSync(path, 'utf8'), nth) ?? 1;
  return `${relative(process.cwd(), path).replaceAll('\\', '/')}:${start + line - 1}:1`;
}
