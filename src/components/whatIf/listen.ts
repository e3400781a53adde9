import type { WhatIfPage, WhatIfScript } from '../../whatIf/model.ts';
import type { Toggle } from '../../whatIf/start.ts';

const host = document.querySelector<HTMLElement>('what-if');
const button = host?.querySelector('button');
const note = host?.querySelector<HTMLElement>('[role=status]');
let started: Promise<Toggle> | undefined;

/** Fetches everything behind the button: the panel, what it knows of the problem, its formulas. */
async function load(button: HTMLButtonElement, { source, home = '' }: DOMStringMap) {
  const [{ start }, page, script] = await Promise.all([
    import('../../whatIf/start.ts'),
    fetch(`${source}.json`).then((response): Promise<WhatIfPage> => response.json()),
    import(/* @vite-ignore */ `${source}.js`) as Promise<{ default: WhatIfScript }>,
  ]);
  return start(home, button, page, script.default);
}

if (host && button && note) {
  const { dataset } = document.documentElement;
  const toggle = async () => {
    started ??= load(button, host.dataset);
    note.hidden = true;
    try {
      (await started)(button.ariaExpanded !== 'true');
    } catch {
      started = undefined;
      note.hidden = false;
    }
    delete dataset['arriving'];
  };
  button.onclick = toggle;
  // An address that carries changed inputs opens with them.
  if ('arriving' in dataset) void toggle();
}
