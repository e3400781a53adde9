import { currentHeading } from '../contents/currentHeading.ts';

/** The headings of sections, in the order in which `data-landing` names their places. */
function sectionHeadings(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>('.sl-markdown-content h2[id]')];
}

/** The number of the section that is in sight, from 0; −1 above the first. */
function sectionInSight(): number {
  const headings = sectionHeadings();
  const current = currentHeading(headings);
  return current === undefined ? -1 : headings.indexOf(current);
}

/** The number of the section that holds an element; `undefined` outside of all sections. */
function sectionOf(element: Element): number | undefined {
  if (element.closest('.sl-markdown-content') === null) return undefined;
  const after = sectionHeadings().findIndex(
    (heading) =>
      (element.compareDocumentPosition(heading) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  return after === 0 ? undefined : (after === -1 ? sectionHeadings().length : after) - 1;
}

/** Makes the links to other formats land on the section of the same topic. */
class FormatSwitch extends HTMLElement {
  /**
   * Where somebody reads who has pressed Tab since: on its way to this switch the focus scrolls the
   * text. Tab forward into a section is reading on; Shift and Tab is the way back up to the switch.
   */
  #place: number | undefined;

  connectedCallback(): void {
    for (const event of ['pointerover', 'focusin', 'touchstart', 'click'] as const) {
      this.addEventListener(event, () => this.#aim(), { passive: true });
    }
    let isForward = false;
    let first = -1;
    const onKey = ({ key, shiftKey }: KeyboardEvent) => {
      if (key === 'Tab') {
        if (this.#place === undefined) first = sectionInSight();
        this.#place ??= first;
        isForward = !shiftKey;
      } else if (key !== 'Shift' && key !== 'Enter') this.#place = undefined;
    };
    // Whoever leaves the text forward, and comes round to the switch, was passing through.
    const onFocus = ({ target }: FocusEvent) => {
      const isMoving = this.#place !== undefined && isForward && target instanceof Element;
      if (isMoving) this.#place = sectionOf(target) ?? first;
    };
    addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('focusin', onFocus, { capture: true });
    for (const event of ['wheel', 'touchmove', 'pointerdown', 'hashchange']) {
      addEventListener(event, () => (this.#place = undefined), { passive: true });
    }
  }

  #aim(): void {
    const section = this.#place ?? sectionInSight();
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-landing]')) {
      const start = link.dataset['start'] ?? link.pathname;
      link.dataset['start'] = start;
      const place = link.dataset['landing']?.split(' ')[section] ?? '#';
      link.href = place === '#' ? start : start + place;
    }
  }
}

customElements.define('format-switch', FormatSwitch);
