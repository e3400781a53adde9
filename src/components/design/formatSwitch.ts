import { currentHeading } from '../contents/currentHeading.ts';

/** The number of the section that is being read, from 0; −1 above the first. */
function currentSection(): number {
  const headings = [...document.querySelectorAll<HTMLElement>('.sl-markdown-content h2[id]')];
  const current = currentHeading(headings);
  return current === undefined ? -1 : headings.indexOf(current);
}

/** Makes the links to other formats land on the section of the same topic. */
class FormatSwitch extends HTMLElement {
  connectedCallback(): void {
    for (const event of ['pointerover', 'focusin', 'touchstart', 'click'] as const) {
      this.addEventListener(event, () => this.#aim(), { passive: true });
    }
  }

  #aim(): void {
    const section = currentSection();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-landing]')) {
      const start = link.dataset['start'] ?? link.pathname;
      link.dataset['start'] = start;
      const place = link.dataset['landing']?.split(' ')[section] ?? '#';
      link.href = place === '#' ? start : start + place;
    }
  }
}

customElements.define('format-switch', FormatSwitch);
