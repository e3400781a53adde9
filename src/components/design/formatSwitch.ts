/** How far below the top a heading may stand and still be the one that is read, in pixels. */
const readingLine = 240;

/** The anchor of the section that is being read. */
function currentAnchor(): string | undefined {
  const headings = document.querySelectorAll<HTMLElement>('.sl-markdown-content h2[id]');
  let current: string | undefined;
  for (const heading of headings) {
    if (heading.getBoundingClientRect().top > readingLine) break;
    current = heading.id;
  }
  return current;
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
