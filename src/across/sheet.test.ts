import { describe, expect, it } from 'vitest';
import { firstClause } from './sheet.ts';

describe('the first clause', () => {
  it('ends at a sentence or a semicolon', () => {
    expect(firstClause('Kafka, keyed by conversation. It keeps order.')).toBe(
      'Kafka, keyed by conversation.',
    );
    expect(firstClause('One socket for each device; a ping.')).toBe('One socket for each device.');
    expect(firstClause('Only one')).toBe('Only one');
  });

  it('takes a second clause where the first says little', () => {
    expect(firstClause('Yes. Always store it before the push. Then push.')).toBe(
      'Yes. Always store it before the push.',
    );
  });

  it('leaves numbers and names with points whole, and cuts no element', () => {
    expect(firstClause('At 99.9 % of v1.2 it holds. Then not.')).toBe(
      'At 99.9 % of v1.2 it holds.',
    );
    const text = 'A long enough beginning <em>goes. on</em> here. E';
    expect(firstClause(text)).toBe('A long enough beginning <em>goes. on</em> here.');
    const figure = 'A long enough beginning <data title="b. c">1</data> d. E';
    expect(firstClause(figure)).toBe('A long enough beginning <data title="b. c">1</data> d.');
  });
});
