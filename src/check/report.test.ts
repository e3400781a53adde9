import { describe, expect, it } from 'vitest';
import { strangeText } from '../audit/corpus/strange.ts';
import { readLibrary } from '../library/library.ts';
import { readContentFolder } from '../loaders/contentFolder.ts';
import { formatIds } from '../schemas/format.ts';
import { spoil } from './example.ts';
import { withDiagrams } from './diagrams.ts';
import { checkTexts } from './report.ts';
import { writeSummary } from './summary.ts';
import { groupFindings, sayVerdict } from './words.ts';
import { randomFrom } from '../random.ts';

const { templates, problems } = readLibrary(await readContentFolder('.'));
const design = (format: string) =>
  problems.flatMap(({ designs }) => designs).find((one) => one.format === format)?.pages ?? [];
const spoken = design('spoken')[0]?.filled.text ?? '';
const check = (text: string) => checkTexts(templates, [{ path: 'a.md', text }]);

describe('the example', () => {
  const report = check(spoil(spoken));

  it('has three faults and no more', () => {
    expect(report.findings.map(({ rule }) => rule).sort()).toEqual([
      'arithmetic',
      'heading-missing',
      'need-qa',
    ]);
    expect(sayVerdict(report)).toMatchObject({ outcome: 'wrong', title: '3 findings' });
  });

  it('is summed up in Markdown, by section', () => {
    const summary = writeSummary(report, { manyFiles: false });
    expect(summary).toMatch(/^# Check: Spoken answer, \d\d of 100\n\n3 findings\. /);
    for (const { title } of groupFindings(report)) expect(summary).toContain(`## ${title}`);
    expect(summary).toMatch(/- Line \d+: /);
  });
});

describe('a report', () => {
  it('puts wrong results into their sections', () => {
    const text = spoken.replace(/^## 9\) .*$/m, (heading) => `2 × 3 GB = 60 GB\n\n${heading}`);
    const [finding] = check(text).findings.filter(({ kind }) => kind === 'arithmetic');
    expect(finding).toMatchObject({ kind: 'arithmetic', section: 'capacity', computed: '6 GB' });
  });

  it('says that a wrong result costs no points', () => {
    const report = check(spoken.replace(/^## 9\) .*$/m, '2 × 3 GB = 60 GB\n\n$&'));
    expect(report.answer?.score).toBe(100);
    expect(report.answer?.how).toMatch(/a wrong result or a section out of order, costs none$/);
    expect(sayVerdict(report).detail).toContain('The score is for what the format asks, not for');
  });

  it('judges calculations where there is no format', () => {
    const report = check('We need 2 × 3 GB = 60 GB.\n');
    expect(report.answer).toBeUndefined();
    expect(sayVerdict(report)).toEqual({
      outcome: 'wrong',
      title: '1 finding',
      detail: '1 result wrong. 1 result read.',
    });
  });

  it('has nothing to say of nothing', () => {
    expect(sayVerdict(check('Dear diary'))).toMatchObject({ outcome: 'nothing' });
    expect(sayVerdict(check(spoken))).toMatchObject({ outcome: 'right', title: 'Nothing to mend' });
  });

  it('takes up what Mermaid says, at the line in the text', () => {
    const source = 'flowchart TD\n  a -->';
    const text = spoken.replace(
      /^## 9\) .*$/m,
      (heading) => `\`\`\`mermaid\n${source}\n\`\`\`\n\n${heading}`,
    );
    const verdicts = new Map([[source, { line: 2, message: 'unexpected end' }]]);
    const fence = text.split('\n').indexOf('```mermaid') + 1;
    expect(withDiagrams(check(text), verdicts).findings).toContainEqual(
      expect.objectContaining({ rule: 'diagram-syntax', line: fence + 2, section: 'capacity' }),
    );
    expect(withDiagrams(check(text), new Map([[source, undefined]]))).toEqual(check(text));
  });
});

it('is made of 10,000 strange texts without a throw, none for over a second', () => {
  const next = randomFrom(11);
  let slowest = 0;
  for (let index = 0; index < 10_000; index += 1) {
    const format = formatIds[index % (2 * formatIds.length)];
    const files = [{ path: 'a.md', text: strangeText(next) }];
    const start = performance.now();
    writeSummary(checkTexts(templates, files, format), { manyFiles: index % 2 === 0 });
    slowest = Math.max(slowest, performance.now() - start);
  }
  expect(slowest).toBeLessThan(1000);
}, 240_000);
