import { currentHeading } from './currentHeading.ts';

/**
 * Contents of the page that mark the section being read. Where they are a disclosure, it says that
 * section as well, and closes when one has chosen, clicks elsewhere or presses Escape.
 */
class PageContents extends HTMLElement {
  #links = new Map<HTMLElement, HTMLAnchorElement>();
  #marked: HTMLAnchorElement | undefined;
  #isWaiting = false;

  connectedCallback(): void {
    for (const link of this.querySelectorAll('a')) {
      const heading = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (heading !== null) this.#links.set(heading, link);
    }
    addEventListener('scroll', () => this.#wait(), { passive: true });
    this.#wait();
    const disclosure = this.querySelector('details');
    if (disclosure !== null) this.#closeByItself(disclosure);
  }

  /** Looks where one reads, at most once a frame. */
  #wait(): void {
    if (this.#isWaiting) return;
    this.#isWaiting = true;
    requestAnimationFrame(() => {
      this.#isWaiting = false;
      this.#mark();
    });
  }

  #mark(): void {
    const headings = this.#links.keys();
    const heading = currentHeading(headings) ?? this.#links.keys().next().value;
    const link = heading && this.#links.get(heading);
    if (link === this.#marked) return;
    this.#marked?.removeAttribute('aria-current');
    link?.setAttribute('aria-current', 'true');
    this.#marked = link;
    const said = this.querySelector('[data-current]');
    if (said !== null) said.textContent = link?.textContent ?? '';
  }

  #closeByItself(disclosure: HTMLDetailsElement): void {
    addEventListener('click', ({ target }) => {
      const isOnSummary = target instanceof Element && target.closest('summary') !== null;
      if (!isOnSummary) disclosure.open = false;
    });
    this.addEventListener('keydown', ({ key }) => {
      if (key !== 'Escape' || !disclosure.open) return;
      disclosure.open = false;
      disclosure.querySelector('summary')?.focus();
    });
  }
}

customElements.define('page-contents', PageContents);
