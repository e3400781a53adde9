import { type Entry, judge, readEntry } from './entry.ts';
import { type Figures, quantityOf, sayFigure } from './figures.ts';
import type { WhatIfInput } from './model.ts';
import { positionOf, valueAt } from './scale.ts';
import { write } from './write.ts';

/** One input of the panel: a typed value with its unit, a slider, ×10, ×100 and back. */
export interface Row {
  element: HTMLElement;
  id: string;
  /** The value that it shows. */
  value?: number;
}

/** The present value of an input, exactly as it was given. */
export const given = (figures: Figures, id: string) =>
  figures.changes[id] ?? quantityOf<WhatIfInput>(figures, id).value;

/** Shows the present value. The control that a hand is on keeps what the hand gave it. */
export function updateRow(row: Row, figures: Figures, held: unknown): void {
  const { element, id } = row;
  const input = quantityOf<WhatIfInput>(figures, id);
  const value = given(figures, id);
  const { digits, unit, text } = sayFigure(figures, id, value);
  const [field, slider] = element.querySelectorAll('input') as unknown as HTMLInputElement[];
  row.value = value;
  element.toggleAttribute('data-changed', value !== input.value);
  // While one types, the unit that the entry is read in may not change either.
  if (field && field !== held) {
    field.value = digits;
    // It may break before a stroke and nowhere else; `readUnit` passes over that.
    write(element.querySelector('.unit'), unit.replaceAll('/', '\u200b/'));
  }
  if (slider) {
    if (valueAt(+slider.value, input) !== value) slider.value = `${positionOf(value, input)}`;
    slider.ariaValueText = text;
  }
  for (const button of element.querySelectorAll('button')) {
    button.ariaDisabled = `${typeof readControl(row, figures, button) === 'string'}`;
  }
  refuse(row, '');
}

/** Says below the input why an entry is refused; nothing says that none is. */
export function refuse({ element }: Row, reason: string): void {
  write(element.querySelector('.reason'), reason);
  (element.querySelector('[type=text]') as Element).ariaInvalid = `${reason !== ''}`;
}

/**
 * What a control asks for: the typed value, that of the slider's place, the present one times 10 or
 * 100, or the default.
 */
export function readControl(
  { element, id }: Row,
  figures: Figures,
  { type, value }: HTMLInputElement | HTMLButtonElement,
): Entry {
  const input = quantityOf<WhatIfInput>(figures, id);
  const beside = element.querySelector('.unit')?.textContent ?? '';
  if (type === 'text') return readEntry(value, beside, figures, id);
  if (type === 'range') return valueAt(+value, input);
  return judge(given(figures, id) * +value || input.value, figures, id);
}
