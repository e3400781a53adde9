import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import type { Fault } from '../../faults/fault.ts';
import { rendererVersion } from './cache.ts';
import { checkDiagram, type DiagramFault, missingWords, syntaxFault } from './check.ts';
import { fenceLine } from './fence.ts';
import { browserBlock, faultFigure, figureOf } from './figure.ts';
import type { Outcome } from './outcome.ts';
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
        const faults = await faultsOf(outcome, source, pool);
        if (outcome.status === 'faulty' || faults.length > 0) {
          const above = placeOf(fileURL, nth);
          return put(
            faults.map((fault) => faultFigure(placed(fault, above), fault.line, source)).join(''),
          );
        }
        if (outcome.status === 'unknown') {
          // astro-mermaid's own replacement cannot be compiled in MDX.
          return sourceFormat === 'mdx' ? put(browserBlock(source)) : undefined;
        }
        const { diagram } = outcome;
        const svg = repeat === 0 ? diagram.svg : withPrefix(diagram, `${diagram.prefix}r${repeat}`);
        return put(finish(figureOf({ ...diagram, svg }, source)));
      },
    };
  };
}

/** Everything that is wrong with a diagram; one that the browser is to draw was not read yet. */
async function faultsOf(
  outcome: Outcome,
  source: string,
  pool: DiagramPool,
): Promise<DiagramFault[]> {
  switch (outcome.status) {
    case 'unknown':
      return checkDiagram(pool, source);
    case 'faulty':
      return [syntaxFault(outcome.fault)];
    default:
      return missingWords(outcome.diagram);
  }
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

/** Where the nth fence of a file begins, as near as can be known. */
function placeOf(fileURL: URL | undefined, nth: number): { path: string; line: number } {
  if (fileURL?.protocol !== 'file:') return { path: '(unknown file)', line: 1 };
  const path = fileURLToPath(fileURL);
  const line = fenceLine(readFileSync(path, 'utf8'), nth) ?? 1;
  return { path: relative(process.cwd(), path).replaceAll('\\', '/'), line };
}

/** A diagram's fault in its file. Lines of a diagram are counted from 1, and so are those of files. */
function placed(fault: DiagramFault, { path, line }: { path: string; line: number }): Fault {
  return { ...fault, path, line: line + fault.line - 1, column: 1 };
}
