/** How a number's size may be said behind it, and what it multiplies by. */
const magnitudes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  trillion: 1e12,
};

/**
 * Reads a number as people type it: `400 M`, `1.2 billion`, `20,000`, `4e8`, `4×10^8`.
 * Returns `undefined` for what is not one finite number.
 */
export function readNumber(text: string): number | undefined {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/(\d),(?=\d{3}(?:\D|$))/g, '$1')
    .replace(/\s*[×x*]\s*10\s*\^?\s*(?=[+-]?\d)/, 'e');
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?)\s*([a-z]*)$/.exec(plain);
  if (match === null) return undefined;
  const [, digits = '', word = ''] = match;
  const magnitude = word === '' ? 1 : magnitudes[word];
  const value = Number(digits) * (magnitude ?? Number.NaN);
  return Number.isFinite(value) ? value : undefined;
}
