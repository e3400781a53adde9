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

/** Whether a factor, or its inverse, is near to another one. */
export function near(ratio: number, factor: number, within = 1.05): boolean {
  return apart(ratio / factor) <= within || apart(ratio * factor) <= within;
}
