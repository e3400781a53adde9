import { element } from './element.ts';
import { type Chosen, type Facet, facetNames, facets, type FacetValue } from './facets.ts';
import type { Counts } from './sections.ts';

interface Row {
  value: FacetValue;
  label: HTMLElement;
  box: HTMLInputElement;
  count: HTMLElement;
}
interface Menu {
  details: HTMLDetailsElement;
  summary: HTMLElement;
  rows: Row[];
}

/** The facets with their values. Made once; afterwards only boxes and counts change. */
export class FacetMenu {
  readonly #menus: [Facet, Menu][];

  /** `open` where there is room for all of them beside the results. */
  constructor(frame: HTMLElement, values: ReadonlyMap<Facet, FacetValue[]>, open: boolean) {
    this.#menus = facets.map((facet) => [facet, makeMenu(facet, values.get(facet) ?? [])]);
    this.spread(open);
    frame.replaceChildren(...this.#menus.map(([, { details }]) => details));
  }

  /** Opens all facets, or closes them to a row of which one at a time can be opened. */
  spread(open: boolean): void {
    for (const [, { details }] of this.#menus) {
      // Those of one name close each other.
      details.name = open ? '' : 'facet';
      details.open = open;
    }
  }

  /** Shows what is chosen and how many sections each value would leave; hides those that leave none. */
  update(counts: Counts, chosen: Chosen): void {
    for (const [facet, { details, summary, rows }] of this.#menus) {
      const wanted = chosen[facet] ?? [];
      for (const { value, label, box, count } of rows) {
        const sections = counts.get(facet)?.get(value.id) ?? 0;
        box.checked = wanted.includes(value.id);
        count.textContent = String(sections);
        label.hidden = sections === 0 && !box.checked && document.activeElement !== box;
      }
      const titles = rows.filter(({ box }) => box.checked).map(({ value }) => value.title);
      summary.textContent = [facetNames[facet], titles.join(', ')].filter(Boolean).join(': ');
      details.toggleAttribute('data-active', titles.length > 0);
      details.hidden = rows.every(({ label }) => label.hidden);
    }
  }

  /** Closes what lies over the results, except where something in it was used. Tells whether it did. */
  close(used?: Node): boolean {
    const open = this.#menus
      .map(([, { details }]) => details)
      .filter(
        (details) =>
          details.open && details.name !== '' && !(used !== undefined && details.contains(used)),
      );
    for (const details of open) details.open = false;
    return open.length > 0;
  }
}

function makeMenu(facet: Facet, values: readonly FacetValue[]): Menu {
  const rows = values.map((value): Row => {
    const box = element('input');
    Object.assign(box, { type: 'checkbox', name: facet, value: value.id });
    const count = element('span', 'count');
    return { value, box, count, label: element('label', '', box, value.title, count) };
  });
  const summary = element('summary', '', facetNames[facet]);
  const legend = element('legend', 'sr-only', facetNames[facet]);
  const fieldset = element('fieldset', '', legend, ...rows.map(({ label }) => label));
  const details = element('details', '', summary, fieldset);
  details.dataset['facet'] = facet;
  return { details, summary, rows };
}
