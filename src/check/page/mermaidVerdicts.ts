import { withDiagrams } from '../diagrams.ts';
import type { CheckReport, DiagramVerdict } from '../report.ts';
import { Desk } from './desk.ts';
import type { DiagramJob } from './messages.ts';

/** Most diagrams that are parsed at a time. */
const mostAsked = 100;

/** What Mermaid says of each diagram; it is loaded when a text has one, and not before. */
export class MermaidVerdicts {
  readonly #desk = new Desk<Omit<DiagramJob, 'id'>, DiagramVerdict[]>(
    () => new Worker(new URL('./diagramWorker.ts', import.meta.url), { type: 'module' }),
    20_000,
  );
  readonly #known = new Map<string, DiagramVerdict>();

  /** Asks of the diagrams that are new; tells whether there were any. */
  async ask({ answer }: CheckReport): Promise<boolean> {
    const known = this.#known;
    const sources = [...new Set(answer?.diagrams.map(({ source }) => source))].filter(
      (source) => !known.has(source),
    );
    if (sources.length === 0) return false;
    // Asked once, whatever comes of it.
    for (const source of sources) known.set(source, undefined);
    const verdicts = await this.#desk
      .ask({ sources: sources.slice(0, mostAsked) })
      .catch((): DiagramVerdict[] => []);
    sources.forEach((source, index) => {
      known.set(source, verdicts[index]);
    });
    return true;
  }

  /** A report with what is known of its diagrams. */
  addTo(report: CheckReport): CheckReport {
    return withDiagrams(report, this.#known);
  }
}
