import { FileTabs } from './fileTabs.ts';
import { Results } from './results.ts';
import { Sheet } from './sheet.ts';

/** The parts of the page that the view works with. */
export interface Parts {
  sheet: Sheet;
  /** The copy of the text that carries line numbers and marks. */
  copy: HTMLElement;
  format: HTMLSelectElement;
  open: HTMLInputElement;
  tabs: FileTabs;
  results: Results;
}

/** Finds the parts in the page's markup; `undefined` where one is missing. */
export function partsOf(view: HTMLElement): Parts | undefined {
  const frame = view.querySelector<HTMLElement>('[data-sheet]');
  const field = view.querySelector('textarea');
  const copy = view.querySelector<HTMLElement>('[data-lines]');
  const format = view.querySelector('select');
  const open = view.querySelector<HTMLInputElement>('input[type=file]');
  const tabs = view.querySelector<HTMLElement>('[data-files]');
  const results = view.querySelector<HTMLElement>('[data-results]');
  if (!frame || !field || !copy || !format || !open || !tabs || !results) return undefined;
  const sheet = new Sheet(frame, field, copy);
  return { sheet, copy, format, open, tabs: new FileTabs(tabs), results: new Results(results) };
}
