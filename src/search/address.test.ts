import { describe, expect, it } from 'vitest';
import { isEmpty, readQuery, writeQuery } from './address.ts';

describe('address', () => {
  it('carries words and facets there and back', () => {
    const address = '?q=a+%26+b&format=dossier&topic=api&topic=cost';
    const query = readQuery(address);
    expect(query).toEqual({
      text: 'a & b',
      chosen: { format: ['dossier'], topic: ['api', 'cost'] },
    });
    expect(writeQuery(query)).toBe(address);
  });

  it('is bare where nothing is searched', () => {
    expect(writeQuery({ text: '', chosen: { topic: [] } })).toBe('');
    expect(isEmpty(readQuery('?q=%20&topic='))).toBe(true);
    expect(isEmpty(readQuery('?topic=api'))).toBe(false);
  });
});
