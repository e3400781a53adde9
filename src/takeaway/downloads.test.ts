import { describe, expect, it } from 'vitest';
import { fillMarks, markedAddresses, sayBytes, sizeMark, sumMark, sumsFile } from './downloads.ts';

const digests = new Map([
  ['/b.zip', { bytes: 12_345, sum: 'bb' }],
  ['/a.txt', { bytes: 7, sum: 'aa' }],
]);

describe('marks of the downloads page', () => {
  const page = `<i>${sizeMark('/b.zip')}</i> ${sumMark('/b.zip')} ${sizeMark('/c.zip')}`;

  it('are filled with what is known', () => {
    expect(fillMarks(page, digests)).toBe('<i>12.3 kB</i> bb this copy');
  });

  it('say what the page lists', () => {
    expect(markedAddresses(page)).toEqual(['/b.zip', '/c.zip']);
  });
});

describe('sums', () => {
  it('are a line a file, sorted', () => {
    expect(sumsFile(digests)).toBe('aa  a.txt\nbb  b.zip\n');
  });
});

it('says sizes shortly', () => {
  expect([7, 1000, 99_960, 250_400, 3_456_789].map(sayBytes)).toEqual([
    '7 bytes',
    '1.0 kB',
    '100.0 kB',
    '250 kB',
    '3.5 MB',
  ]);
});
