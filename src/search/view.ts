import { isEmpty, readQuery, writeQuery } from './address.ts';
import { leaveWords } from './arrival.ts';
import { loadEngine } from './engine.ts';
import { FacetMenu } from './facetMenu.ts';
import { facets } from './facets.ts';
import { groupElements, moreProblems } from './hitList.ts';
import { type Findings, type Query, search } from './search.ts';
import { problemsAtOnce } from './shelves/scope.ts';
import { announcement, nearElements, statusElements } from './status.ts';

/** How many hits are shown at first, and added by each “more”. */
const step = 10;

/**
 * Milliseconds of silence at the keyboard before a search starts, and before it is read out. Where
 * the last search was `quick`, the next one starts at once.
 */
const patience = { search: 150, quick: 60, announce: 900 };

/** Field, facets and results; the same on the search page and in the dialog. */
class SearchView extends HTMLElement {
  #query: Query = { text: '', chosen: {} };
  #more = new Map<string, number>();
  #problems = problemsAtOnce;
  #run = 0;
  #timers = { search: 0, announce: 0 };
  #menu: FacetMenu | undefined;
  /** How long the last search took, in milliseconds. */
  #took = Infinity;
  /** Whether the address of now deserves an entry of its own in the history. */
  #settled = true;

  connectedCallback(): void {
    this.addEventListener('input', (event) => this.#onInput(event));
    this.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#settled = true;
      this.#links()[0]?.focus();
    });
    this.addEventListener('keydown', (event) => this.#onKey(event));
    this.addEventListener('click', (event) => this.#onClick(event));
    if (this.#isPage) {
      this.#readAddress();
      addEventListener('popstate', () => this.#readAddress());
    } else {
      // What was typed while this script was on its way counts.
      this.#query.text = this.#field.value;
      void this.#search();
    }
  }

  /** Puts the cursor into the field. */
  focusField(): void {
    this.#field.select();
    this.#field.focus();
  }

  get #isPage(): boolean {
    return this.dataset['place'] === 'page';
  }

  get #field(): HTMLInputElement {
    return this.#part('q');
  }

