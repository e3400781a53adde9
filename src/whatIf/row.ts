import type { Calculator } from './calculator.ts';
import { type Entry, judge, readEntry } from './entry.ts';
import type { WhatIfInput } from './model.ts';
import { positionOf, valueAt } from './scale.ts';

/** Takes a new value; `settled` once the hand is off it. */
export type Change = (id: string, value: number, settled: boolean) => void;

/** One input of the panel: a typed value with its unit, a slider, ×10 and ×100. */
export interface Row {
  element: Element;
  /** Shows the present value. */
  update: () => void;
}

/** Makes a row out of a copy of its template. */
export function createRow(
  template: Element,
  input: WhatIfInput,
  { model, say, valueFor, changes }: Calculator,
  change: Change,
): Row {
  const { id, label, range, value } = input;
  const element = template.cloneNode(true) as Element;
  const find = <E extends Element = HTMLElement>(selector: string) =>
    element.querySelector(selector) as E;
  const field = find<HTMLInputElement>('[type=text]');
  const slider = find<HTMLInputElement>('[type=range]');
  const note = find('.note');
  const buttons = [...element.querySelectorAll('button')];
  const sayValue = (one?: number) => say(id, one);
  let isTyping = false;
  let shownFactor = 1;
  /** The value that the slider gave last: a slider stays where the hand has it. */
  let slid: number | undefined;

  const tell = (text: string, isBad = false) => {
    note.textContent = text;
    field.ariaInvalid = String(isBad);
  };
  const take = (entry: Entry, settled: boolean) => {
    if (typeof entry === 'number') change(id, entry, settled);
    else tell(settled ? `${entry} Kept ${sayValue().text}.` : entry, true);
  };
  /** The present value times 10 or 100; the default for the button that goes back to it. */
  const multiple = ({ dataset }: HTMLElement) => valueFor(id) * Number(dataset['times']) || value;

  field.id = `if-${id}`;
  note.id = `${field.id}-note`;
  field.setAttribute('aria-describedby', note.id);
  const name = find<HTMLLabelElement>('label');
  name.htmlFor = field.id;
  name.textContent = slider.ariaLabel = label;
  find('.slider').style.setProperty('--default', String(positionOf(value, input) / 100));
  field.onfocus = () => field.select();
  // What is typed counts at once if it is possible; once left, the field shows the last good value.
  field.oninput = field.onchange = ({ type }) => {
    const text = field.value;
    isTyping = type === 'input';
    const shown = { say: sayValue, atoms: model.atoms, factor: shownFactor };
    if (!isTyping) field.value = sayValue().digits;
    take(readEntry(text, input, shown), !isTyping);
  };
  slider.oninput = slider.onchange = ({ type }) => {
    slid = valueAt(Number(slider.value), input);
    change(id, slid, type === 'change');
  };
  for (const button of buttons) {
    button.ariaLabel = `${button.textContent}, ${label}`;
    button.onclick = () => take(judge(multiple(button), input, sayValue), true);
  }

  const update = () => {
    const now = valueFor(id);
    const { digits, unit, text, factor } = sayValue();
    const isChanged = id in changes();
    element.toggleAttribute('data-changed', isChanged);
    // Under the hand neither the entry nor the unit that it is read in may change.
    if (!isTyping) {
      field.value = digits;
      shownFactor = factor;
      // It may break before a stroke and nowhere else.
      find('.unit').textContent = unit.replaceAll('/', '\u200b/');
    }
    if (now !== slid) {
      slider.value = String(positionOf(now, input));
      slid = undefined;
    }
    slider.setAttribute('aria-valuetext', text);
    for (const button of buttons) {
      button.ariaDisabled = String(typeof judge(multiple(button), input, sayValue) === 'string');
    }
    tell(isChanged ? `${sayValue(value).digits} by default; ${range}` : range);
  };
  update();
  return { element, update };
}
