import type { DiagramPool } from './pool.ts';

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
  if (verdict.status === 'faulty') return [{ rule: 'diagram-syntax', ...verdict.fault }];
  const faults: DiagramFault[] = [];
  if (verdict.title === '') {
    faults.push({
      rule: 'diagram-title',
      line: 1,
      message: 'the diagram has no title',
      expected: 'a line `accTitle: …` that names what it shows',
    });
  }
  if (verdict.description === '') {
    faults.push({
      rule: 'diagram-description',
      line: 1,
      message: 'the diagram has no description',
      expected: 'a line `accDescr: …` that says what one would see',
    });
  }
  return faults;
}
