import { copyText } from '../../components/prompt/clipboard.ts';
import { fileName, standalone } from './standalone.ts';
import { fitted, pan, type View, zoom } from './view.ts';

/** How far an arrow key moves, in px, and how much a step magnifies. */
const step = { pan: 60, zoom: 1.25 };

/** Opens a frame's drawing large in a dialog; closing it takes it away and gives the focus back. */
export function openViewer(frame: HTMLElement): void {
  const drawn = frame.querySelector('svg');
  const figure = frame.closest('figure');
  if (!drawn || !figure) return;
  const title = drawn.querySelector('title')?.textContent ?? 'Diagram';
  const { width, height } = drawn.viewBox.baseVal;

  const dialog = document.createElement('dialog');
  dialog.className = 'diagram-viewer';
  dialog.ariaLabel = title;
  const bar = dialog.appendChild(document.createElement('div'));
  bar.className = 'diagram-bar';
  bar.appendChild(document.createElement('strong')).textContent = title;
  const stage = dialog.appendChild(document.createElement('div'));
  stage.className = 'diagram-stage';
  stage.tabIndex = 0;
  stage.role = 'group';
  stage.ariaLabel = 'Drag or arrow keys to move, wheel or + and − to zoom, 0 to fit';
  stage.innerHTML = withOwnIds(drawn);
  const svg = stage.querySelector('svg');
  if (!svg) return;

  let view: View = { x: 0, y: 0, scale: 1 };
  const show = (next: View): void => {
    view = next;
    svg.style.width = `${width * view.scale}px`;
    svg.style.translate = `${view.x}px ${view.y}px`;
  };
  const whole = (): void => show(fitted({ width, height }, size(stage)));
  const magnify = (factor: number, at = middle(stage)): void => show(zoom(view, factor, at));

  const button = (label: string, act: (self: HTMLButtonElement) => void, name = label): void => {
    const made = bar.appendChild(document.createElement('button'));
    made.type = 'button';
    made.textContent = label;
    made.ariaLabel = name;
    made.addEventListener('click', () => act(made));
  };
  button('−', () => magnify(1 / step.zoom), 'Zoom out');
  button('+', () => magnify(step.zoom), 'Zoom in');
  button('Fit', whole);
  const source = figure.querySelector('.diagram-source code')?.textContent;
  if (source) {
    button('Copy source', async (self) => {
      const copied = await copyText(source).catch(() => false);
      self.textContent = self.ariaLabel = copied ? 'Copied' : 'The browser refused to copy';
    });
  }
  button('Download SVG', () => download(drawn.outerHTML, `${fileName(title)}.svg`));
  const scene = figure.dataset.source;
  if (scene) {
    const link = bar.appendChild(document.createElement('a'));
    link.href = scene;
    link.download = '';
    link.textContent = 'Download .excalidraw';
  }
  button('Close', () => dialog.close());

  const keys: Record<string, () => void> = {
    '+': () => magnify(step.zoom),
    '=': () => magnify(step.zoom),
    '-': () => magnify(1 / step.zoom),
    '0': whole,
    ArrowLeft: () => show(pan(view, step.pan, 0)),
    ArrowRight: () => show(pan(view, -step.pan, 0)),
    ArrowUp: () => show(pan(view, 0, step.pan)),
    ArrowDown: () => show(pan(view, 0, -step.pan)),
  };
  dialog.addEventListener('keydown', (event) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => {
    removeEventListener('resize', whole);
    dialog.remove();
  });
  stage.addEventListener('wheel', (event) => {
    event.preventDefault();
    magnify(2 ** (-event.deltaY / (event.ctrlKey ? 100 : 400)), place(stage, event));
  });
  followPointers(stage, (factor, at, right, down) =>
    show(pan(zoom(view, factor, at), right, down)),
  );

  document.body.append(dialog);
  dialog.showModal();
  stage.focus();
  whole();
  addEventListener('resize', whole);
}

/** Drags with one pointer, pinches with two. */
function followPointers(
  stage: HTMLElement,
  move: (factor: number, at: Place, right: number, down: number) => void,
): void {
  const pointers = new Map<number, Place>();
  stage.addEventListener('pointerdown', (event) => {
    stage.setPointerCapture(event.pointerId);
    pointers.set(event.pointerId, place(stage, event));
  });
  stage.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) return;
    const before = spread(pointers);
    pointers.set(event.pointerId, place(stage, event));
    const after = spread(pointers);
    const factor = before.apart > 0 && after.apart > 0 ? after.apart / before.apart : 1;
    move(factor, before, after.x - before.x, after.y - before.y);
  });
  for (const end of ['pointerup', 'pointercancel'] as const) {
    stage.addEventListener(end, ({ pointerId }) => pointers.delete(pointerId));
  }
}

interface Place {
  x: number;
  y: number;
}

/** The middle of the first two pointers and how far they are apart. */
function spread(pointers: ReadonlyMap<number, Place>): Place & { apart: number } {
  const [a = { x: 0, y: 0 }, b = a] = pointers.values();
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, apart: Math.hypot(a.x - b.x, a.y - b.y) };
}

function place(stage: HTMLElement, { clientX, clientY }: MouseEvent): Place {
  const { left, top } = stage.getBoundingClientRect();
  return { x: clientX - left, y: clientY - top };
}

function size({ clientWidth, clientHeight }: HTMLElement): { width: number; height: number } {
  return { width: clientWidth, height: clientHeight };
}

function middle(stage: HTMLElement): Place {
  return { x: stage.clientWidth / 2, y: stage.clientHeight / 2 };
}

/** A copy whose ids are not those of the drawing on the page. */
function withOwnIds(svg: SVGSVGElement): string {
  const prefix = svg.querySelector('[id]')?.id.split('-')[0];
  return prefix ? svg.outerHTML.replaceAll(`${prefix}-`, `${prefix}large-`) : svg.outerHTML;
}

function download(svg: string, name: string): void {
  const style = getComputedStyle(document.documentElement);
  const text = standalone(svg, (variable) => style.getPropertyValue(variable));
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
