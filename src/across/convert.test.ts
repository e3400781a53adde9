import { describe, expect, it } from 'vitest';
import { hostileValues } from '../../tests/support/hostile.ts';
import { convert } from './convert.ts';

describe('convert', () => {
  it.each([
    ['100 M', 'request/day', 'request/s', '1,160 requests/s', '1,157.40740741 requests/s'],
    ['1', 'week', 's', '605,000 s', '604,800 s'],
    ['1.2 billion', 'reads/day', 'read/s', '13.9 k reads/s', '13,888.8888889 reads/s'],
    ['1', 'GiB', 'MB', '1,070 MB', '1,073.741824 MB'],
    ['10', 'Gbit/s', 'GB/s', '1.25 GB/s', '1.25 GB/s'],
    ['500', 'µs', 'ms', '0.5 ms', '0.5 ms'],
    ['30', 'dollars/h', 'dollar/month', '$21.9 k/month', '$21,900/month'],
    ['99.99', 'percent', 'one', '0.9999', '0.9999'],
  ])('%s %s in %s is %s', (amount, from, to, text, exact) => {
    expect(convert({ amount, from, to })).toEqual({ ok: true, text, exact });
  });

  it.each([
    ['many', 's', 'h', 'amount', '“many” is not a number'],
    ['1', 'furlong', 'h', 'from', '“furlong” is no unit'],
    ['1', 'h', '', 'to', '“” is no unit'],
    ['1', 'byte', 's', 'to', 'byte and s measure different things'],
    ['1e300', 'EB', 'bit^-3', 'to', 'measure different things'],
    ['1e308', 'year', 'ns', 'amount', 'more than can be computed'],
  ])('refuses %s %s in %s', (amount, from, to, field, message) => {
    const result = convert({ amount, from, to });
    expect(result).toMatchObject({ ok: false, field });
    expect('message' in result && result.message).toContain(message);
  });

  it('never throws', () => {
    for (const value of hostileValues) {
      expect(convert({ amount: value, from: value, to: value }).ok).toBe(false);
      expect(convert({ amount: '1', from: 's', to: value }).ok).toBe(false);
    }
  });
});
