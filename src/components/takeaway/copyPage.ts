import { cutSection } from '../../takeaway/section.ts';
import { silentSelector } from '../../takeaway/silent.ts';
import { copyText } from '../prompt/clipboard.ts';

/** How long a button says what it did, in milliseconds. */
const saying = 2500;

/** Headings of the page, the title first. */
const headings = 'h1#_top, .sl-markdown-content :is(h1, h2, h3, h4, h5, h6)';

const icon =
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path d="M8.5 8.5h11v11h-11zM15.5 8V4.5h-11v11H8"/></svg>';

/** Copies the page, or one section of it, out of the page's twin. */
class CopyPage extends HTMLElement {
  #twin: Promise<string> | undefined;

  connectedCallback(): void {
    const button = this.querySelector('button');
    if (button === null) return;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      const said = await this.#copy((twin) => twin);
      button.textContent = said;
      setTimeout(() => {
        button.textContent = label;
      }, saying);
    });
    // The text of the page may come after this element.
    if (document.readyState === 'loading') {
      document.addEventListener('DOMContentLoaded', () => this.#addButtons());
    } else {
      this.#addButtons();
    }
  }

  #addButtons(): void {
    // Those that the twin has too, in the same order.
    const shared = [...document.querySelectorAll(headings)].filter(
      (heading) => heading.closest(silentSelector) === null,
    );
    const places = [...shared.entries()].flatMap(([nth, heading]) => {
      const isDone = heading.parentElement?.querySelector(':scope > .copy-section') !== null;
      return nth === 0 || isDone ? [] : [{ heading, nth, place: placeOf(heading) }];
    });
    // All that is read of the page is read: from here on it changes, and is laid out once.
    for (const { heading, nth, place } of places) {
      place.append(this.#sectionButton(heading.textContent, nth));
      if (place.contains(heading)) continue;
      heading.replaceWith(place);
      place.prepend(heading);
      if (heading instanceof HTMLElement) heading.style.marginBlock = '0';
    }
  }

  #sectionButton(heading: string, nth: number): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy-section';
    button.title = 'Copy section as Markdown';
    button.ariaLabel = `Copy section “${heading}” as Markdown`;
    button.innerHTML = icon;
    button.addEventListener('click', async () => {
      const said = await this.#copy((twin) => cutSection(twin, nth));
      button.dataset['said'] = said === 'Copied' ? 'copied' : 'failed';
      setTimeout(() => {
        delete button.dataset['said'];
      }, saying);
    });
    return button;
  }

  /** Copies a part of the twin, says whether it was done, and offers the twin itself if not. */
  async #copy(cut: (twin: string) => string | undefined): Promise<string> {
    this.#twin ??= this.#fetch();
    const part = this.#twin.then((twin) => {
      const text = cut(twin);
      if (text === undefined) throw new Error('The Markdown of this page has no such section');
      return text;
    });
    const copied = await copyText(part).catch(() => false);
    const said = copied ? 'Copied' : 'Could not copy: open the Markdown instead';
    if (!copied) {
      this.#twin = undefined;
      this.querySelector('a')?.setAttribute('data-shown', '');
    }
    this.#announce(said);
    return said;
  }

  async #fetch(): Promise<string> {
    const { twin = '' } = this.dataset;
    const response = await fetch(twin);
    if (!response.ok) throw new Error(`${twin}: ${response.status}`);
    return response.text();
  }

  #announce(said: string): void {
    const status = this.querySelector('[role=status]');
    if (status === null) return;
    status.textContent = said;
    setTimeout(() => {
      status.textContent = '';
    }, saying);
  }
}

/** What holds a heading and its button: there already in Markdown, else to be put round the heading. */
function placeOf(heading: Element): HTMLElement {
  const { parentElement } = heading;
  if (parentElement?.classList.contains('sl-heading-wrapper')) return parentElement;
  const place = document.createElement('div');
  place.className = 'copy-heading';
  // It takes the heading's place to the pixel: nothing on the page may move.
  const { marginBlock, flex } = getComputedStyle(heading);
  Object.assign(place.style, { marginBlock, flex });
  return place;
}

customElements.define('copy-page', CopyPage);
