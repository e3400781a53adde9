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
  fieldset: HTMLElement;
  /** By the id of the value. */
  rows: Map<string, Row>;
}

/** The facets with their values. A row is made once; afterwards only its box and count change. */
export class FacetMenu {
  readonly #menus: [Facet, Menu][];

  /** `open` where there is room for all of them beside the results. */
  constructor(frame: HTMLElement, open: boolean) {
    this.#menus = facets.map((facet) => [facet, makeMenu(facet)]);
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
  update(values: ReadonlyMap<Facet, FacetValue[]>, counts: Counts, chosen: Chosen): void {
    for (const [facet, menu] of this.#menus) {
      const { details, summary } = menu;
      const wanted = chosen[facet] ?? [];
      const rows = rowsOf(menu, facet, values.get(facet) ?? []);
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

function makeMenu(facet: Facet): Menu {
  const summary = element('summary', '', facetNames[facet]);
  const legend = element('legend', 'sr-only', facetNames[facet]);
  const fieldset = element('fieldset', '', legend);
  const details = element('details', '', summary, fieldset);
  details.dataset['facet'] = facet;
  return { details, summary, fieldset, rows: new Map() };
}

/** A row for each value, in the order of the values. Those that are there stay where they are. */
function rowsOf({ fieldset, rows }: Menu, facet: Facet, values: readonly FacetValue[]): Row[] {
  let before = fieldset.firstElementChild;
  return values.map((value) => {
    const row = rows.get(value.id) ?? makeRow(facet, value);
    if (!rows.has(value.id)) before?.after(row.label);
    rows.set(value.id, row);
    before = row.label;
    return row;
  });
}

function makeRow(facet: Facet, value: FacetValue): Row {
  const box = element('input');
  Object.assign(box, { type: 'checkbox', name: facet, value: value.id });
  const count = element('span', 'count');
  return { value, box, count, label: element('label', '', box, value.title, count) };
}
