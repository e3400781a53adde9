/** A seeded source of numbers from 0 to 1 (mulberry32): tests repeat themselves. */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const pieces = [
  '1',
  '10',
  '86,400',
  '1e9',
  '2^40',
  '10^',
  '1e999',
  '0',
  '-1',
  '.5',
  '1.000.000',
  '1,0,0',
  '∞',
  'NaN',
  '×',
  '*',
  'x',
  '÷',
  '/',
  '+',
  '-',
  '=',
  '≈',
  '~',
  '→',
  '=>',
  '^',
  '%',
  '$',
  '(',
  ')',
  '((',
  '))',
  '[',
  ']',
  '{',
  '}',
  'K',
  'M',
  'B',
  'GB',
  'Gbps',
  '/s',
  ' per day',
  ' every ',
  'QPS',
  ' of ',
  ' and ',
  'ceil(',
  '|',
  '\n',
  '\n\n',
  '```',
  '```\n',
  '\n| a | how |\n|---|---|\n| ',
  '\\frac{',
  '\\times',
  '{{a}}',
  '<br>',
  '<script>alert(1)</script>',
  '**',
  '_',
  '`',
  '&times;',
  '- ',
  '  - ',
  '> ',
  '# ',
  '\u0000',
  '\ud800',
  '\u202e',
  '💥',
  'ﬃ',
  '１２',
  'é',
  ' ',
  '  ',
  '\t',
  'users',
  'bytes',
  'a'.repeat(50),
];

/** A text made of what arithmetic is made of, in no order, or of arbitrary characters. */
export function strangeText(next: () => number): string {
  const length = Math.floor(next() ** 2 * 120);
  const isArbitrary = next() < 0.2;
  return Array.from({ length }, () =>
    isArbitrary
      ? String.fromCharCode(Math.floor(next() * 0xffff))
      : `${pieces[Math.floor(next() * pieces.length)] ?? ''}${next() < 0.5 ? ' ' : ''}`,
  ).join('');
}
