import type { Verdict } from './judgement.ts';

interface Slip {
  factor: number;
  what: string;
}

/** Factors by which people slip, the surest first. */
const slips: readonly Slip[] = [
  { factor: 1e3, what: 'a prefix: K for M, MB for GB, or one step like it' },
  { factor: 1e6, what: 'a prefix, two steps: K for B, MB for TB' },
  { factor: 1e9, what: 'a prefix, three steps' },
  { factor: 8, what: 'bits for bytes' },
  { factor: 86_400, what: 'a day for a second' },
  { factor: 3600, what: 'an hour for a second' },
  { factor: 60, what: 'a minute for a second, or an hour for a minute' },
  { factor: 24, what: 'a day for an hour' },
  { factor: 30, what: 'a month for a day' },
  { factor: 365, what: 'a year for a day' },
  { factor: 12, what: 'a year for a month' },
  { factor: 7, what: 'a week for a day' },
  { factor: 10, what: 'a zero too many or too few' },
  { factor: 100, what: 'two zeros too many or too few, or a percentage' },
  { factor: 1024 / 1000, what: 'binary for decimal prefixes' },
  { factor: 1.048576, what: 'binary for decimal prefixes' },
  { factor: 1.073741824, what: 'binary for decimal prefixes' },
  { factor: 1.099511628, what: 'binary for decimal prefixes' },
];

/** The likely slip behind a factor; `undefined` when it looks like none. */
export function likelySlip(ratio: number, verdict: Verdict): string | undefined {
  if (verdict === 'right') return undefined;
  const size = ratio < 1 ? 1 / ratio : ratio;
  return slips.find(({ factor }) => Math.abs(size / factor - 1) < (factor > 2 ? 0.05 : 0.004))
    ?.what;
}
