import { type Figures, sayFigure } from './figures.ts';
import { given, readControl, refuse, type Row, updateRow } from './row.ts';

/** How many inputs stand in the panel before one asks for all. */
const first = 8;

/** What the panel asks for. */
export interface Wishes {
  /** Other inputs than the present ones; `isSettled` once the hand is off the one that changes. */
  change: (changes: Figures['changes'], isSettled: boolean) => void;
  close: () => void;
}

/** Brings the panel to life. The function returned shows the present inputs. */
export function createPanel(
  figures: Figures,
  panel: HTMLElement,
  { change, close }: Wishes,
): () => void {
  const rows = [...panel.querySelectorAll<HTMLElement>('[data-input]')].map((element): Row => ({
    element,
    id: element.dataset['input'] ?? '',
  }));
  const search = panel.querySelector('[type=search]') as HTMLInputElement;
  const all = panel.querySelector('[type=checkbox]') as HTMLInputElement;
  /** The control that a hand is on. */
  let held: unknown;

  const show = () => {
    const words = search.value.trim().toLowerCase();
    rows.forEach((row, place) => {
      const { element, id, value } = row;
      element.hidden = words
        ? !element.textContent.toLowerCase().includes(words)
        : place >= first && !all.checked && !(id in figures.changes);
      if (!element.hidden && value !== given(figures, id)) updateRow(row, figures, held);
    });
  };
  /** What is given counts at once if it is possible; once left, a row shows the last good value. */
  const take = (control: HTMLInputElement | HTMLButtonElement, isSettled: boolean) => {
    const row = rows.find(({ element }) => element.contains(control));
    if (row === undefined) return false;
    const { id } = row;
    const entry = readControl(row, figures, control);
    const isGood = typeof entry === 'number';
    held = isSettled || control;
    if (isGood) change({ ...figures.changes, [id]: entry }, isSettled);
    if (isGood || isSettled) updateRow(row, figures, held);
    if (!isGood) refuse(row, isSettled ? `${entry} Kept ${sayFigure(figures, id).text}.` : entry);
    return true;
  };

  panel.oninput = panel.onchange = ({ target, type }) => {
    if (!take(target as HTMLInputElement, type === 'change')) show();
  };
  panel.onclick = ({ target }) => {
    const button = (target as Element).closest('button');
    if (button === null || take(button, true)) return;
    if (button.value === 'close') close();
    else change({}, true);
  };
  panel.onkeydown = ({ key }) => {
    if (key === 'Escape') close();
  };
  return show;
}
