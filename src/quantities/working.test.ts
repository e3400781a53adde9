import { describe, expect, test } from 'vitest';
import { type Entry, workingOf } from './testModel.ts';
import { randomFrom } from '../random.ts';

const nouns = { link: {} };
const inputs: Record<string, Entry> = {
  dau: [1e8, 'user'],
  reads: [10, 'read/user/day'],
  links: [5e7, 'link/day'],
  keep: [5, 'year'],
  size: [500, 'byte/link'],
  rate: [11_574.07, 'read/s'],
  node_rate: [5000, 'read/s/node'],
  hit: [80, 'percent'],
  price: [0.02, 'dollar/GB/month'],
  wait: [250, 'ms'],
  loss: [-5, 'ms'],
  factor: [3, 'one'],
  million: [1_000_000, 'read/s'],
  nearly: [999_400, 'read/s'],
};
const work = (formula: string, unit: string) => workingOf(formula, unit, inputs, nouns);

describe('products', () => {
  test.each([
    ['dau * reads', 'read/s', '100 M users × 10 reads/user/day ÷ 86,400 s/day ≈ 11.6 k reads/s'],
    ['links * keep', 'link', '50 M links/day × 5 years × 365 days/year ≈ 91.3 billion links'],
    ['links', 'link/s', '50 M links/day ÷ 86,400 s/day ≈ 579 links/s'],
    ['links * 30 day', 'link', '50 M links/day × 30 days = 1.5 billion links'],
    ['links', 'link/month', '50 M links/day × 30.42 days/month ≈ 1.52 billion links/month'],
    ['links', 'link/hour', '50 M links/day ÷ 24 h/day ≈ 2.08 M links/hour'],
    ['rate', 'read/month', '11.6 k reads/s × 2,628,000 s/month ≈ 30.4 billion reads/month'],
    ['links * size', 'byte/day', '50 M links/day × 500 bytes/link = 25 GB/day'],
    [
      'links * size',
      'Mbit/s',
      '50 M links/day × 500 bytes/link × 8 bits/byte ÷ 86,400 s/day ≈ 2.31 Mbit/s',
    ],
    [
      '8 bit/link * links * 1 day',
      'MB',
      '8 bits/link × 50 M links/day × 1 day ÷ 8 bits/byte = 50 MB',
    ],
    ['rate * wait', 'read', '11.6 k reads/s × 250 ms ≈ 2,890 reads'],
    ['rate * factor', 'read/s', '11.6 k reads/s × 3 ≈ 34.7 k reads/s'],
    ['3 * rate', 'read/s', '3 × 11.6 k reads/s ≈ 34.7 k reads/s'],
    ['dau * 20 percent', 'user', '100 M users × 20 % = 20 M users'],
    ['20 TB * price', 'dollar/month', '20 TB × $0.02/GB/month = $400/month'],
    [
      'dau / (factor * 20,000 user/node)',
      'node',
      '100 M users ÷ (3 × 20,000 users/node) ≈ 1,670 nodes',
    ],
    ['dau * (factor / 2)', 'user', '100 M users × 3 ÷ 2 = 150 M users'],
    ['dau / (factor / 2)', 'user', '100 M users ÷ (3 ÷ 2) ≈ 66.7 M users'],
  ])('%s in %s', (formula, unit, working) => {
    expect(work(formula, unit)).toBe(working);
  });
});

