import type { AnswerFile } from '../../contract/answerLines.ts';

/** What the page shows and would lose on a reload. */
export interface Kept {
  files: AnswerFile[];
  /** Id of the chosen format; empty where it is guessed. */
  format: string;
}

const key = 'worked-designs:check';
/** Changes when the shape of what is kept changes; older ones are dropped. */
const version = 1;

/** Keeps the texts in this tab until it is closed. What does not fit is not kept. */
export function keep({ files, format }: Kept): void {
  try {
    if (files.every(({ text }) => text === '')) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify({ version, files, format }));
  } catch {
    // Full or forbidden: the page works without.
  }
}

/** What was kept; `undefined` where there is nothing, or nothing of this shape. */
export function recall(): Kept | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return isKept(kept) ? { files: kept.files, format: kept.format } : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== 'object' || value === null) return false;
  const { version: found, files, format } = value as Record<string, unknown>;
  return (
    found === version &&
    typeof format === 'string' &&
    Array.isArray(files) &&
    files.length > 0 &&
    files.every((file) => typeof file?.path === 'string' && typeof file?.text === 'string')
  );
}
