import type { AnswerTemplate } from '../contract/answerFormat.ts';
import { checkTexts } from './report.ts';

/** Something of each kind that a check reads: prose, lists, a table, a fence, calculations. */
const body = `Readers ask for 200 M pages a day, so **200M / 86,400 ≈ 2,315/s**, and 2,315 × 3 = 6,945/s at peak.

- Storage: 50M × 2 KB = 100 GB/day
  - 100 GB × 365 = 36.5 TB
- Why not one server? It stands alone ([more](https://example.org)).

| what | how | result |
|---|---|---|
| traffic | 2,315/s × 2 KB | 4.6 MB/s |

\`\`\`text
client -> server -> store
\`\`\`
`;

/** After so many rounds a first text is checked in half the time; more gain little. */
const rounds = 8;

/**
 * Checks a made-up text in every format, a few times, so that the first text of a reader finds the
 * code compiled. Pauses after each, so that a reader who comes meanwhile need not wait.
 */
export function* warmUp(templates: readonly AnswerTemplate[]): Generator<void> {
  for (let round = 0; round < rounds; round += 1) {
    for (const { contract } of templates) {
      const text = contract.sections.map(({ heading }) => `## ${heading}\n\n${body}`).join('\n');
      checkTexts(templates, [{ path: '', text }], contract.id);
      yield;
    }
  }
}
