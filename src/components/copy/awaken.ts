/**
 * The first signs of a hand on the page. Not that a pointer is over something, for it may have lain
 * there; not the focus, for a field may take it by itself.
 */
const signs = ['pointermove', 'touchstart', 'keydown'] as const;

/** What is of no use until it is loaded: clicks on it meanwhile are kept. */
const asleep = 'copy-page button, copy-prompt button, button.copy-code';

let loading: Promise<unknown> | undefined;

/**
 * Loads what only copies when a hand comes near, so that a page that is read carries none of it. A
 * click that comes first is repeated when its button answers.
 */
export function awaken(): void {
  for (const sign of signs) addEventListener(sign, onSign, { passive: true });
  addEventListener('click', keep, true);
}

/** Where a page moves under a pointer that lies still, the browser tells of a move by nothing. */
function onSign(event: Event): void {
  if (event instanceof MouseEvent && event.movementX === 0 && event.movementY === 0) return;
  for (const sign of signs) removeEventListener(sign, onSign);
  load();
}

function load(): void {
  loading ??= import('./copy.ts')
    .then(() => removeEventListener('click', keep, true))
    .catch(() => {
      loading = undefined;
    });
}

function keep({ target }: Event): void {
  const button = target instanceof Element ? target.closest<HTMLElement>(asleep) : null;
  if (button === null) return;
  load();
  void loading?.then(() => button.click());
}
