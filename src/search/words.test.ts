import { expect, it } from 'vitest';
import type { SearchRecord } from './record.ts';
import { absentAmong, knownWords } from './words.ts';

const record = (problem: string, title: string): SearchRecord => ({
  url: '',
  content: '',
  meta: { title, page: '', topics: '', parts: '' },
  facets: {
    problem: [{ id: problem, title: problem }],
    component: [{ id: 'kafka', title: 'Apache Kafka' }],
  },
});
const records = [
  record('a', 'Sharding with quorum'),
  record('b', 'Sharding'),
  record('b', 'Why geohash'),
];

it('knows the words of headings and the names of components', () => {
  expect(knownWords(records)).toEqual(['apache', 'geohash', 'kafka', 'quorum', 'sharding']);
});

it('keeps those of most problems where there are too many', () => {
  expect(knownWords(records, 3)).toEqual(['apache', 'kafka', 'sharding']);
  expect(knownWords(records, 4)).toEqual(['apache', 'geohash', 'kafka', 'sharding']);
});

it('tells which names no text has, in no form', () => {
  const texts = [{ content: 'Partitions are caching, S3 is used.' }];
  const names = ['caches', 'S3', 'partitioning', 'Kafka', 'quorum reads', 'Use'];
  expect(absentAmong(names, texts)).toEqual(['kafka']);
});
