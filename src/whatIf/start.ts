import { loadSheet } from '../lean/sheet.ts';
import type { Values } from '../quantities/sayWorking.ts';
import { change, createFigures } from './figures.ts';
import type { WhatIfPage, WhatIfScript } from './model.ts';
import { followFigures } from './pageFigures.ts';
import sheet from './panel.css?url&no-inline';
import { createPanel } from './panel.ts';
import { readState, writeState } from './state.ts';
import { write } from './write.ts';

/** Opens and closes the panel. */
export type Toggle = (isOpen: boolean) => void;

const styled = loadSheet(sheet);

/**
 * Joins what is known of a problem, and its script, to the page, and takes over the state of the
 * address.
 *
 * @param home address of the problem's pages
 */
export async function start(
  home: string,
  button: HTMLButtonElement,
  model: WhatIfPage,
  script: WhatIfScript,
): Promise<Toggle> {
  await styled;
  // Markup of the site's own, made at build; nobody's entry goes in.
  document.body.insertAdjacentHTML('beforeend', model.markup);
  const panel = document.body.lastElementChild as HTMLElement;
  const status = panel.querySelector('[role=status]') as Element;
  const [label, idle] = [button, status].map(({ textContent }) => textContent.trim());
  const figures = createFigures(model, script);
  const print = followFigures(figures);
  const count = (selector: string) => document.querySelectorAll(selector).length;

  const render = (changes: Values, remarks: readonly string[] = []) => {
    change(figures, changes);
    const differing = Object.keys(figures.changes).length;
    show();
    write(button, label + (differing ? ` (${differing})` : ''));
    print(() => {
      const flipped = count('[data-flips] > :has([data-holds])');
      const summary = `Figures changed: ${count('main [data-changed]')}. Decisions flipped: ${flipped}.`;
      write(status, [...remarks, differing ? summary : idle].join(' '));
    });
  };
  const arrive = () => {
    const { changes, refused } = readState(location.search, figures);
    render(changes, refused);
  };
  const toggle = (isOpen: boolean) => {
    panel.hidden = !isOpen;
    button.ariaExpanded = `${isOpen}`;
    document.documentElement.toggleAttribute('data-what-if', isOpen);
    (isOpen ? panel : button).focus();
  };
  const show = createPanel(figures, panel, {
    change: (changes, isSettled) => {
      render(changes);
      const query = writeState(location.search, figures.changes);
      if (isSettled && query !== location.search) {
        history.pushState(null, '', location.pathname + query + location.hash);
      }
    },
    close: () => toggle(false),
  });
  // The state goes along to the problem's other pages.
  document.addEventListener('click', ({ target }) => {
    const link = (target as Element).closest('a');
    if (link?.pathname.startsWith(home)) link.search = writeState(link.search, figures.changes);
  });
  addEventListener('popstate', arrive);
  arrive();
  return toggle;
}
