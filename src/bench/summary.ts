import type { GrowthStep, Peer } from '../schemas/bench.ts';

/** Gigabytes of JavaScript heap that each process of a measured build may have. */
export const heapLimit = 1.75;

/** A target of growth, and whether it is met. */
export interface Target {
  what: string;
  limit: string;
  found: string;
  /** `undefined`: not measured. */
  isMet: boolean | undefined;
}

/** The value below which a share of all lies, to a tenth. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor(sorted.length * share));
  return Number((sorted[index] ?? 0).toFixed(1));
}

/** Milliseconds of the build for one page. */
export function perPage({ seconds, pages }: Pick<GrowthStep, 'seconds' | 'pages'>): number {
  return (1000 * seconds) / pages;
}

/** Bytes until a page is shown. */
export function total(weight: Peer['weight']): number {
  return Object.values(weight).reduce((sum, bytes) => sum + bytes, 0);
}

/** Holds growth against what the design promises; the largest size counts, and is named. */
export function targets(steps: readonly GrowthStep[]): Target[] {
  const middle = steps.find(({ problems }) => problems === 50);
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  const at = `at ${last.problems} problems`;
  const ratio = middle && middle !== last ? perPage(last) / perPage(middle) : undefined;
  const grown = last.fixedPage - first.fixedPage;
  const heaviest = Math.max(...last.searches.map(({ bytes }) => bytes));
  return [
    {
      what: `Build time a page ${at}, against 50 problems`,
      limit: '≤ 1.2 ×',
      found: ratio === undefined ? 'not measured' : `${ratio.toFixed(2)} ×`,
      isMet: ratio === undefined ? undefined : ratio <= 1.2,
    },
    {
      what: `Memory of the build ${at}`,
      limit: '≤ 4 GB',
      found: last.memory === undefined ? 'not measured' : `${(last.memory / 1e9).toFixed(2)} GB`,
      isMet: last.memory === undefined ? undefined : last.memory <= 4e9,
    },
    {
      what: `Growth of one page’s HTML from ${first.problems} to ${last.problems} problems`,
      limit: '≤ 1,000 bytes',
      found: `${grown} bytes`,
      isMet: grown <= 1000,
    },
    {
      what: `First search ${at}, the heaviest of ${last.searches.length}`,
      limit: '≤ 160 kB',
      found: `${(heaviest / 1000).toFixed(0)} kB`,
      isMet: heaviest <= 160_000,
    },
    {
      what: `Keystroke to results, warm, p95 ${at}`,
      limit: '≤ 50 ms',
      found: `${last.warm.p95.toFixed(0)} ms`,
      isMet: last.warm.p95 <= 50,
    },
  ];
}

/** How many times as much one has as another, as text; empty where either is nothing. */
export function sayRatio(other: number | undefined, own: number | undefined): string {
  if (other === undefined || own === undefined || own === 0) return '';
  const times = other / own;
  return `${times.toFixed(times < 10 ? 2 : 0)} ×`;
}

/** A figure with its unit: two digits below ten. */
export function sayFigure(value: number | undefined, unit: string): string {
  if (value === undefined) return '–';
  const digits = unit === '' ? 3 : unit === 'ms' || value >= 100 ? 0 : 1;
  const number = value.toFixed(digits).replace(/\B(?=(\d{3})+$)/g, ',');
  return unit === '' ? number : `${number} ${unit}`;
}

/** One comparison of all peers: what it is, and its figure for a peer in its unit. */
export interface Measure {
  title: string;
  unit: string;
  of: (peer: Peer) => number | undefined;
}

/** What peers are compared by, lower being better in each. */
export const measures: readonly Measure[] = [
  { title: 'Build', unit: 's', of: ({ seconds }) => seconds },
  { title: 'Bytes until the page is quiet', unit: 'kB', of: ({ weight }) => total(weight) / 1000 },
  { title: 'HTML', unit: 'kB', of: ({ weight }) => weight.html / 1000 },
  { title: 'CSS', unit: 'kB', of: ({ weight }) => weight.css / 1000 },
  { title: 'Script', unit: 'kB', of: ({ weight }) => weight.script / 1000 },
  { title: 'Fonts', unit: 'kB', of: ({ weight }) => weight.font / 1000 },
  { title: 'Largest paint', unit: 'ms', of: ({ lcp }) => lcp },
  { title: 'Blocking time', unit: 'ms', of: ({ tbt }) => tbt },
  { title: 'Layout shift', unit: '', of: ({ cls }) => cls },
  {
    title: 'Bytes to the first result',
    unit: 'kB',
    of: ({ search }) => (search && search.bytes / 1000) || undefined,
  },
  { title: 'Time to the first result', unit: 'ms', of: ({ search }) => search?.time },
];
