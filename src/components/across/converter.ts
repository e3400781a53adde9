import { convert } from '../../across/convert.ts';

/** An amount in one unit, said in another; follows what is typed. */
class UnitConverter extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('input', () => this.#show());
  }

  #show(): void {
    const value = (name: string) => this.#field(name)?.value.trim() ?? '';
    const result = convert({ amount: value('amount'), from: value('from'), to: value('to') });
    const output = this.querySelector('output');
    const note = this.querySelector('[data-note]');
    if (output === null || note === null) return;

    for (const name of ['amount', 'from', 'to']) {
      this.#field(name)?.setAttribute('aria-invalid', String(!result.ok && result.field === name));
    }
    output.value = result.ok ? result.text : '…';
    note.textContent = result.ok ? `Exactly ${result.exact}.` : result.message;
  }

  #field(name: string): HTMLInputElement | null {
    return this.querySelector(`input[name="${name}"]`);
  }
}

customElements.define('unit-converter', UnitConverter);
