/**
 * Takes the noise off a floating point result: the integer that it is nearly equal to
 * (within 1 part in 10^12), else 12 significant digits.
 */
export function clean(value: number): number {
  if (!Number.isFinite(value) || value === 0) return value === 0 ? 0 : value;
  const integer = Math.round(value);
  const nearly = Math.abs(value - integer) <= 1e-12 * Math.abs(value);
  if (nearly && Number.isSafeInteger(integer)) return integer;
  return Number(value.toPrecision(12));
}

/** The value at `digits` significant digits; ties go away from zero. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toPrecision(digits));
}

/** A finite number in decimal notation, never with an exponent: `86400`, `-0.0000004`. */
export function plainNumber(value: number): string {
  const text = String(value === 0 ? 0 : value);
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', exponent = '0'] = match;
  const power = Number(exponent);
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${first}${rest}`;
  return `${sign}${first}${rest.padEnd(power, '0')}`;
}

/** Decimal notation with thousands separators and a true minus sign: `−1,234.5`. */
export function groupedNumber(value: number): string {
  const [integer = '', fraction] = plainNumber(Math.abs(value)).split('.');
  const grouped = integer.replace(/\B(?=(?:\d{3})+$)/g, ',');
  const sign = value < 0 ? '−' : '';
  return fraction === undefined ? `${sign}${grouped}` : `${sign}${grouped}.${fraction}`;
}
