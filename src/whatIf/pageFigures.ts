import { clean } from '../quantities/numerals.ts';
import type { Calculator, FlipState } from './calculator.ts';

/** How long the hand must rest before figures out of sight follow, in milliseconds. */
const rest = 150;
/** How many of them are printed at once, so that no answer waits for a long layout. */
const portion = 16;

/**
 * Takes hold of the figures of the page that is open. The function returned prints the present
 * ones in place, those in sight first, marks what differs from the built ones, and counts it.
 */
export function pageFigures({ changes, direction, show, explain, valueFor }: Calculator) {
  const inSight = new Set<Element>();
  const sight = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        inSight[isIntersecting ? 'add' : 'delete'](target);
      }
    },
    { rootMargin: '20%' },
  );
  const figures = [...document.querySelectorAll<HTMLDataElement>('main [data-quantity]')].map(
    (element) => {
      const { value, dataset, textContent } = element;
      const { quantity = '', form, working } = dataset;
      // What a figure says when it is asked is worked out when it is asked.
      if (working !== undefined) {
        element.onpointerenter = element.onfocus = () => {
          dataset['working'] = Object.keys(changes()).length > 0 ? explain(quantity) : working;
        };
      }
      sight.observe(element);
      return { element, quantity, form, value, built: textContent.trim() };
    },
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (): number => {
    const later: (() => void)[] = [];
    let count = 0;
    for (const { element, quantity, form, value, built } of figures) {
      const text = show(quantity, form);
      const isChanged = text !== built;
      count += Number(isChanged);
      if (element.textContent?.trim() === text) continue;
      const print = () => {
        const way = direction(quantity);
        element.textContent = text;
        element.value = way ? String(clean(valueFor(quantity))) : value;
        if (isChanged) element.dataset['changed'] = way ?? 'within';
        else delete element.dataset['changed'];
      };
      if (inSight.size > 0 && !inSight.has(element)) later.push(print);
      else print();
    }
    const follow = () => {
      for (const print of later.splice(0, portion)) print();
      if (later.length > 0) timer = setTimeout(follow);
    };
    clearTimeout(timer);
    timer = setTimeout(follow, rest);
    return count;
  };
}

/** Says at each decision of the page whether it has flipped. */
export function markDecisions({ model }: Calculator, flips: readonly FlipState[][]): void {
  model.decisions.forEach(({ id }, nth) => {
    const section = document.querySelector(`[data-decision="${id}"]`);
    const states = flips[nth] ?? [];
    section?.toggleAttribute('data-flipped', states.some(isFlipped));
    section?.querySelectorAll('[data-reading]').forEach((place, at) => {
      const { holds, reading } = states[at] as FlipState;
      place.parentElement?.toggleAttribute('data-holds', holds);
      place.textContent = holds ? reading : '';
    });
  });
}

export const isFlipped = ({ holds }: FlipState) => holds;
