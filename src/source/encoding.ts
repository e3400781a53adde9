import type { Fault } from '../faults/fault.ts';

/** What a text that was read as UTF-8 shows of another encoding, the first place of it. */
const traces = [
  // A decoder puts U+FFFD where bytes are no UTF-8.
  { sign: '\uFFFD', message: 'the file is not UTF-8 here', expected: 'UTF-8 text' },
  { sign: '\uFEFF', message: 'a byte order mark stands here', expected: 'UTF-8 without it' },
  { sign: '\u0000', message: 'a zero byte stands here', expected: 'UTF-8 text' },
];

/** Rule `encoding`: a file that is not UTF-8, or begins with a byte order mark. */
export function checkEncoding({ path, text }: { path: string; text: string }): Fault[] {
  for (const { sign, message, expected } of traces) {
    const offset = text.indexOf(sign);
    if (offset === -1) continue;
    const before = text.slice(0, offset).split('\n');
    const column = (before.at(-1)?.length ?? 0) + 1;
    return [{ path, line: before.length, column, rule: 'encoding', message, expected }];
  }
  return [];
}
