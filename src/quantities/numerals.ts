/**
 * Takes the noise off a floating point result: the integer that it is nearly equal to
 * (within 1 part in 10^12), else 12 significant digits.
 */
export function clean(value: number): number {
  const integer = Math.round(value);
  const isNear = Math.abs(value - integer) <= 1e-12 * Math.abs(value);
  // Zero has no sign.
  return isNear && Number.isSafeInteger(integer) ? integer || 0 : roundTo(value, 12);
}

/** The value at `digits` significant digits; ties go away from zero. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** As many digits as it takes; 20 behind the point are the most that every browser knows. */
const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 20 });

/** A finite number in decimal notation, never with an exponent: `86400`, `-0.0000004`. */
export function plainNumber(value: number): string {
  return decimal.format(value || 0).replaceAll(',', '');
}

/** Decimal notation with thousands separators and a true minus sign: `−1,234.5`. */
export function groupedNumber(value: number): string {
  return decimal.format(value || 0).replace('-', '−');
}
