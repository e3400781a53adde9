/** A rewritten text that knows for each code unit where it came from. */
export interface Mapped {
  text: string;
  /** Offset in the source of each code unit of `text`. */
  at: readonly number[];
}

/** A slice of a source, unchanged. */
export function mapSlice(source: string, start: number, end: number): Mapped {
  return {
    text: source.slice(start, end),
    at: Array.from({ length: end - start }, (_, index) => start + index),
  };
}

/** Replaces every match; what is put in is mapped to the start of what it replaces. */
export function rewrite(
  mapped: Mapped,
  pattern: RegExp,
  replacement: (match: RegExpMatchArray) => string,
): Mapped {
  let text = '';
  const at: number[] = [];
  let done = 0;
  const copy = (end: number) => {
    text += mapped.text.slice(done, end);
    for (let index = done; index < end; index += 1) at.push(mapped.at[index] ?? 0);
  };
  for (const match of mapped.text.matchAll(pattern)) {
    copy(match.index);
    const put = replacement(match);
    text += put;
    for (let index = 0; index < put.length; index += 1) at.push(mapped.at[match.index] ?? 0);
    done = match.index + match[0].length;
  }
  if (done === 0 && text === '') return mapped;
  copy(mapped.text.length);
  return { text, at };
}

/** Joins texts, each as it is. */
export function join(parts: readonly Mapped[]): Mapped {
  return {
    text: parts.map(({ text }) => text).join(''),
    at: parts.flatMap(({ at }) => [...at]),
  };
}
