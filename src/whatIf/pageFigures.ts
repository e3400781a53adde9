import { clean } from '../quantities/numerals.ts';
import {
  directionOf,
  type Figures,
  type Flip,
  readFlips,
  showFigure,
  presentValue,
} from './figures.ts';
import { write } from './write.ts';

/** How long the hand must rest before figures out of sight follow, in milliseconds. */
const rest = 150;
/** How many of them are printed at once, so that no answer waits for a long layout. */
const portion = 12;

/**
 * Takes hold of the figures and tipping points of the open page and of the panel. The function
 * returned prints the present ones: those in sight at once, the others when the hand rests, and
 * then calls back.
 */
export function followFigures(figures: Figures): (onDone: () => void) => void {
  /** Known as soon as the browser has looked; till then everything is awaited. */
  let inSight: Set<Element> | undefined;
  const sight = new IntersectionObserver((entries) => {
    inSight ??= new Set();
    for (const { target, isIntersecting } of entries) {
      inSight[isIntersecting ? 'add' : 'delete'](target);
    }
  });
  const printers = [
    ...document.querySelectorAll<HTMLDataElement>(':is(main, .what-if) [data-quantity]'),
  ].map((element) => {
    sight.observe(element);
    return { element, print: printerOf(figures, element) };
  });
  const places = document.querySelectorAll<HTMLElement>('[data-flip]');
  let timer: ReturnType<typeof setTimeout> | undefined;

  return (onDone) => {
    const flips = readFlips(figures);
    for (const place of places) {
      const { holds, reading } = flips[Number(place.dataset['flip'])] as Flip;
      place.toggleAttribute('data-holds', holds);
      write(place.querySelector('[data-reading]'), holds ? reading : '');
    }
    const waiting = printers.filter(({ element, print }) => {
      const isAwaited = !inSight || inSight.has(element) || element.closest('[data-holds]');
      if (isAwaited) print();
      return !isAwaited;
    });
    const printPortion = () => {
      for (const { print } of waiting.splice(0, portion)) print();
      follow(0);
    };
    const follow = (delay: number) => {
      if (waiting.length > 0) timer = setTimeout(printPortion, delay);
      else onDone();
    };
    clearTimeout(timer);
    follow(rest);
  };
}

/** What prints one figure, and marks it if that is not what was built. */
function printerOf(figures: Figures, element: HTMLDataElement): () => void {
  const { value, dataset } = element;
  const { quantity = '', form, working } = dataset;
  // What was built may have spaces around it.
  const built = element.textContent.trim();
  let shown = built;
  return () => {
    const text = showFigure(figures, quantity, form);
    if (text === shown) return;
    shown = text;
    write(element, text);
    const way = directionOf(figures, quantity);
    element.value = way ? `${clean(presentValue(figures, quantity))}` : value;
    if (text === built) delete dataset['changed'];
    else dataset['changed'] = way ?? 'within';
    // What a figure says when it is asked.
    if (working) {
      const now = showFigure(figures, quantity, 'working');
      dataset['working'] = text === built ? working : `${now} (${built} at the default inputs)`;
    }
  };
}
