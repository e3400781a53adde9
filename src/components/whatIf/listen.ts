/** The button that opens what-if; everything behind it is fetched when it is first pressed. */
class WhatIfButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const note = this.querySelector('[role=status]');
    if (button === null || note === null) return;
    let started: Promise<(isOpen: boolean) => void> | undefined;
    const toggle = async () => {
      started ??= import('../../whatIf/start.ts').then(({ start }) => start(this, button));
      note.textContent = '';
      try {
        (await started)(button.ariaExpanded !== 'true');
      } catch {
        started = undefined;
        note.textContent = 'Could not be loaded. Try again when you are online.';
      }
    };
    button.onclick = toggle;
    // An address that carries changed inputs opens with them.
    if (/[?&]if=/.test(location.search)) void toggle();
  }
}

customElements.define('what-if', WhatIfButton);
