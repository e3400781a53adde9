import { sitePath } from '../navigation/address.ts';
import type { OfflineSizes } from './names.ts';
import { fetchSizes, SavedCopy } from './savedCopy.ts';
import { type OfflineState, sayChoice, saySizes, wordsFor } from './state.ts';

/** Saves the site for use without a network, shows how far that is, and takes it away again. */
class OfflinePanel extends HTMLElement {
  /** Not known before it was looked up. */
  #state: OfflineState | undefined;
  #sizes: OfflineSizes | undefined;
  readonly #root = new URL(sitePath('/'), location.href);

  connectedCallback(): void {
    const copy = new SavedCopy(this.#root, (state) => this.#change(state));
    const choice = this.#part<HTMLInputElement>('choice');
    this.#part('save').addEventListener('click', () => void copy.save(choice.checked));
    this.#part('remove').addEventListener('click', () => void copy.remove());
    choice.addEventListener('change', () => this.#show());
    void copy.look();
    void this.#fetchSizes();
  }

  async #fetchSizes(): Promise<void> {
    this.#sizes = await fetchSizes(this.#root);
    if (this.#sizes === undefined) return;
    this.#part('sizes').textContent = saySizes(this.#sizes);
    this.#part('choice-text').textContent = sayChoice(this.#sizes);
    this.#show();
  }

  #change(state: OfflineState): void {
    const isOther = state.is !== this.#state?.is;
    this.#state = state;
    if (state.is === 'saved') {
      this.#part<HTMLInputElement>('choice').checked = state.withDownloads;
      // From here on this page is one that the worker serves.
      void import('./visit.ts');
    }
    this.#show();
    // Steps are seen, not read out one by one.
    if (isOther) this.#part('announce').textContent = this.#part('state').textContent;
  }

  #show(): void {
    const state = this.#state;
    if (state === undefined) return;
    const words = wordsFor(state, this.#sizes);
    const choice = this.#part<HTMLInputElement>('choice');
    const isOtherChoice = state.is === 'saved' && state.withDownloads !== choice.checked;
    const save = isOtherChoice ? 'Change what is saved' : words.save;
    this.#part('state').textContent = words.text;
    this.dataset['state'] = state.is;
    this.toggleAttribute('data-warning', words.isWarning === true);
    this.#offer('save', save);
    this.#offer('remove', words.canRemove ? 'Remove' : undefined);
    choice.disabled = save === undefined && state.is !== 'saved';
    const bar = this.#part<HTMLProgressElement>('bar');
    bar.value = words.progress ?? 0;
    bar.toggleAttribute('data-shown', words.progress !== undefined);
  }

  /** Shows a button under a name, or takes it away; the focus does not get lost with it. */
  #offer(name: 'save' | 'remove', label: string | undefined): void {
    const button = this.#part<HTMLButtonElement>(name);
    const hadFocus = document.activeElement === button;
    button.hidden = label === undefined;
    button.textContent = label ?? '';
    if (hadFocus && button.hidden) this.#part('state').focus();
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const part = this.querySelector<T>(`[data-${name}]`);
    if (part === null) throw new Error(`OfflinePanel.astro has no data-${name}`);
    return part;
  }
}

customElements.define('offline-panel', OfflinePanel);
