import { describe, expect, it } from 'vitest';
import { distance, isForm, nearest } from './typos.ts';

describe('distance', () => {
  it.each([
    ['kafka', 'kafka', 0],
    ['kafak', 'kafka', 1],
    ['reddis', 'redis', 1],
    ['postgers', 'postgres', 1],
    ['cat', 'horse', 3],
  ])('%s to %s: %i', (from, to, steps) => {
    expect(distance(from, to, 2)).toBe(steps);
  });
});

describe('nearest', () => {
  const known = ['cassandra', 'kafka', 'redis'];

  it('finds what was meant, and nothing for a word that is far from all', () => {
    expect(nearest('casandar', known)).toEqual(['cassandra']);
    expect(nearest('kafak', known)).toEqual(['kafka']);
    expect(nearest('kubernetes', known)).toEqual([]);
    expect(nearest('abc', known)).toEqual([]);
  });
});

describe('isForm', () => {
  it.each([
    ['waiting', 'wait'],
    ['planned', 'plan'],
    ['queries', 'query'],
    ['idempotency', 'idempotent'],
    ['shard', 'sharding'],
  ])('%s has the form %s', (typed, found) => {
    expect(isForm(typed, found)).toBe(true);
  });

  it.each([
    ['reddis', 'red'],
    ['kafak', 'k'],
  ])('%s has not the form %s', (typed, found) => {
    expect(isForm(typed, found)).toBe(false);
  });
});