  #links(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-hits] a')];
  }

  #part<T extends HTMLElement = HTMLElement>(name: string): T {
    const part = this.querySelector<T>(`[data-${name}]`);
    if (part === null) throw new Error(`SearchView.astro has no data-${name}`);
    return part;
  }

  #readAddress(): void {
    this.#query = readQuery(location.search);
    this.#field.value = this.#query.text;
    this.#settled = true;
    this.#beginAnew();
    void this.#search();
  }

  /** Forgets what more was asked for: that was about another query. */
  #beginAnew(): void {
    this.#more.clear();
    this.#problems = problemsAtOnce;
  }

  #change(query: Partial<Query>, isStep: boolean): void {
    this.#query = { ...this.#query, ...query };
    this.#beginAnew();
    if (this.#isPage) {
      const address = location.pathname + writeQuery(this.#query);
      // Letters of one word are one step back, not many.
      if (isStep || this.#settled) history.pushState(null, '', address);
      else history.replaceState(null, '', address);
      this.#settled = isStep;
    }
    clearTimeout(this.#timers.search);
    if (isStep || this.#took < patience.quick) void this.#search();
    else this.#timers.search = window.setTimeout(() => void this.#search(), patience.search);
  }

  #onInput({ target }: Event): void {
    if (!(target instanceof HTMLInputElement)) return;
    if (target === this.#field) this.#change({ text: target.value }, false);
    const facet = facets.find((name) => name === target.name);
    if (facet === undefined) return;
    const rest = (this.#query.chosen[facet] ?? []).filter((value) => value !== target.value);
    const values = target.checked ? [...rest, target.value] : rest;
    this.#change({ chosen: { ...this.#query.chosen, [facet]: values } }, true);
  }

  #onClick({ target }: MouseEvent): void {
    if (!(target instanceof Element)) return;
    this.#menu?.close(target);
    const used = target.closest<HTMLElement>('a, button')?.dataset ?? {};
    const { words, more, problems, word, clear } = used;
    if (words !== undefined) leaveWords(words);
    if (more !== undefined) void this.#showMore(more);
    if (problems !== undefined) void this.#showMoreProblems();
    if (clear !== undefined) this.#change({ chosen: {} }, true);
    if (word !== undefined) {
      this.#field.value = word;
      this.#field.focus();
      this.#change({ text: word }, true);
    }
  }

  /** Arrow keys walk from the field through the hits and back. */
  #onKey(event: KeyboardEvent): void {
    const { key } = event;
    if (key === 'Escape') this.#onEscape(event);
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    const stops = [this.#field, ...this.#links()];
    const index = stops.findIndex((stop) => stop.matches(':focus'));
    if (index === -1) return;
    event.preventDefault();
    stops[index + (key === 'ArrowDown' ? 1 : -1)]?.focus();
  }

  /** Leaves what is innermost: a facet, the results, the dialog. The words stay. */
  #onEscape(event: KeyboardEvent): void {
    const dialog = this.closest('dialog');
    const isField = document.activeElement === this.#field;
    if (this.#isPage && isField) return;
    event.preventDefault();
    if (this.#menu?.close() === true || this.#isPage) this.#field.focus();
    else dialog?.close();
  }

  async #showMore(group: string): Promise<void> {
    const before = this.#group(group)?.querySelectorAll('a').length ?? 0;
    this.#more.set(group, (this.#more.get(group) ?? 0) + step);
    await this.#search();
    this.#group(group)?.querySelectorAll('a')[before]?.focus();
  }

  async #showMoreProblems(): Promise<void> {
    const before = this.#groups().length;
    this.#problems += problemsAtOnce;
    await this.#search();
    const next = this.#groups()[before]?.querySelector('a');
    (next ?? this.querySelector<HTMLElement>('[data-problems]') ?? this.#field).focus();
  }

  #groups(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[data-group]')];
  }

  #group(id: string): HTMLElement | undefined {
    return this.#groups().find(({ dataset }) => dataset['group'] === id);
  }

  async #search(): Promise<void> {
    const run = ++this.#run;
    const query = this.#query;
    const began = performance.now();
    try {
      const { sections } = await loadEngine();
      const nothing = isEmpty(query);
      // Without a query there are facets and counts, and no hits.
      const size = nothing
        ? { first: 0, more: this.#more, problems: 0 }
        : { first: step, more: this.#more, problems: this.#problems };
      const findings = await search(query, size);
      if (run !== this.#run) return;
      this.#took = performance.now() - began;
      this.#menu ??= this.#makeMenu();
      const counts = nothing ? sections.countAll() : findings.counts;
      this.#menu.update(sections.values, counts, query.chosen);
      this.#show(query, findings);
    } catch (error) {
      if (run !== this.#run) return;
      console.error(error);
      this.#part('hits').replaceChildren();
      this.#part('status').textContent = failure();
      this.#announce(failure());
    }
  }

  /** Facets stand open beside the results as long as the window is wide enough. */
  #makeMenu(): FacetMenu {
    const room = matchMedia('(min-width: 60rem)');
    const menu = new FacetMenu(this.#part('facets'), this.#isPage && room.matches);
    if (this.#isPage) room.addEventListener('change', ({ matches }) => menu.spread(matches));
    return menu;
  }

  #show(query: Query, findings: Findings): void {
    const nothing = isEmpty(query);
    const focused = this.#links().findIndex((link) => link.matches(':focus'));
    const found = [...groupElements(findings.groups), ...moreProblems(findings)];
    this.#part('hits').replaceChildren(...(nothing ? [] : found));
    // Who has walked into the results already stays at that place among the new ones.
    if (focused !== -1) (this.#links()[focused] ?? this.#field).focus();
    this.#part('status').replaceChildren(...(nothing ? [] : statusElements(query, findings)));
    this.#part('near').replaceChildren(...(nothing ? [] : nearElements(query, findings)));
    this.#announce(nothing ? '' : announcement(query, findings));
    const page = this.querySelector<HTMLAnchorElement>('[data-page]');
    if (page !== null) page.href = page.pathname + writeQuery(query);
  }

  /** Read out when one has stopped typing, not at each letter. */
  #announce(text: string): void {
    clearTimeout(this.#timers.announce);
    this.#timers.announce = window.setTimeout(() => {
      this.#part('announce').textContent = text;
    }, patience.announce);
  }
}

function failure(): string {
  return import.meta.env.DEV
    ? 'There is no index in development: run `npm start`, which builds the site and serves it with search.'
    : 'The search index could not be loaded. Check the connection and try again.';
}

customElements.define('search-view', SearchView);

export type { SearchView };
