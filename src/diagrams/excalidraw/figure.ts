import { type Fault, formatFault } from '../../faults/fault.ts';
import type { RenderedScene } from './render.ts';
import { escapeAttribute, escapeText } from '../../markup.ts';

/** A drawn whiteboard and what is said about it. */
export interface Whiteboard extends RenderedScene {
  /** The accessible name. */
  title: string;
  description: string;
  /** What the author wrote as the image's alternative text. */
  caption: string;
  /** The drawing in words, line by line. */
  outline: readonly string[];
  /** Where the `.excalidraw` can be fetched; undefined leaves the link out. */
  href: string | undefined;
}

/** Drawings are never shown smaller than this part of their size; rather they scroll. */
const smallest = 0.75;

/** The figure on the page: drawing, caption, and its words in a disclosure. As for Mermaid, see ../mermaid/figure.ts. */
export function whiteboardFigure(board: Whiteboard): string {
  const { svg, width, title, description, caption, outline, href } = board;
  const source = href === undefined ? '' : ` data-source="${escapeAttribute(href)}"`;
  const link =
    href === undefined
      ? ''
      : `<p><a href="${escapeAttribute(href)}" download>Excalidraw file of this whiteboard</a></p>`;
  const lines = outline.map((line) => `<li>${escapeText(line)}</li>`).join('');
  return (
    `<figure class="diagram whiteboard not-content" data-kind="whiteboard"${source}>` +
    `<figcaption>${escapeText(caption)}</figcaption>` +
    `<div class="diagram-frame ${widthClass(width)}" tabindex="0" role="group" aria-label="${escapeAttribute(title)} (scrolls sideways if wide)">${svg}</div>` +
    `<details class="diagram-source"><summary>Whiteboard in words</summary><p>${escapeText(description)}</p>` +
    `<ul>${lines}</ul>${link}</details></figure>`
  );
}

/** What stands on the page while an author mends faults; a build with one on any page stops. */
export function faultFigure(faults: readonly Fault[]): string {
  return faults
    .map(
      (fault) =>
        `<figure class="diagram diagram-fault not-content" data-diagram-fault="${escapeAttribute(formatFault(fault))}">` +
        `<figcaption>This whiteboard cannot be drawn. ${escapeText(fault.message)}</figcaption></figure>`,
    )
    .join('');
}

/** The class that keeps a drawing from getting too small: `diagram-w8` is at least 400 px. */
function widthClass(width: number): string {
  return `diagram-w${Math.min(40, Math.ceil((width * smallest) / 50))}`;
}
