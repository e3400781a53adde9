/**
 * Puts a text into a place that holds one, or nothing. A text that changes costs the browser less
 * than a new one, which it must hold against every `:has()` of the page; the same text costs nothing.
 */
export function write(place: Element | null, text: string): void {
  const node = place?.firstChild ?? place?.appendChild(new Text());
  if (node && node.nodeValue !== text) node.nodeValue = text;
}
