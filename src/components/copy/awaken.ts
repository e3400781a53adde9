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
  for (const sign of signs) addEventListener(sign, load, { once: true, passive: true });
  addEventListener('click', keep, true);
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
