import type { CheckFinding, CheckReport } from './report.ts';

/** How a whole text came out; the page gives each a sign and a colour. */
export type Outcome = 'right' | 'likely' | 'wrong' | 'nothing';

/** The outcome in a word or two, and what it is made of. */
export interface Verdict {
  outcome: Outcome;
  title: string;
  detail: string;
}

/** `1 finding`, `3 findings`. */
export function plural(count: number, noun: string): string {
  return `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;
}

/** Sums a report up in words. */
export function sayVerdict({ answer, findings, sound }: CheckReport): Verdict {
  const results = findings.filter(({ kind }) => kind === 'arithmetic').length;
  const likely = findings.filter(isLikely).length;
  const surely = findings.length - results - likely;
  const parts = [
    surely > 0 && `${plural(surely, 'thing')} missing or off`,
    results > 0 && `${plural(results, 'result')} wrong`,
    likely > 0 && `${plural(likely, 'thing')} likely missing`,
  ].filter((part) => part !== false);
  const read = results + sound.length;
  const checked = read === 0 ? 'No calculation was read.' : `${plural(read, 'result')} read.`;
  if (findings.length > 0) {
    const isOnlyLikely = findings.length === likely;
    const isScored = answer !== undefined && results > 0;
    const scored = isScored ? ' The score is for what the format asks, not for results.' : '';
    return {
      outcome: isOnlyLikely ? 'likely' : 'wrong',
      title: plural(findings.length, 'finding'),
      detail: `${parts.join(', ')}. ${checked}${scored}`,
    };
  }
  if (answer === undefined && read === 0)
    return { outcome: 'nothing', title: 'Nothing to judge yet', detail: checked };
  return { outcome: 'right', title: 'Nothing to mend', detail: checked };
}

/** Whether a finding is matched by meaning only. */
export function isLikely(finding: CheckFinding): boolean {
  return finding.kind === 'contract' && finding.likely === true;
}

/** A factor as a reader takes it: `10 times too much`. */
export function sayFactor(ratio: number): string {
  const size = Number((ratio >= 1 ? ratio : 1 / ratio).toPrecision(3));
  return `${size.toLocaleString('en-US')} times too ${ratio >= 1 ? 'much' : 'little'}`;
}

/** A group of findings: a section of the format, or the whole text. */
export interface FindingGroup {
  id: string;
  title: string;
  /** `3 of 5`; left out for the whole. */
  points?: string;
  findings: CheckFinding[];
}

/** Findings by section in the order of the contract, those of the whole first. */
export function groupFindings({ answer, findings }: CheckReport): FindingGroup[] {
  const whole = findings.filter(({ section }) => section === undefined);
  const title = answer === undefined ? 'Calculations' : 'The whole text';
  const groups: FindingGroup[] = [{ id: '', title, findings: whole }];
  for (const { id, heading, points, of } of answer?.sections ?? []) {
    const own = findings.filter(({ section }) => section === id);
    groups.push({ id, title: heading, points: `${points} of ${of}`, findings: own });
  }
  return groups.filter((group) => group.findings.length > 0);
}
