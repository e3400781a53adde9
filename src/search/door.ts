import { loadSheet } from '../lean/sheet.ts';
import { arrive } from './arrival.ts';
import { requestFiles } from './files.ts';
import sheet from './searchView.css?url&no-inline';
import type { SearchView } from './view.ts';

/** Opens the search from anywhere: the link in the header, `/`, or Ctrl/⌘ K. Loads it on first use. */
class SearchDoor extends HTMLElement {
  connectedCallback(): void {
    void arrive();
    this.querySelector('a')?.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.#open();
    });
    document.addEventListener('click', (event) => {
      const opener = (event.target as Element).closest('[data-open-search]');
      if (opener === null || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      void this.#open();
    });
    document.addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      void this.#open();
    });
  }

  async #open(): Promise<void> {
    const dialog = this.querySelector('dialog');
    if (dialog === null || dialog.open) return;
    // On the search page the field is already there.
    const onPage = document.querySelector<SearchView>('main search-view');
    if (onPage !== null) {
      onPage.focusField();
      return;
    }
    const template = dialog.querySelector('template');
    if (template !== null) {
      template.replaceWith(template.content);
      dialog.addEventListener('click', (event) => this.#onClick(event, dialog));
    }
    dialog.showModal();
    // Keys that are pressed while the engine loads already go to the field.
    const field = dialog.querySelector('input');
    field?.focus();
    field?.select();
    void loadSheet(sheet);
    requestFiles();
    await import('./view.ts');
  }

  /** A click outside closes; so does following a hit within the same page. */
  #onClick({ target, clientX, clientY }: MouseEvent, dialog: HTMLDialogElement): void {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    const inside = clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
    const followed = target instanceof Element && target.closest('[data-hits] a') !== null;
    if ((target === dialog && !inside) || followed) dialog.close();
    // Where the hit is on this very page, nobody else will arrive.
    if (followed) setTimeout(() => void arrive(), 100);
  }
}

/** `/` outside of fields, or Ctrl/⌘ K anywhere. */
function isShortcut(event: KeyboardEvent): boolean {
  if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey)) return true;
  const { target } = event;
  const writing =
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  return event.key === '/' && !writing && !event.ctrlKey && !event.metaKey && !event.altKey;
}

customElements.define('search-door', SearchDoor);
