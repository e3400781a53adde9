import type { FaultKind } from '../kind.ts';

/** The test writes these lines as Latin-1. */
export const encodingKinds: readonly FaultKind[] = [
  {
    name: 'a line in Latin-1',
    files: /\.(?:md|yaml)$/,
    rule: 'encoding',
    count: 8,
    fits: (line) => /^(?:[A-Z][a-z ]{20}| +(?:label|why|because): [A-Za-z]+ [a-z]+ )/.test(line),
    change: (line) => [line.replace(/[a-z] /, 'é ')],
  },
];
