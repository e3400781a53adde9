import type { SyntaxFault } from './outcome.ts';
import type { DiagramPool } from './pool.ts';
import type { Words } from './words.ts';

/** A thing wrong with a diagram, its line counted from the diagram's first. */
export interface DiagramFault {
  rule: 'diagram-syntax' | 'diagram-title' | 'diagram-description';
  line: number;
  message: string;
  expected?: string;
}

/** All that is wrong with a Mermaid source: its syntax, or else what it lacks for those who can't see it. */
export async function checkDiagram(pool: DiagramPool, source: string): Promise<DiagramFault[]> {
  const verdict = await pool.check(source);
  return verdict.status === 'faulty' ? [syntaxFault(verdict.fault)] : missingWords(verdict);
}

/** What mermaid says against a source, as a fault. */
export function syntaxFault(fault: SyntaxFault): DiagramFault {
  return { rule: 'diagram-syntax', ...fault };
}

/** What a diagram lacks for those who can't see it. */
export function missingWords({ title, description }: Words): DiagramFault[] {
  const faults: DiagramFault[] = [];
  if (title === '') {
    faults.push({
      rule: 'diagram-title',
      line: 1,
      message: 'the diagram has no title',
      expected: 'a line `accTitle: …` that names what it shows',
    });
  }
  if (description === '') {
    faults.push({
      rule: 'diagram-description',
      line: 1,
      message: 'the diagram has no description',
      expected: 'a line `accDescr: …` that says what one would see',
    });
  }
  return faults;
}
