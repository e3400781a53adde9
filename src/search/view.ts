import {
  type Facet,
  type Findings,
  facets,
  type Hit,
  loadEngine,
  type Query,
  search,
} from './engine.ts';

/** How many hits are shown at first, and added by each `Show more`. */
const step = 10;

/** Milliseconds of silence at the keyboard before a search starts. */
const patience = 60;

const facetNames: Record<Facet, string> = {
  format: 'Format',
  problem: 'Problem',
  topic: 'Topic',
  level: 'Level',
};

/** Field, facets and results; the same on the search page and in the dialog. */
class SearchView extends HTMLElement {
  #query: Query = { text: '', chosen: {} };
  #shown = step;
  #run = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #findings: Findings | undefined;

  connectedCallback(): void {
    this.addEventListener('input', (event) => this.#onInput(event));
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#part('[data-hits] a')?.focus();
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.#part('[data-more]')?.addEventListener('click', () => this.#showMore());
    this.addEventListener('focusin', () => void loadEngine().catch(() => {}), { once: true });
    if (this.dataset['place'] === 'page') {
      this.#readAddress();
      addEventListener('popstate', () => this.#readAddress());
    } else {
      // What was typed while this script was on its way counts.
      this.#query.text = this.#field?.value ?? '';
      void this.#search();
    }
  }

  /** Puts the cursor into the field. */
  focusField(): void {
    this.#field?.select();
    this.#field?.focus();
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('input[type=search]');
  }

  #part(selector: string): HTMLElement | null {
    return this.querySelector<HTMLElement>(selector);
  }

  #readAddress(): void {
    const parameters = new URLSearchParams(location.search);
    const chosen: Query['chosen'] = {};
    for (const facet of facets) {
      const values = parameters.getAll(facet);
      if (values.length > 0) chosen[facet] = values;
    }
    this.#query = { text: parameters.get('q') ?? '', chosen };
    if (this.#field !== null) this.#field.value = this.#query.text;
    this.#shown = step;
    void this.#search();
  }

  #writeAddress(): void {
    if (this.dataset['place'] !== 'page') return;
    const parameters = new URLSearchParams();
    if (this.#query.text !== '') parameters.set('q', this.#query.text);
    for (const facet of facets) {
      for (const value of this.#query.chosen[facet] ?? []) parameters.append(facet, value);
    }
    const address = parameters.size > 0 ? `?${parameters}` : location.pathname;
    history.replaceState(null, '', address);
  }

  #onInput({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.type === 'checkbox') {
      const facet = facets.find((name) => name === target.name);
      if (facet === undefined) return;
      const rest = (this.#query.chosen[facet] ?? []).filter((value) => value !== target.value);
      this.#query.chosen[facet] = target.checked ? [...rest, target.value] : rest;
    } else {
      this.#query.text = target.value;
    }
    this.#shown = step;
    this.#writeAddress();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), patience);
  }

  /** Arrow keys walk from the field through the hits and back. */
  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    const stops = [this.#field, ...this.querySelectorAll<HTMLElement>('[data-hits] a')];
    const index = stops.indexOf(document.activeElement as HTMLElement);
    if (index === -1) return;
    const next = stops[index + (event.key === 'ArrowDown' ? 1 : -1)];
    event.preventDefault();
    next?.focus();
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const isEmpty =
      this.#query.text.trim() === '' &&
      facets.every((facet) => (this.#query.chosen[facet] ?? []).length === 0);
    try {
      const findings = await search(this.#query, isEmpty ? 0 : this.#shown);
      if (run !== this.#run) return;
      this.#findings = findings;
      this.#showFacets(findings);
      if (isEmpty) this.#showHits([], '', 0);
      else this.#showHits(findings.hits, countSentence(findings.total), findings.total);
    } catch {
      if (run !== this.#run) return;
      this.#showHits([], failure(), 0);
    }
  }

  async #showMore(): Promise<void> {
    if (this.#findings === undefined) return;
    const before = this.#shown;
    this.#shown += step;
    const { total, more } = this.#findings;
    this.#showHits(await more(this.#shown), countSentence(total), total);
    this.querySelectorAll<HTMLElement>('[data-hits] a')[before]?.focus();
  }

  #showHits(hits: readonly Hit[], sentence: string, total: number): void {
    this.#part('[data-hits]')?.replaceChildren(...hits.map(hitElement));
    const status = this.#part('[data-status]');
    if (status !== null) status.textContent = sentence;
    const more = this.#part('[data-more]');
    if (more !== null) more.hidden = total <= hits.length;
  }

  /** Facets stay where they are and open as they were; only boxes and counts change. */
  #showFacets({ counts }: Findings): void {
    const frame = this.#part('[data-facets]');
    if (frame === null) return;
    for (const facet of facets) {
      const values = Object.entries(counts[facet] ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));
      const old = frame.querySelector<HTMLDetailsElement>(`[data-facet="${facet}"]`);
      const focused = old?.contains(document.activeElement)
        ? (document.activeElement as HTMLInputElement).value
        : undefined;
      const fresh = facetElement(facet, values, this.#query.chosen[facet] ?? []);
      if (old === null) frame.append(fresh);
      else old.replaceWith(fresh);
      // Two open ones of a name exclude each other, so it opens when the old one is gone.
      fresh.open = old?.open ?? false;
      if (focused !== undefined) {
        [...fresh.querySelectorAll('input')].find(({ value }) => value === focused)?.focus();
      }
    }
  }
}

function countSentence(total: number): string {
  if (total === 0) return 'Nothing found. Try fewer or other words, or take a filter away.';
  return total === 1 ? '1 section' : `${total} sections`;
}

function failure(): string {
  return import.meta.env.DEV
    ? 'There is no index in development: run `npm start`, which builds the site and serves it with search.'
    : 'The search index could not be loaded. Check the connection and try again.';
}

function element(name: string, className: string, ...children: (Node | string)[]): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

function hitElement({ url, title, page, excerpt }: Hit): HTMLElement {
  const link = document.createElement('a');
  link.href = url;
  const words = excerpt.map(({ text, marked }) => (marked ? element('mark', '', text) : text));
  link.append(
    element('span', 'page', page),
    element('span', 'title', title),
    element('span', 'excerpt', ...words),
  );
  return element('li', '', link);
}

function facetElement(
  facet: Facet,
  values: readonly (readonly [string, number])[],
  chosen: readonly string[],
): HTMLDetailsElement {
  const details = document.createElement('details');
  details.dataset['facet'] = facet;
  details.name = 'facet';
  if (chosen.length > 0) details.dataset['active'] = '';
  const label =
    chosen.length > 0 ? `${facetNames[facet]}: ${chosen.join(', ')}` : facetNames[facet];
  const boxes = values.map(([value, count]) => {
    const box = document.createElement('input');
    Object.assign(box, { type: 'checkbox', name: facet, value, checked: chosen.includes(value) });
    return element('label', '', box, value, element('span', 'count', String(count)));
  });
  const legend = element('legend', 'sr-only', facetNames[facet]);
  details.append(element('summary', '', label), element('fieldset', '', legend, ...boxes));
  return details;
}

customElements.define('search-view', SearchView);

export type { SearchView };
