/** How far below the top a heading may stand and still be the one that is read, in pixels. */
const readingLine = 240;

/** The heading of what is being read: the last one above the reading line. */
export function currentHeading(headings: Iterable<HTMLElement>): HTMLElement | undefined {
  let current: HTMLElement | undefined;
  for (const heading of headings) {
    if (heading.getBoundingClientRect().top > readingLine) break;
    current = heading;
  }
  return current;
}
