import { auditText } from '../audit/audit.ts';

/**
 * A worked design with three deliberate faults, so that one sees what the check does: one section
 * gone, one question too few to ask, one result ten times too large.
 */
export function spoil(text: string): string {
  return dropSection(slip(dropQuestion(text)), 'security').trimStart();
}

/** Takes the section out whose heading holds a word. */
function dropSection(text: string, word: string): string {
  const sections = text.split(/^(?=## )/m);
  const kept = sections.filter(
    (section) => !/^## .*/.exec(section)?.[0].toLowerCase().includes(word),
  );
  if (kept.length !== sections.length - 1) throw new Error(`no section on ${word} to take out`);
  return kept.join('');
}

/** Takes the last question that is answered out of the last section, with its answer. */
function dropQuestion(text: string): string {
  const start = text.lastIndexOf('\n### ');
  if (start === -1) throw new Error('no question to take out');
  return `${text.slice(0, start).trimEnd()}\n`;
}

/** Makes the first result of a chain ten times as large. */
function slip(text: string): string {
  const claim = auditText(text).find(
    ({ verdict, stated }) => verdict === 'right' && /^\d[\d.,]* [kM]\b/.test(stated),
  );
  if (claim === undefined) throw new Error('no result to change');
  const end = claim.start + text.slice(claim.start, claim.end).lastIndexOf(claim.stated);
  const number = /^[\d.,]+/.exec(claim.stated)?.[0] ?? '';
  const larger = String(Number((Number(number.replaceAll(',', '')) * 10).toPrecision(6)));
  return text.slice(0, end) + larger + text.slice(end + number.length);
}
