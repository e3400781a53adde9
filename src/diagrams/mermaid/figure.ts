import { type Fault, formatFault } from '../../faults/fault.ts';
import type { RenderedDiagram } from './outcome.ts';
import { escapeAttribute, escapeText } from '../../markup.ts';

/** Diagrams are never shown smaller than this share of their natural size; rather they scroll. */
const smallest = 0.7;

/** A drawn diagram with its caption and source, as it stands on a page. */
export function figureOf(
  { svg, title, description, kind, width }: RenderedDiagram,
  source: string,
): string {
  const name = escapeAttribute(title === '' ? 'Diagram' : title);
  const caption = title === '' ? '' : `<figcaption>${escapeText(title)}</figcaption>`;
  const words = description === '' ? '' : `<p>${escapeText(description)}</p>`;
  return (
    `<figure class="diagram not-content" data-kind="${escapeAttribute(kindName(kind))}">` +
    `${caption}<div class="diagram-frame ${widthClass(width)}" tabindex="0" role="group" aria-label="${name} (scrolls sideways if wide)">${svg}</div>` +
    `<details class="diagram-source"><summary>Diagram source</summary>${words}` +
    `<pre><code class="language-mermaid">${escapeText(source)}</code></pre></details></figure>`
  );
}

/** What stands on the page while an author mends a fault; a build with one on any page stops. */
export function faultFigure(fault: Fault, inDiagram: number, source: string): string {
  return (
    `<figure class="diagram diagram-fault not-content" data-diagram-fault="${escapeAttribute(formatFault(fault))}">` +
    `<figcaption>This diagram cannot be drawn. Line ${inDiagram}: ${escapeText(fault.message)}</figcaption>` +
    `<pre><code class="language-mermaid">${escapeText(source)}</code></pre></figure>`
  );
}

/** What astro-mermaid's script looks for in the browser. */
export function browserBlock(source: string): string {
  return `<pre class="mermaid">${escapeText(source)}</pre>`;
}

/** The class that keeps a frame's drawing from getting too small: `diagram-w8` is at least 400 px wide. */
function widthClass(width: number): string {
  return `diagram-w${Math.min(40, Math.round((width * smallest) / 50))}`;
}

/** `flowchart-v2` and `classDiagram` are names of mermaid's insides; this is what authors write. */
function kindName(kind: string): string {
  return kind
    .replace(/-v2$/, '')
    .replace(/Diagram$/, '')
    .toLowerCase();
}
