/** What Pagefind's index is made of. */
export type Cbor = number | string | Cbor[];

/** Reads numbers, texts and arrays of known length: all of CBOR (RFC 8949) that Pagefind writes. */
export function readCbor(bytes: Uint8Array): Cbor {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  let at = 0;
  const readArgument = (short: number): number => {
    if (short < 24) return short;
    const size = 2 ** (short - 24);
    at += size;
    if (size === 1) return view.getUint8(at - 1);
    if (size === 2) return view.getUint16(at - 2);
    if (size === 4) return view.getUint32(at - 4);
    throw new Error(`CBOR at ${at}: a length or number that Pagefind does not write`);
  };
  const readItem = (): Cbor => {
    const head = view.getUint8(at);
    at += 1;
    const argument = readArgument(head & 31);
    switch (head >> 5) {
      case 0:
        return argument;
      case 1:
        return -1 - argument;
      case 3:
        at += argument;
        return decoder.decode(bytes.subarray(at - argument, at));
      case 4:
        return Array.from({ length: argument }, readItem);
      default:
        throw new Error(`CBOR at ${at}: a kind of item that Pagefind does not write`);
    }
  };
  return readItem();
}

/** Writes what `readCbor` reads. */
export function writeCbor(item: Cbor): Uint8Array {
  const bytes: number[] = [];
  const putHead = (kind: number, argument: number) => {
    const size = [24, 2 ** 8, 2 ** 16].findIndex((limit) => argument < limit);
    if (size === 0) bytes.push((kind << 5) | argument);
    else if (size === 1) bytes.push((kind << 5) | 24, argument);
    else if (size === 2) bytes.push((kind << 5) | 25, argument >> 8, argument & 255);
    else throw new Error(`${argument} is more than an index of Pagefind has here`);
  };
  const put = (one: Cbor) => {
    if (typeof one === 'number') {
      putHead(one < 0 ? 1 : 0, one < 0 ? -1 - one : one);
    } else if (typeof one === 'string') {
      const text = new TextEncoder().encode(one);
      putHead(3, text.length);
      bytes.push(...text);
    } else {
      putHead(4, one.length);
      one.forEach(put);
    }
  };
  put(item);
  return Uint8Array.from(bytes);
}
