/**
 * A line as people write it, with its label. `is` and `says` are worked out by hand in one common
 * unit (a plain number, bytes, seconds …) and never by the auditor; lines without them claim
 * nothing that could be judged. `unit` marks a line whose mistake is the unit itself.
 */
export interface CorpusLine {
  text: string;
  /** What the calculation comes to. */
  is?: number;
  /** What the line says that it comes to. */
  says?: number;
  unit?: true;
}

/** A claim: the line, what it comes to, what it says. */
export const claim = (text: string, is: number, says: number): CorpusLine => ({ text, is, says });
/** A claim whose unit is wrong, whatever its figures. */
export const unit = (text: string, is?: number, says?: number): CorpusLine => ({
  text,
  ...(is !== undefined && { is }),
  ...(says !== undefined && { says }),
  unit: true,
});
/** A line on which silence is right. */
export const silence = (text: string): CorpusLine => ({ text });

export const KB = 1e3;
export const MB = 1e6;
export const GB = 1e9;
export const TB = 1e12;
export const PB = 1e15;
export const day = 86_400;
export const month = 30 * day;
export const year = 365 * day;
