/** How a number's size may be said behind it. */
const magnitudes: Readonly<Record<string, number>> = {
  K: 1e3,
  k: 1e3,
  thousand: 1e3,
  thousands: 1e3,
  hundred: 100,
  lakh: 1e5,
  lakhs: 1e5,
  crore: 1e7,
  crores: 1e7,
  M: 1e6,
  MM: 1e6,
  mn: 1e6,
  Mn: 1e6,
  mil: 1e6,
  mio: 1e6,
  mrd: 1e9,
  million: 1e6,
  millions: 1e6,
  B: 1e9,
  bn: 1e9,
  Bn: 1e9,
  billion: 1e9,
  billions: 1e9,
  T: 1e12,
  tn: 1e12,
  trillion: 1e12,
  quadrillion: 1e15,
};

/** A number as it stands in a text. */
export interface Numeral {
  value: number;
  /** What `1.500` is where a full stop parts thousands. */
  grouped?: number;
  /** What `5 B` is if `B` is a byte: the number without its magnitude. */
  bytes?: number;
  /** What `5m` is if it is minutes or milli, not millions: the number itself. */
  small?: number;
  /** Code units read. */
  length: number;
}

const digits =
  /(?:\d{1,3}(?:[,'_]\d{3})+(?![\d])|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3}(?:\.\d{3}){2,}(?![.\d])|\d{1,3}(?: \d{3})+(?![\d.,]\d|\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d{1,3}(?![\w.]))?/y;

const magnitude =
  /(?:\s{0,6}|-)(?:([KkMBT]|MM|mn|Mn|mil|mio\.?|mrd\.?|bn|Bn|tn)(?![A-Za-z0-9])|(thousands?|hundred|lakhs?|crores?|millions?|billions?|trillion|quadrillion)(?![A-Za-z0-9]))/iy;

/** `80Mdocuments`: a blank was left out, and it is no unit. */
const gluedMagnitude = /([KMB])(?!bits?\b|bytes?\b|bps\b|ega|ibi|ilo|illi|onth|inut)(?=[a-z]{4})/y;

/** What a size is that stands under a stroke without a number: `$0.40/million`. */
export function bareMagnitude(word: string): number | undefined {
  return /^(?:K|M|B|[Tt]housand|[MmBb]illion|[MB]n)$/.test(word)
    ? (magnitudes[word] ?? magnitudes[word.toLowerCase()])
    : undefined;
}

/** Reads the number that starts at an offset, with the magnitude that is said behind it. */
export function readNumeral(text: string, start: number): Numeral | undefined {
  digits.lastIndex = start;
  const match = digits.exec(text);
  if (match === null) return undefined;
  const [written] = match;
  let end = start + written.length;
  const dotted = /^\d{1,3}(?:\.\d{3}){2,}$/.test(written);
  const plain = written.replace(dotted ? /\./g : /[,'_ ]/g, '');
  let value = Number(plain);
  const comma = /^,\d{1,2}(?![\d,])/.exec(text.slice(end, end + 4));
  if (comma !== null && /^\d+$/.test(written)) {
    value = Number(`${plain}.${comma[0].slice(1)}`);
    end += comma[0].length;
  }
  const numeral: Numeral = { value, length: end - start };
  if (/^[1-9]\d{0,2}\.\d{3}$/.test(written)) numeral.grouped = Number(written.replace('.', ''));
  return withMagnitude(text, end, numeral);
}

function withMagnitude(text: string, end: number, numeral: Numeral): Numeral {
  magnitude.lastIndex = end;
  gluedMagnitude.lastIndex = end;
  const match = magnitude.exec(text) ?? gluedMagnitude.exec(text);
  const [whole = '', letter, word] = match ?? [];
  const name = letter?.replace('.', '') ?? word?.toLowerCase();
  // `-m` and the like are no magnitude; a small `b` or `t` is none either, nor a letter far behind.
  const isApart = letter !== undefined && (whole.startsWith('-') || /^\s{2}/.test(whole));
  if (name === undefined || isApart || /^[bt]$/.test(name)) return numeral;
  const factor = name === 'm' ? 1e6 : (magnitudes[name] ?? magnitudes[name.toLowerCase()]);
  if (factor === undefined) return numeral;
  const scaled: Numeral = {
    ...numeral,
    value: numeral.value * factor,
    length: numeral.length + whole.length,
  };
  if (numeral.grouped !== undefined) scaled.grouped = numeral.grouped * factor;
  // No one counts 1.2 bytes.
  if (name === 'B' && Number.isInteger(numeral.value)) scaled.bytes = numeral.value;
  if (name === 'm') scaled.small = numeral.value;
  return scaled;
}
