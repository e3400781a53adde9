import { describe, expect, it } from 'vitest';
import { findTypedFigures, withoutComputed } from './figures.ts';

const found = (text: string) => findTypedFigures(text).map((figure) => figure.text);

describe('findTypedFigures', () => {
  it.each([
    ['about 100 M a day', '100 M'],
    ['20k', '20k'],
    ['3.5 billion rows', '3.5 billion'],
    ['4.5 TB on disk', '4.5 TB'],
    ['500 bytes', '500 bytes'],
    ['11,600 reads/s', '11,600 reads/s'],
    ['10 per second', '10 per second'],
    ['2 Gbps', '2 Gbps'],
    ['5,000 users', '5,000 users'],
    ['12 QPS', '12 QPS'],
    ['$1,200.50', '$1,200.50'],
    ['US$ 3', '$ 3'],
  ])('takes %j for a figure', (text, figure) => {
    expect(found(text)[0]).toContain(figure);
  });

  it.each([
    'p99 of 200 ms',
    'after 30 s and 5 minutes',
    '99.95 %',
    'three replicas, 7 shards',
    'HTTP 429',
    'base62, SHA-256, 7 characters',
    'PostgreSQL 16',
    'step 3 below',
    'r7g.4xlarge',
    '2026-11-21',
  ])('leaves %j alone', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('tells where the figure stands', () => {
    expect(findTypedFigures('so 20 GB')).toEqual([{ text: '20 GB', offset: 3 }]);
  });
});

describe('withoutComputed', () => {
  const source =
    'is {{rate}}\n\n```json\n{ "size": "20 GB" }\n```\n\n```text\n20 GB -> disk\n```\n';

  it('blanks out placeholders and program code, and keeps offsets', () => {
    const blanked = withoutComputed(source);
    expect(blanked).toHaveLength(source.length);
    expect(blanked).not.toContain('rate');
    expect(blanked.match(/20 GB/g)).toHaveLength(1);
    expect(blanked.split('\n')).toHaveLength(source.split('\n').length);
  });
});
