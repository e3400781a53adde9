/** Largest file that is read, and largest sum of an archive's texts, in bytes. */
export const largestInput = 8_000_000;

/** Says that a file of so many bytes is not read. */
export function tooLarge(path: string, size: number): string {
  const mega = (count: number) => `${Math.round(count / 1e6)} MB`;
  return `${path}: ${mega(size)} or more is too large; up to ${mega(largestInput)} are read`;
}
