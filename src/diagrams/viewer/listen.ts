import { loadSheet } from '../../lean/sheet.ts';
import sheet from './viewer.css?url&no-inline';

/**
 * Puts an “open large” button on every diagram and opens the viewer on a click or on Enter. The
 * viewer itself is fetched when it is first asked for. Without script the page is as it was.
 */
export function listen(): void {
  for (const frame of document.querySelectorAll<HTMLElement>('.diagram > .diagram-frame')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'diagram-open';
    button.ariaLabel = `Open large: ${frame.querySelector('title')?.textContent ?? 'diagram'}`;
    button.addEventListener('click', () => open(frame));
    frame.after(button);
    frame.addEventListener('click', ({ target }) => {
      const onLink = target instanceof Element && target.closest('a');
      if (!onLink && getSelection()?.isCollapsed !== false) open(frame);
    });
    frame.addEventListener('keydown', ({ key, target }) => {
      if (key === 'Enter' && target === frame) open(frame);
    });
  }
}

async function open(frame: HTMLElement): Promise<void> {
  const [{ openViewer }] = await Promise.all([import('./viewer.ts'), loadSheet(sheet)]);
  openViewer(frame);
}
