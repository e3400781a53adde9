import { describe, expect, test } from 'vitest';
import { speak, speakExactly } from './speak.ts';
import { createUnits, parseUnit } from './units.ts';

const units = createUnits({ link: {}, child: { plural: 'children' } });
const amount = (value: number, unit: string) => ({ value, unit: parseUnit(unit, units) });
const say = (value: number, unit: string) => speak(amount(value, unit)).text;

describe('counts and rates', () => {
  test.each([
    [0, 'user', '0 users'],
    [1, 'user', '1 user'],
    [1.0004, 'user', '1 user'],
    [-1, 'user', '−1 user'],
    [0.035, 'write/s', '0.035 writes/s'],
    [0.0005, 'one', '0.0005'],
    [0.00123456, 'read/s', '0.00123 reads/s'],
    [4.2e-12, 'read/s', '4.2 × 10^-12 reads/s'],
    [2.5, 'read', '2.5 reads'],
    [999.4, 'write/s', '999 writes/s'],
    [999.5, 'write/s', '1,000 writes/s'],
    [1157.407, 'write/s', '1,160 writes/s'],
    [9994, 'write/s', '9,990 writes/s'],
    [9999.5, 'write/s', '10 k writes/s'],
    [-9999.5, 'write/s', '−10 k writes/s'],
    [10_000, 'write/s', '10 k writes/s'],
    [11_574.07, 'read/s', '11.6 k reads/s'],
    [999_499, 'read/s', '999 k reads/s'],
    [999_950, 'read/s', '1 M reads/s'],
    [100_000_000, 'user', '100 M users'],
    [999_950_000, 'user', '1 billion users'],
    [91.25e9, 'link', '91.3 billion links'],
    [3.521614606208e12, 'link', '3.52 trillion links'],
    [3.5e15, 'link', '3.5 quadrillion links'],
    [9.996e17, 'link', '1 × 10^18 links'],
    [62 ** 11, 'one', '5.2 × 10^19'],
    [8, 'node', '8 nodes'],
    [2, 'child', '2 children'],
    [10, 'read/user/day', '10 reads/user/day'],
    [100, 'read/write', '100 reads/write'],
    [3, '1/s', '3/s'],
    [730, 'node*h', '730 node·h'],
    [2, 'node*hour', '2 node·hours'],
    [3, 'read/s^2', '3 reads/s²'],
  ])('%d %s is said “%s”', (value, unit, text) => {
    expect(say(value, unit)).toBe(text);
  });

  test('integer counts below 10,000 are said in full, rates and others are not', () => {
    expect(say(1024, 'partition')).toBe('1,024 partitions');
    expect(say(9999, 'one')).toBe('9,999');
    expect(say(1023.5, 'partition')).toBe('1,020 partitions');
    expect(say(1024, 'write/s')).toBe('1,020 writes/s');
    expect(say(16_384, 'partition')).toBe('16.4 k partitions');
  });
});

describe('bytes and bits', () => {
  test.each([
    [1, 'byte', '1 byte'],
    [0.5, 'byte', '0.5 bytes'],
    [500, 'byte', '500 bytes'],
    [500, 'byte/link', '500 bytes/link'],
    [999.5, 'byte', '1 KB'],
    [2000, 'B', '2 KB'],
    [4.5e12, 'byte', '4.5 TB'],
    [999_950_000_000, 'byte', '1 TB'],
    [1.2e9, 'byte/s', '1.2 GB/s'],
    [-3e6, 'byte', '−3 MB'],
    [2.5e21, 'byte', '2,500 EB'],
    [1.389e8, 'bit/s', '139 Mbit/s'],
    [12, 'bit', '12 bits'],
    [0.4, 'TB', '0.4 TB'],
    [1, 'kB', '1 KB'],
    [1200, 'TB', '1,200 TB'],
    [9999, 'TB', '10 PB'],
    [9994, 'TB', '9,990 TB'],
    [12_000, 'TB', '12 PB'],
    [0.01, 'TB', '0.01 TB'],
    [0.0099, 'TB', '9.9 GB'],
    [0, 'TB', '0 TB'],
    [2048 * 16, 'GiB', '32 TiB'],
    [0.005, 'GiB', '5.12 MiB'],
    [0.0005, 'KB', '0.5 bytes'],
    [20, 'GB/node', '20 GB/node'],
  ])('%d %s is said “%s”', (value, unit, text) => {
    expect(say(value, unit)).toBe(text);
  });
});

describe('percent, time and money', () => {
  test.each([
    [20, 'percent', '20 %'],
    [0.25, 'percent', '0.25 %'],
    [0, 'percent', '0 %'],
    [100, 'percent', '100 %'],
    [12_345, 'percent', '12,300 %'],
    [98.76, 'percent', '98.8 %'],
    [99.95, 'percent', '99.95 %'],
    [99.999, 'percent', '99.999 %'],
    [0.9999, 'one', '0.9999'],
    [2, 'percent/year', '2 %/year'],
    [250, 'ms', '250 ms'],
    [80, 'us', '80 µs'],
    [1, 'day', '1 day'],
    [7, 'day', '7 days'],
    [5, 'year', '5 years'],
    [3, 'h', '3 h'],
    [3, 'hour', '3 hours'],
    [86_400, 's', '86,400 s'],
    [31_536_000, 's', '31.5 M s'],
    [1_200_000, 'dollar/month', '$1.2 M/month'],
    [0.0004, 'dollar/request', '$0.0004/request'],
    [1157.4, 'dollar', '$1,160'],
    [-52_069.5, 'dollar/month', '−$52.1 k/month'],
    [0, 'dollar', '$0'],
    [0.02, 'dollar/GB/month', '$0.02/GB/month'],
  ])('%d %s is said “%s”', (value, unit, text) => {
    expect(say(value, unit)).toBe(text);
  });
});

test('noise of floating point is not said', () => {
  expect(say(0.1 + 0.2, 'one')).toBe('0.3');
  expect(speakExactly(amount(10.000000000000002, 'read'))).toBe('10 reads');
});

test('the shown number is the printed one, in the unit of the amount', () => {
  expect(speak(amount(11_574.07, 'read/s')).shown).toBe(11_600);
  expect(speak(amount(12_345, 'TB')).shown).toBe(12_300);
  expect(speak(amount(4_512_345_678_901, 'byte')).shown).toBe(4_510_000_000_000);
  expect(speak(amount(11_574.07, 'read/s'), 5).text).toBe('11.574 k reads/s');
});

test('exact values keep their unit, all digits and separators', () => {
  expect(speakExactly(amount(1e9 / 86_400, 'read/s'))).toBe('11,574.0740741 reads/s');
  expect(speakExactly(amount(62 ** 7, 'one'))).toBe('3,521,614,606,208');
  expect(speakExactly(amount(45.625e12, 'byte'))).toBe('45,625,000,000,000 bytes');
  expect(speakExactly(amount(-1234.5, 'dollar/month'))).toBe('−$1,234.5/month');
  expect(speakExactly(amount(4e-7, 'dollar/request'))).toBe('$0.0000004/request');
  expect(speakExactly(amount(62 ** 16, 'one'))).toMatch(/^47,672,401,706,8\d\d(,\d{3}){5}$/);
});
