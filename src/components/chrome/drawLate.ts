/** What content.css leaves undrawn at first, all of a text below its first screens; SheetPage.astro; and PromptBlock.astro. */
const late =
  '.sl-container > .sl-markdown-content > :is(:nth-child(n + 3), .sheet + .sheet), .sheet .columns > ul, .portion';

/** How many letters are drawn at a time: on a slow phone they take less than a twentieth of a second. */
const letters = 1500;

/** Shows the icons of headings in the second frame, so that the first need not wait for their font. */
export function drawIcons(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.documentElement.setAttribute('data-icons', '')),
  );
}

/** Draws what lies below the first screens piece by piece, so that no piece keeps the page from answering. */
export function drawLate(): void {
  const left = [...document.querySelectorAll<HTMLElement>(late)];
  const draw = (most: number) => {
    for (let drawn = 0; drawn < most && left.length > 0;) {
      const block = left.shift();
      block?.style.setProperty('content-visibility', 'visible');
      drawn += block?.textContent.length ?? 0;
    }
    if (left.length > 0) goOn();
  };
  const goOn = () => setTimeout(() => requestAnimationFrame(() => draw(letters)), 30);
  const drawAll = () => draw(Number.POSITIVE_INFINITY);
  // Whoever goes somewhere, searches the page or prints it needs every line in its place.
  for (const event of ['click', 'keydown']) {
    addEventListener(event, drawAll, { capture: true, once: true });
  }
  addEventListener('beforeprint', drawAll, { once: true });
  // Not at once: the browser lays the page out for the first time behind this event.
  addEventListener('load', goOn, { once: true });
}
