import { expect, it } from 'vitest';
import { type Spoken, Vocabulary } from './vocabulary.ts';

function record(problem: string, title: string, content = ''): Spoken {
  return {
    content,
    meta: { title, page: '', topics: '', parts: '' },
    facets: {
      problem: [{ id: problem, title: problem }],
      component: [{ id: 'kafka', title: 'Apache Kafka' }],
    },
  };
}

/** A vocabulary that read some records, in two portions. */
function vocabularyOf(records: readonly Spoken[], names: readonly string[] = []): Vocabulary {
  const vocabulary = new Vocabulary(names);
  vocabulary.add(records.slice(0, 1));
  vocabulary.add(records.slice(1));
  return vocabulary;
}

const records = [
  record('a', 'Sharding with quorum'),
  record('b', 'Sharding'),
  record('b', 'Why geohash'),
];

it('knows the words of headings and the names of components', () => {
  const words = ['apache', 'geohash', 'kafka', 'quorum', 'sharding'];
  expect(vocabularyOf(records).known()).toEqual(words);
});

it('keeps those of most problems where there are too many', () => {
  expect(vocabularyOf(records).known(3)).toEqual(['apache', 'kafka', 'sharding']);
  expect(vocabularyOf(records).known(4)).toEqual(['apache', 'geohash', 'kafka', 'sharding']);
});

it('tells which names no text has, in no form', () => {
  const names = ['caches', 'S3', 'partitioning', 'Kafka', 'quorum reads', 'Use'];
  const texts = [record('a', '', 'Partitions are caching.'), record('b', '', 'S3 is used.')];
  expect(vocabularyOf(texts, names).absent()).toEqual(['kafka']);
});

it('tells which names are written with hyphens', () => {
  const names = ['exactly once', 'read-through', 'write through', 'Kafka'];
  const texts = [record('a', '', 'Exactly-once, at-least-once'), record('b', '', 'a Read-through')];
  expect(vocabularyOf(texts, names).compounds()).toEqual(['exactly once', 'read through']);
});
