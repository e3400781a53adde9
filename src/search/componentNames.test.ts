import { describe, expect, it } from 'vitest';
import { findComponents, namesOf } from './componentNames.ts';

describe('namesOf', () => {
  it('leaves out the maker and takes what stands in brackets', () => {
    expect(namesOf('Apache Kafka')).toEqual(['Apache Kafka', 'Kafka']);
    expect(namesOf('Mobile push (APNs, FCM)')).toEqual([
      'Mobile push (APNs, FCM)',
      'Mobile push',
      'APNs',
      'FCM',
    ]);
  });
});

describe('findComponents', () => {
  const titles = (text: string, ...known: string[]) =>
    findComponents(
      text,
      known.map((title) => ({ id: title, title })),
    ).map(({ title }) => title);

  it('finds whole words, in any case and in the plural', () => {
    expect(titles('two redis nodes', 'Redis')).toEqual(['Redis']);
    expect(titles('WebSockets', 'WebSocket')).toEqual(['WebSocket']);
    expect(titles('predisposed', 'Redis')).toEqual([]);
    expect(titles('an in-process\ncache', 'In-process cache')).toEqual(['In-process cache']);
  });

  it('tells names in capitals from words', () => {
    expect(titles('the rest', 'REST')).toEqual([]);
    expect(titles('REST over HTTP', 'REST')).toEqual(['REST']);
  });
});
