import type { Calculator, FlipState } from './calculator.ts';
import { isFlipped } from './pageFigures.ts';
import { type Change, createRow, type Row } from './row.ts';

/** How many inputs stand in the panel before one asks for all. */
const first = 8;

/** The sheet beside the page: inputs, and what they do. */
export interface Panel {
  element: HTMLElement;
  /** Shows the present state: the inputs, how much changed, and the decisions that flip. */
  update: (figures: number, flips: readonly FlipState[][], remark?: string) => void;
}

/** Makes the panel out of its markup and puts it behind the page. */
export function createPanel(
  calculator: Calculator,
  { markup, home }: { markup: string; home: string },
  { change, reset, close }: { change: Change; reset: () => void; close: () => void },
): Panel {
  const { inputs, decisions } = calculator.model;
  const { body } = new DOMParser().parseFromString(markup, 'text/html');
  const element = document.adoptNode(body.firstElementChild as HTMLElement);
  const find = <E extends Element = HTMLElement>(selector: string) =>
    element.querySelector(selector) as E;
  const list = find('[data-inputs]');
  const rowTemplate = find('li');
  const summary = find('[data-summary]');
  const search = find<HTMLInputElement>('[type=search]');
  const all = find('[data-all]');
  const rows = new Map<string, Row>();

  /** Shows the inputs whose label has these words; without words the first ones, or all. */
  const show = (words: string, from = first) => {
    const listed = inputs.filter(({ id, label }, place) =>
      words === ''
        ? place < from || id in calculator.changes()
        : label.toLowerCase().includes(words.toLowerCase()),
    );
    list.replaceChildren(
      ...listed.map((input) => {
        const row = rows.get(input.id) ?? createRow(rowTemplate, input, calculator, change);
        rows.set(input.id, row);
        return row.element;
      }),
    );
    all.textContent = `${listed.length ? '' : 'No input has this name. '}All ${inputs.length} inputs`;
  };
  search.oninput = () => show(search.value.trim());
  all.onclick = () => {
    search.value = '';
    show('', inputs.length);
    search.focus();
  };
  find('[data-reset]').onclick = reset;
  find('[data-close]').onclick = close;
  element.onkeydown = ({ key }) => {
    if (key === 'Escape') close();
  };
  show('');
  document.body.append(element);

  return {
    element,
    update: (figures, flips, remark = '') => {
      for (const row of rows.values()) row.update();
      const items = decisions.flatMap(({ id, question, choice }, nth) => {
        const flip = flips[nth]?.find(isFlipped);
        if (flip === undefined) return [];
        const item = document.createElement('li');
        // Markup of the site's own, made at build; nobody's entry goes in.
        item.innerHTML = `<a href="${home}#decision-${id}">${question}</a><b></b><s>${choice}</s><p>→ ${flip.to}</p>`;
        for (const figure of item.querySelectorAll('data')) {
          const { quantity = '', form } = figure.dataset;
          figure.textContent = calculator.show(quantity, form);
        }
        (item.children[1] as Element).textContent = flip.reading;
        return [item];
      });
      find('[data-flips]').replaceChildren(...items);
      summary.textContent =
        remark +
        (Object.keys(calculator.changes()).length > 0
          ? `Figures changed: ${figures}. Decisions flipped: ${items.length}.`
          : `Change an input; ${decisions.length} decisions can flip.`);
    },
  };
}
