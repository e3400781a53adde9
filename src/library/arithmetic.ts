import { auditText } from '../audit/audit.ts';
import type { Fault } from '../faults/fault.ts';
import { fillToken, scanPlaceholders } from '../quantities/placeholder.ts';
import type { Quantities } from '../quantities/quantity.ts';

/** What the auditor made of a file's arithmetic. */
export interface AuditedArithmetic {
  /** Results that were worked out again. */
  results: number;
  /** Those that are wrong: rule `arithmetic`. */
  faults: Fault[];
}

interface Text {
  path: string;
  /** Markdown with placeholders, as it stands in the file. */
  body: string;
  /** The same with the figures as words. */
  filled: string;
  /** Lines that stand before the body in the file. */
  linesBefore: number;
}

/** Works out again what a text claims to compute, as its reader gets it; faults stand at the places of the file. */
export function checkArithmetic(
  { path, body, filled, linesBefore }: Text,
  quantities: Quantities,
): AuditedArithmetic {
  const findings = auditText(filled);
  const wrong = findings.filter(({ verdict }) => verdict === 'wrong' || verdict === 'unit');
  const faults = wrong.map(({ start, text, message }): Fault => {
    const before = body.slice(0, sourceOffset(body, quantities, start)).split('\n');
    return {
      path,
      line: linesBefore + before.length,
      column: (before.at(-1)?.length ?? 0) + 1,
      rule: 'arithmetic',
      message: `in “${text}”, ${message}`,
    };
  });
  return { results: findings.length, faults };
}

/** Where a code unit of the filled text comes from: of a figure that was put in, its placeholder's start. */
function sourceOffset(body: string, quantities: Quantities, offset: number): number {
  let filled = 0;
  for (const token of scanPlaceholders(body)) {
    const filling = fillToken(token, quantities);
    const { length } = filling.ok ? filling.text : body.slice(token.start, token.end);
    if (offset < filled + length) {
      return token.kind === 'text'
        ? Math.min(token.start + offset - filled, token.end)
        : token.start;
    }
    filled += length;
  }
  return body.length;
}
