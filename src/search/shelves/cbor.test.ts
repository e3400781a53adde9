import { describe, expect, it } from 'vitest';
import { type Cbor, readCbor, writeCbor } from './cbor.ts';

const items: Cbor[] = [
  0,
  23,
  24,
  255,
  256,
  65_535,
  -1,
  -24,
  -25,
  -300,
  '',
  'é',
  'word '.repeat(60),
];

describe('CBOR', () => {
  it.each([...items, items, [[], [items]]])('reads what it wrote: %j', (item) => {
    expect(readCbor(writeCbor(item))).toEqual(item);
  });

  it('is written as RFC 8949 has it', () => {
    expect([...writeCbor([1, -500, 'IETF', [100]])]).toEqual([
      0x84, 0x01, 0x39, 0x01, 0xf3, 0x64, 0x49, 0x45, 0x54, 0x46, 0x81, 0x18, 0x64,
    ]);
  });

  it('names what Pagefind does not write', () => {
    expect(() => readCbor(Uint8Array.of(0xa0))).toThrow('a kind of item');
    expect(() => writeCbor(70_000)).toThrow('70000');
  });
});
