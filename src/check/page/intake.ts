import { largestInput, tooLarge } from '../limits.ts';
import type { Checker } from './checker.ts';
import type { Read } from './messages.ts';

/** Reads files; what cannot be read becomes a line that says why. */
export async function takeFiles(files: readonly File[], checker: Checker): Promise<Read> {
  const large = files.find(({ size }) => size > largestInput);
  return large === undefined
    ? checker.read(files)
    : { files: [], faults: [tooLarge(large.name, large.size)] };
}

/** Calls back with the files that are dropped on an element, and marks it while they hover. */
export function onDrop(target: HTMLElement, take: (files: readonly File[]) => void): void {
  target.addEventListener('dragover', (event) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    target.setAttribute('data-dropping', '');
  });
  target.addEventListener('dragleave', () => target.removeAttribute('data-dropping'));
  target.addEventListener('drop', (event) => {
    target.removeAttribute('data-dropping');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    take(files);
  });
}
