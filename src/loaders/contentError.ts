import { AstroError } from 'astro/errors';
import { type Fault, formatFault } from '../faults/fault.ts';

/** Stops a build with every fault of the content, one a line. */
export function contentError(faults: readonly Fault[], hint = ''): AstroError {
  const count = `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the content`;
  const error = new AstroError(
    [count, ...faults.map(formatFault)].join('\n'),
    `Each line names file, line, column and rule. ${hint}`.trimEnd(),
  );
  // An author's mistake is not ours: no trace through our code.
  error.stack = '';
  return error;
}
