import { readNumber } from '../../quantities/read.ts';
import { speak } from '../../quantities/speak.ts';
import { createUnits, parseUnit } from '../../quantities/units.ts';

/** A line of capacity maths whose numbers can be changed; the result follows. */
class CapacityLine extends HTMLElement {
  connectedCallback(): void {
    for (const field of this.#fields) field.readOnly = false;
    this.addEventListener('input', () => this.#compute());
  }

  get #fields(): HTMLInputElement[] {
    return [...this.querySelectorAll('input')];
  }

  #compute(): void {
    const { constant = '1', unit = 'one', nouns = '{}' } = this.dataset;
    const result = this.querySelector('[data-result]');
    const note = this.querySelector('[data-note]');
    if (result === null || note === null) return;

    const values = this.#fields.map((field) => {
      const value = readNumber(field.value);
      const isSound = value !== undefined && value >= 0;
      field.setAttribute('aria-invalid', String(!isSound));
      return isSound ? value : undefined;
    });
    const bad = this.#fields.find((_, index) => values[index] === undefined);
    if (bad !== undefined) {
      result.textContent = '…';
      note.textContent = `“${bad.value}” is not a number; try 400 M, 1.2 billion or 20,000.`;
      return;
    }
    const product = values.reduce<number>((sum, value) => sum * (value ?? 0), Number(constant));
    const spoken = speak({ value: product, unit: parseUnit(unit, createUnits(JSON.parse(nouns))) });
    result.textContent = spoken.text;
    note.textContent = 'The same engine computes every number on this site.';
  }
}

customElements.define('capacity-line', CapacityLine);
