import { measures, perPage, sayFigure, targets } from '../src/bench/summary.ts';
import type { Bench } from '../src/schemas/bench.ts';

/** The run as text, for a terminal. */
export function report({ growth, peers }: Bench): string {
  const lines: string[] = [];
  if (growth !== undefined) {
    lines.push('Growth');
    lines.push(
      table([
        [
          'problems',
          'pages',
          'sections',
          'build s',
          'ms/page',
          'memory MB',
          'page HTML',
          'index MB',
          'first search kB',
          'requests',
          'cold ms',
          'p50 ms',
          'p95 ms',
        ],
        ...growth.steps.map((step) => [
          String(step.problems),
          String(step.pages),
          String(step.sections),
          step.seconds.toFixed(1),
          perPage(step).toFixed(1),
          step.memory === undefined ? '–' : (step.memory / 1e6).toFixed(0),
          String(step.fixedPage),
          (step.index / 1e6).toFixed(1),
          step.searches.map(({ bytes }) => (bytes / 1000).toFixed(0)).join('/'),
          step.searches.map(({ requests }) => requests).join('/'),
          step.searches.map(({ time }) => time).join('/'),
          step.warm.p50.toFixed(1),
          step.warm.p95.toFixed(1),
        ]),
      ]),
    );
    for (const { what, limit, found, isMet } of targets(growth.steps)) {
      lines.push(
        `${isMet === undefined ? 'open' : isMet ? 'met ' : 'MISS'}  ${what}: ${found} (${limit})`,
      );
    }
    for (const { what, why } of growth.leftOut) lines.push(`left out: ${what}: ${why}`);
  }
  if (peers !== undefined) {
    lines.push('', 'Peers');
    lines.push(
      table([
        ['', ...peers.peers.map(({ name, version }) => `${name} ${version}`)],
        ...measures.map(({ title, unit, of }) => [
          title,
          ...peers.peers.map((peer) => sayFigure(of(peer), unit)),
        ]),
        ['Pages offline', ...peers.peers.map(({ offline }) => (offline.pages ? 'yes' : 'no'))],
        ['Search offline', ...peers.peers.map(({ offline }) => (offline.search ? 'yes' : 'no'))],
      ]),
    );
    for (const { what, why } of peers.leftOut) lines.push(`left out: ${what}: ${why}`);
  }
  return lines.join('\n');
}

/** Rows as columns of equal width. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
