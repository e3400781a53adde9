/** How far a factor is from one, at least 1. */
export function apart(ratio: number): number {
  return ratio > 0 ? Math.max(ratio, 1 / ratio) : Number.POSITIVE_INFINITY;
}

/** A factor of a thousand, a million …: a prefix that slipped. */
export function isSlip(ratio: number): boolean {
  const power = Math.log10(ratio) / 3;
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 0.007;
}

/** A power of ten that no factor left unsaid explains. */
export function isZeros(ratio: number): boolean {
  const power = Math.log10(ratio);
  return Math.abs(power - Math.round(power)) < 0.006 && (power < -0.5 || power > 1.5);
}

/** A wrong number of zeros: ten, a hundred, a thousand … times as much, or as little. */
export function isTens(ratio: number): boolean {
  const power = Math.log10(ratio);
  return Math.abs(power) > 0.5 && Math.abs(power - Math.round(power)) < 0.03;
}

/** A length of time taken for another: a day for a week, a month for a year. */
export function isTimeSlip(ratio: number): boolean {
  const factors = [7, 12, 365 / 30, 24, 30, 52, 60, 365, 1440, 3600, 86_400];
  return factors.some((factor) => near(ratio, factor, 1.03));
}

/** Whether a factor, or its inverse, is near to another one. */
export function near(ratio: number, factor: number, within = 1.05): boolean {
  return apart(ratio / factor) <= within || apart(ratio * factor) <= within;
}
