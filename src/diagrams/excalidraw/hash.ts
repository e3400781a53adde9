/** FNV-1a over UTF-16 code units, 32 bits, unsigned: seeds and short ids that never change between builds. */
export function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return value >>> 0;
}

/** A positive 31-bit seed for rough lines; never 0, which means "random" to roughjs. */
export function seedOf(text: string): number {
  return hash(text) & 0x7fffffff || 1;
}
