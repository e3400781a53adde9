import { escapeAttribute } from '../markup.ts';
import { say, type Saying } from '../quantities/say.ts';
import type { Decision } from '../schemas/problem.ts';
import { isInput } from './figures.ts';
import type { WhatIfInput, WhatIfModel } from './model.ts';
import { positionOf, steps } from './scale.ts';

/**
 * The panel as HTML, made at build so that the script has none to make: a row an input, and an item
 * a decision that can flip, of which those that do are shown.
 *
 * @param decisions their texts are HTML
 * @param home address of the problem's page, where the decisions stand
 */
export function panelMarkup(
  model: WhatIfModel,
  decisions: readonly Decision[],
  home: string,
): string {
  const rows = Object.entries(model.quantities).map(([id, one]) =>
    isInput(one) ? row(id, one, model) : '',
  );
  let flip = 0;
  const items = decisions.map(({ id, question, choice, flips }) => {
    const readings = flips.map(
      ({ to }) =>
        `<div data-flip="${flip++}"><b data-reading></b><p>→ ${bareFigures(to)}</p></div>`,
    );
    if (readings.length === 0) return '';
    const [first, ...others] = readings;
    const link = `<a href="${home}#decision-${id}">${escapeAttribute(question)}</a>`;
    return `<li>${link}<s>${bareFigures(choice)}</s>${first}${others.join('')}</li>`;
  });
  return `<section class="what-if not-content" aria-label="What if" tabindex="-1" hidden>
<header>
<h2>What if…</h2>
<button type="button" class="button" value="reset">Reset</button>
<button type="button" class="button" value="close" aria-label="Close">×</button>
</header>
<div class="inputs" tabindex="0" role="group" aria-label="Inputs">
<input type="search" aria-label="Find an input" placeholder="Find an input">
<ul>${rows.join('')}</ul>
<label class="all"><input type="checkbox"> All ${rows.filter(Boolean).length} inputs</label>
</div>
<div class="readout" tabindex="0" role="group" aria-label="What it changes">
<p role="status">Change an input; ${items.filter(Boolean).length} decisions can flip.</p>
<ul data-flips>${items.join('')}</ul>
</div>
</section>`;
}

function row(id: string, input: WhatIfInput, { sayings }: WhatIfModel): string {
  const original = say(input.value, sayings[input.says] as Saying);
  const label = escapeAttribute(input.label);
  const button = (value: string, text: string) =>
    `<button type="button" class="button" value="${value}" aria-label="${text}, ${label}">${text}</button>`;
  const start = positionOf(input.value, input);
  return `<li data-input="${id}">
<label for="if-${id}">${label}</label>
<input id="if-${id}" type="text" autocomplete="off" spellcheck="false" aria-describedby="if-${id}-note">
<span class="unit"></span>
<span class="steps">${button('10', '×10')}${button('100', '×100')}</span>
<span class="slider">
<svg aria-hidden="true"><rect x="${start}%" /></svg>
<input type="range" min="0" max="${steps}" value="${start}" aria-label="${label}">
</span>
<p class="note" id="if-${id}-note"><span>${original.digits} by default; </span><span>${input.range}</span><b class="reason"></b></p>
${button('', 'Undo')}
</li>`;
}

/** Figures of the text know their quantity and nothing else: what-if keeps them up to date. */
function bareFigures(html: string): string {
  return html.replace(
    /<data [^>]*?(data-quantity="[^"]*")[^>]*?( data-form="[^"]*")?>/g,
    '<data $1$2>',
  );
}
