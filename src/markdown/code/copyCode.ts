import { copyText } from '../../components/prompt/clipboard.ts';

/** How long a button says what it did, in milliseconds. */
const saying = 2500;

/** Copies the block of code that a button belongs to, wherever on the page it came from. */
export function listenForCode(): void {
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest('button.copy-code') : null;
    if (button instanceof HTMLButtonElement) void copy(button);
  });
}

async function copy(button: HTMLButtonElement): Promise<void> {
  const code = button.parentElement?.querySelector('code')?.textContent ?? '';
  const copied = await copyText(code.replace(/\n$/, '')).catch(() => false);
  button.textContent = copied ? 'Copied' : 'The browser refused';
  button.dataset['said'] = '';
  setTimeout(() => {
    button.textContent = 'Copy';
    delete button.dataset['said'];
  }, saying);
}
