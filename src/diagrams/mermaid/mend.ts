import { boundingBox } from './shape.ts';
import { spreadLabels } from './spread.ts';

/** Puts right, in mermaid's SVG, what neither its configuration nor a style sheet can. */
export function mend(svg: Element, kind: string): void {
  joinRoughPaths(svg);
  shrinkTitles(svg);
  roundBoxes(svg);
  alignGroupTitles(svg);
  spreadLabels(svg);
  switch (kind) {
    case 'sequence':
      numberMessages(svg);
      cutLifelines(svg);
      break;
    case 'er':
      frameEntities(svg);
      break;
    case 'gantt':
      for (const today of svg.querySelectorAll('.today')) today.remove();
      break;
    case 'mindmap':
      centreLabels(svg);
      break;
    case 'stateDiagram':
      squareComposites(svg);
      break;
  }
}

/**
 * Shapes that could be drawn by hand come as a filled path and an outline of two strokes, even in the
 * classic look: one path with fill and stroke does.
 */
function joinRoughPaths(svg: Element): void {
  for (const fill of svg.querySelectorAll('path[stroke="none"][stroke-width="0"]')) {
    const outline = fill.nextElementSibling;
    if (outline?.tagName !== 'path' || outline.getAttribute('fill') !== 'none') continue;
    const data = fill.getAttribute('d') ?? '';
    outline.setAttribute('d', /z\s*$/i.test(data) ? data : `${data}Z`);
    outline.setAttribute('fill', fill.getAttribute('fill') ?? 'none');
    fill.remove();
  }
  for (const path of svg.querySelectorAll('.divider path')) {
    const [, first = ''] = (path.getAttribute('d') ?? '').split(/(?=M)/).map((part) => part.trim());
    if (first !== '') path.setAttribute('d', first);
  }
}

/** Timelines and journeys shout their titles. */
function shrinkTitles(svg: Element): void {
  for (const title of svg.querySelectorAll('text[font-size="4ex"]')) {
    title.setAttribute('font-size', '16');
    title.setAttribute('font-weight', '600');
  }
}

/** Boxes get the site's corners. */
function roundBoxes(svg: Element): void {
  for (const box of svg.querySelectorAll(
    '.node > rect.basic, .cluster > rect, rect.actor, rect.note, rect.task',
  )) {
    if (!box.getAttribute('rx') || box.classList.contains('actor')) box.setAttribute('rx', '4');
  }
}

/** Titles of subgraphs stand at the left, where edges seldom come in. */
function alignGroupTitles(svg: Element): void {
  for (const title of svg.querySelectorAll(
    '.cluster:not(.statediagram-cluster) > .cluster-label',
  )) {
    const box = title.parentElement?.querySelector(':scope > rect');
    if (!box) continue;
    const [x, y] = [Number(box.getAttribute('x')), Number(box.getAttribute('y'))];
    title.setAttribute('transform', `translate(${x + 10}, ${y + 4})`);
  }
}

/** Numbers stand on a marker of a line without length, which not every renderer draws: a disc does. */
function numberMessages(svg: Element): void {
  for (const line of svg.querySelectorAll(
    'line[marker-start*="sequencenumber"][stroke-width="0"]',
  )) {
    const disc = svg.ownerDocument.createElementNS('http://www.w3.org/2000/svg', 'circle');
    disc.setAttribute('cx', line.getAttribute('x1') ?? '0');
    disc.setAttribute('cy', line.getAttribute('y1') ?? '0');
    disc.setAttribute('r', '8.5');
    disc.setAttribute('class', 'numberDisc');
    line.replaceWith(disc);
  }
}

/** Lifelines run to y = 2000 and rely on being cut off; here they end a little below the last thing drawn. */
function cutLifelines(svg: Element): void {
  const open = [...svg.querySelectorAll('line.actor-line')].filter(
    (line) => line.getAttribute('y2') === '2000',
  );
  const parents = open.map((line) => line.parentNode);
  for (const line of open) line.remove();
  const box = boundingBox(svg);
  const end = box ? box.y + box.height + 12 : 0;
  for (const [at, line] of open.entries()) {
    line.setAttribute('y2', String(end));
    parents[at]?.insertBefore(line, parents[at]?.firstChild ?? null);
  }
}

/** An entity's outline lies under its rows: once more, on top, without a fill. */
function frameEntities(svg: Element): void {
  for (const entity of svg.querySelectorAll('.node')) {
    const outline = entity.querySelector(':scope > .outer-path path');
    if (!outline) entity.querySelector(':scope > .label')?.classList.add('name');
    if (!outline || !entity.querySelector(':scope > [class^="row-rect"]')) continue;
    const frame = outline.cloneNode() as Element;
    frame.setAttribute('class', 'frame');
    frame.setAttribute('fill', 'none');
    entity.append(frame);
  }
}

/** The body of a composite state leaves a strip at the bottom, and its title stands too high. */
function squareComposites(svg: Element): void {
  for (const inner of svg.querySelectorAll('.statediagram-cluster rect.inner')) {
    const outer = inner.parentElement?.parentElement?.querySelector('rect.outer');
    if (!outer) continue;
    // Edges leave 8 px further down than mermaid draws the frame.
    outer.setAttribute('height', String(Number(outer.getAttribute('height')) + 8));
    const bottom = Number(outer.getAttribute('y')) + Number(outer.getAttribute('height'));
    moveLabel(inner.parentElement, 2.5);
    inner.setAttribute('height', String(bottom - Number(inner.getAttribute('y'))));
  }
}

function moveLabel(group: Element | null, down: number): void {
  const label = group?.querySelector(':scope > .cluster-label') ?? group;
  const [, x = '0', y = '0'] =
    /translate\(([-\d.]+),\s*([-\d.]+)/.exec(label?.getAttribute('transform') ?? '') ?? [];
  label?.setAttribute('transform', `translate(${x}, ${Number(y) + down})`);
}

/** Labels of mindmap nodes begin in the middle where they should have it. */
function centreLabels(svg: Element): void {
  for (const node of svg.querySelectorAll('.mindmap-node')) {
    const label = node.querySelector(':scope > .label');
    const text = label?.querySelector('text');
    const box = text && boundingBox(text);
    if (!label || !box) continue;
    const [, y = '0'] = /,\s*([-\d.]+)/.exec(label.getAttribute('transform') ?? '') ?? [];
    label.setAttribute('transform', `translate(${-(box.x + box.width / 2)}, ${y})`);
  }
}
