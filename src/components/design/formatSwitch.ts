import { currentHeading } from '../contents/currentHeading.ts';

/** The anchor of the section that is being read. */
function currentAnchor(): string | undefined {
  return currentHeading(document.querySelectorAll<HTMLElement>('.sl-markdown-content h2[id]'))?.id;
}

/** Makes the links to other formats land on the section of the same topic. */
class FormatSwitch extends HTMLElement {
  connectedCallback(): void {
    for (const event of ['pointerover', 'focusin', 'touchstart', 'click'] as const) {
      this.addEventListener(event, () => this.#aim(), { passive: true });
    }
  }

  #aim(): void {
    const anchor = currentAnchor();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-landing]')) {
      link.dataset['plain'] ??= link.pathname;
      const landings: Record<string, string> = JSON.parse(link.dataset['landing'] ?? '{}');
      link.href = (anchor && landings[anchor]) || link.dataset['plain'];
    }
  }
}

customElements.define('format-switch', FormatSwitch);