describe('sums and functions', () => {
  test.each([
    ['rate * (1 - hit)', 'read/s', '11.6 k reads/s × (1 − 80 %) ≈ 2,310 reads/s'],
    ['ceil(rate / node_rate)', 'node', 'ceil(11.6 k reads/s ÷ 5,000 reads/s/node) ≈ 3 nodes'],
    [
      'ceil(rate / 5,000 read/s) * 1 node + 2 node',
      'node',
      'ceil(11.6 k reads/s ÷ 5,000 reads/s) + 2 nodes ≈ 5 nodes',
    ],
    [
      'ceil(dau * reads / 5,000 read/s) * 1 node',
      'node',
      'ceil(100 M users × 10 reads/user/day ÷ 5,000 reads/s ÷ 86,400 s/day) = 3 nodes',
    ],
    ['1 - 99.95 percent', 'min/year', '(1 − 99.95 %) × 525,600 min/year ≈ 263 min/year'],
    [
      'rate + 864,000 read/day',
      'read/s',
      '11.6 k reads/s + 864,000 reads/day ÷ 86,400 s/day ≈ 11.6 k reads/s',
    ],
    ['max(rate, 20,000 read/s)', 'read/s', 'max(11.6 k reads/s, 20,000 reads/s) ≈ 20 k reads/s'],
    ['62 ^ 7 * 1 link', 'link', '62^7 ≈ 3.52 trillion links'],
    ['2 ^ (factor + 1)', 'one', '2^(3 + 1) = 16'],
    ['(keep ^ 2) / keep', 'year', '(5 years)^2 ÷ 5 years = 5 years'],
    ['wait - (wait - 50 ms)', 'ms', '250 ms − (250 ms − 50 ms) = 50 ms'],
    ['wait + (wait + 50 ms)', 'ms', '250 ms + 250 ms + 50 ms = 550 ms'],
    ['wait - loss', 'ms', '250 ms − (−5 ms) = 255 ms'],
    ['-(wait + loss) * 2', 'ms', '−(250 ms + (−5 ms)) × 2 = −490 ms'],
    ['log2(dau / 1 user)', 'one', 'log2(100 M users) ≈ 26.6'],
  ])('%s in %s', (formula, unit, working) => {
    expect(work(formula, unit)).toBe(working);
  });

  test('operands get the digits without which nobody could recompute the result', () => {
    expect(work('million - nearly', 'read/s')).toBe('1 M reads/s − 999.4 k reads/s = 600 reads/s');
  });
});

const sizes: Record<string, number> = {
  ...{ k: 1e3, M: 1e6, billion: 1e9, trillion: 1e12, quadrillion: 1e15 },
  ...{ '%': 0.01, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15, EB: 1e18, ms: 1e-3, µs: 1e-6 },
};

/** Recomputes a printed product as a reader would: from its numbers and prefixes alone. */
function recompute(side: string): number {
  const parts = side.split(/ ([×÷]) (?!10\^)/);
  return parts.reduce((product, part, index) => {
    if (index % 2 === 1) return product;
    const [, digits = '', power = '0', name = '', below = ''] =
      /^([\d,.]+)(?: × 10\^(-?\d+))? ?([A-Za-z%µ]*)[^/]*(.*)$/.exec(part) ?? [];
    const prefixes = below.split('/').map((unit) => sizes[unit] ?? 1);
    const value = prefixes.reduce(
      (rest, prefix) => rest / prefix,
      Number(digits.replaceAll(',', '')) * 10 ** Number(power) * (sizes[name] ?? 1),
    );
    return parts[index - 1] === '÷' ? product / value : product * value;
  }, 1);
}

test('a reader gets the printed result within 1.5 % from what is printed', () => {
  const random = randomFrom(7);
  const pick = <T>(choices: readonly [T, ...T[]]): T =>
    choices[Math.floor(random() * choices.length)] ?? choices[0];
  const times = ['s', 'ms', 'us', 'min', 'h', 'day', 'week', 'month', 'year'] as const;
  const value = () => 10 ** (random() * 8 - 2);
  for (let round = 0; round < 500; round += 1) {
    const entries: Record<string, Entry> = {
      users: [value() * 1e4, 'user'],
      rate: [value(), `read/user/${pick(times)}`],
      size: [value(), `${pick(['byte', 'KB', 'GB', 'TB'])}/read`],
      period: [value(), pick(times)],
      share: [random() * 100, 'percent'],
    };
    const volume = pick(['byte', 'KB', 'GB', 'PB']);
    const [formula, unit] = pick([
      ['users * rate * size', `${volume}/${pick(times)}`],
      ['users * rate * share', `read/${pick(times)}`],
      ['users * rate * period', 'read'],
      ['users * rate * size * period * share', volume],
      ['users * rate * size / period / 3', `${volume}/${pick(times)}^2`],
      ['1 day / period', `one`],
    ]);
    const working = workingOf(formula, unit, entries);
    const [left = '', right = ''] = working.replace(/\/(\S+)²$/, '/$1/$1').split(/ [=≈] /);
    expect(Math.abs(recompute(left) / recompute(right) - 1), working).toBeLessThan(0.015);
  }
});
