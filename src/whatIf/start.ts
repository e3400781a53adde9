import { loadSheet } from '../lean/sheet.ts';
import { createCalculator } from './calculator.ts';
import type { WhatIfPage, WhatIfScript } from './model.ts';
import { markDecisions, pageFigures } from './pageFigures.ts';
import sheet from './panel.css?url&no-inline';
import { createPanel } from './panel.ts';
import { readState, writeState } from './state.ts';

/**
 * Fetches the problem's formulas, joins them to the page, and takes over the state of the address.
 * The function returned opens and closes the panel.
 */
export async function start(
  host: HTMLElement,
  button: HTMLButtonElement,
): Promise<(isOpen: boolean) => void> {
  const { source = '', home = '' } = host.dataset;
  const [model, script] = await Promise.all([
    fetch(`${source}.json`).then((response): Promise<WhatIfPage> => response.json()),
    import(/* @vite-ignore */ `${source}.js`) as Promise<WhatIfScript>,
    loadSheet(sheet),
  ]);
  const calculator = createCalculator(model, script);
  const { change, changes, say } = calculator;
  const updateFigures = pageFigures(calculator);
  const label = button.textContent;

  const render = (remark?: string) => {
    const flips = calculator.flips();
    panel.update(updateFigures(), flips, remark);
    markDecisions(calculator, flips);
    const differing = Object.keys(changes()).length;
    button.textContent = label + (differing ? ` (${differing})` : '');
  };
  const settle = () => {
    const query = writeState(location.search, changes());
    if (query !== location.search) {
      history.pushState(null, '', location.pathname + query + location.hash);
    }
    render();
  };
  const arrive = () => {
    const state = readState(location.search, model.inputs, say);
    change(state.changes);
    render(state.refused.map((reason) => `${reason} `).join(''));
  };
  const open = (isOpen: boolean) => {
    panel.element.hidden = !isOpen;
    button.ariaExpanded = String(isOpen);
    document.documentElement.toggleAttribute('data-what-if', isOpen);
    (isOpen ? panel.element : button).focus();
  };
  const panel = createPanel(
    calculator,
    { markup: model.markup, home },
    {
      change: (id, value, settled) => {
        change({ ...changes(), [id]: value });
        if (settled) settle();
        else render();
      },
      reset: () => {
        change({});
        settle();
      },
      close: () => open(false),
    },
  );
  // The state goes along to the problem's other pages.
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a');
    if (link?.pathname.startsWith(home)) link.search = writeState(link.search, changes());
  });
  addEventListener('popstate', arrive);
  arrive();
  return open;
}
