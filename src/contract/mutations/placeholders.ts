import { scanPlaceholders } from '../../quantities/placeholder.ts';
import type { Quantities } from '../../quantities/quantity.ts';
import { type Damage, line, type Page, withLine } from './page.ts';

interface Placeholder {
  at: number;
  text: string;
  start: number;
  end: number;
  name: string;
  form: string;
  /** Its section's figures come from the model. */
  computed: boolean;
}

function placeholdersOf(page: Page): Placeholder[] {
  return page.sections.flatMap(({ section, heading, end }) =>
    page.lines
      .slice(heading, end)
      .flatMap((text, index) =>
        scanPlaceholders(text).flatMap((token) =>
          token.kind === 'quantity'
            ? [{ ...token, at: heading + index, text, computed: section.computed }]
            : [],
        ),
      ),
  );
}

/** Damage to each figure that comes from the model. */
function placeholder(
  kind: string,
  rules: readonly string[],
  put: (found: Placeholder) => string | undefined,
): Damage {
  return {
    kind,
    doors: ['strict'],
    places: (page) =>
      placeholdersOf(page).flatMap((found) => {
        const { at, text, start, end } = found;
        const other = put(found);
        if (other === undefined) return [];
        const lines = withLine(page.lines, at, text.slice(0, start) + other + text.slice(end));
        return [() => ({ lines, at: line(at), rules })];
      }),
  };
}

/** Units of loads, sizes and money: what may not be typed by hand where figures are computed. */
const load = /byte|bit|dollar|\/(?:s|min|h|day|month|year)\b/;

export function placeholderDamages(quantities: Quantities): Damage[] {
  const isLoad = (name: string) => load.test(quantities.get(name)?.unit ?? '');
  return [
    placeholder('figure renamed', ['quantity-missing'], ({ name }) => `{{${name}_x}}`),
    placeholder('placeholder misspelt', ['placeholder-syntax'], ({ name }) => `{{${name} !}}`),
    placeholder('working of an assumption', ['working-missing'], ({ name, form }) =>
      form === 'value' && quantities.get(name)?.kind === 'input' ? `{{= ${name}}}` : undefined,
    ),
    placeholder('figure typed by hand', ['figure-typed'], ({ name, form, computed }) =>
      computed && form === 'value' && isLoad(name) ? quantities.get(name)?.text : undefined,
    ),
  ];
}
