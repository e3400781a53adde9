import { describe, expect, test } from 'vitest';
import { formatFault } from '../faults/fault.ts';
import { type Entry, evaluateEntries, evaluateYaml, modelOf, quantityOf } from './testModel.ts';
import { evaluateModel } from './model.ts';

const shortener = `units:
  link: {}

inputs:
  daily_users:
    label: daily active users
    value: 100000000
    unit: user
    range: [1000000, 1000000000]
    why: The size at which a single database no longer does
    source: { title: Annual report, date: '2024' }
  reads_per_user:
    label: redirects a user and day
    value: 10
    unit: read/user/day
    range: [1, 100]
    why: Some links are opened by many people

derived:
  peak_read_rate:
    label: redirects at the peak
    formula: read_rate * 3
    unit: read/s
    so: so one primary is enough
  read_rate:
    label: redirects
    formula: daily_users * reads_per_user
    unit: read/s
`;

/** The rules of all faults, with the line that each stands on. */
const rules = (text: string) =>
  evaluateYaml(text).faults.map(({ rule, line }) => `${rule} ${line}`);
const faultsOf = (entries: Record<string, Entry>, units = {}) =>
  evaluateEntries(entries, units).faults.map(({ rule, message }) => `${rule}: ${message}`);

describe('a sound model', () => {
  const evaluated = evaluateYaml(shortener);

  test('gives plain data, inputs first, each group in the order of the file', () => {
    expect(evaluated.faults).toEqual([]);
    expect([...evaluated.quantities.keys()]).toEqual([
      'daily_users',
      'reads_per_user',
      'peak_read_rate',
      'read_rate',
    ]);
    expect(quantityOf(evaluated, 'daily_users')).toEqual({
      kind: 'input',
      id: 'daily_users',
      label: 'daily active users',
      value: 100000000,
      unit: 'user',
      range: [1000000, 1000000000],
      why: 'The size at which a single database no longer does',
      source: { title: 'Annual report', date: '2024' },
      text: '100 M users',
      exact: '100,000,000 users',
    });
    expect(quantityOf(evaluated, 'peak_read_rate')).toEqual({
      kind: 'derived',
      id: 'peak_read_rate',
      label: 'redirects at the peak',
      value: 34_722.2222222,
      unit: 'read/s',
      formula: 'read_rate * 3',
      uses: ['read_rate'],
      so: 'so one primary is enough',
      text: '34.7 k reads/s',
      exact: '34,722.2222222 reads/s',
      working: '11.6 k reads/s × 3 ≈ 34.7 k reads/s',
    });
    const data = [...evaluated.quantities.values()];
    expect(JSON.parse(JSON.stringify(data))).toEqual(data);
  });

  test('gives the same with Windows line ends', () => {
    const windows = evaluateYaml(shortener.replaceAll('\n', '\r\n'));
    expect(windows.quantities).toEqual(evaluated.quantities);
  });

  test('may date a source by a bare year', () => {
    const bare = evaluateYaml(shortener.replace("date: '2024'", 'date: 2024'));
    expect(bare.quantities).toEqual(evaluated.quantities);
  });

  test('rounding errors do not pile up and do not reach ceil', () => {
    const model = evaluateEntries({
      rate: [10, 'read/user/day'],
      same: ['rate * 1 user / 3 * 3 / 1 user', 'read/user/day'],
      nodes: ['ceil(same / rate * 8) * 1 node', 'node'],
    });
    expect(quantityOf(model, 'same').value).toBe(10);
    expect(quantityOf(model, 'nodes').value).toBe(8);
  });

  test('ceil works in the unit in which the value is shown', () => {
    const model = evaluateEntries({
      volume: [1.2, 'TB'],
      full: ['ceil(volume)', 'TB'],
      pause: ['round(1.6 h)', 'min'],
    });
    expect(quantityOf(model, 'full').value).toBe(2);
    expect(quantityOf(model, 'pause').value).toBe(120);
  });

  test('sixty quantities take less than 20 ms', () => {
    const entries: Record<string, Entry> = { q0: [1e8, 'user'], rate: [10, 'read/user/day'] };
    for (let index = 1; index < 60; index += 1) {
      entries[`q${index}`] = [`q${index - 1} * 1.1 + max(q0, 2 user) / (1 + 1)`, 'user'];
    }
    const model = modelOf(entries);
    const locate = () => ({ line: 1, column: 1 });
    const run = () => evaluateModel(model, { path: 'model.yaml', locate });
    for (let warmUp = 0; warmUp < 5; warmUp += 1) run();
    const durations = Array.from({ length: 5 }, () => {
      const start = performance.now();
      run();
      return performance.now() - start;
    });
    expect(Math.min(...durations)).toBeLessThan(20);
  });
});

describe('faults', () => {
  test('all come in one run, each at its line, in reading order', () => {
    const text = shortener
      .replace('unit: user\n', 'unit: usr\n')
      .replace('value: 10\n', 'value: 1000\n')
      .replace('formula: read_rate * 3', 'formula: read_rate * * 3')
      .concat(
        '  storage:\n    label: storage\n    formula: 5 link * 2 byte/link + 3 s\n    unit: TB\n',
      )
      .concat('  cost:\n    label: cost\n    formula: reads_per_usr * 1 user\n    unit: dolars\n');
    expect(rules(text)).toEqual([
      'unit-unknown 8',
      'quantity-range 14',
      'formula-syntax 22',
      'unit-mismatch 31',
      'quantity-missing 35',
      'unit-unknown 36',
    ]);
    expect(evaluateYaml(text).faults.map(formatFault).slice(0, 2)).toEqual([
      'content/problems/test/model.yaml:8:11  unit-unknown  `daily_users`: this problem has no unit `usr`; did you mean `user`?; expected a built-in unit or a noun declared under `units:` of the model',
      'content/problems/test/model.yaml:14:12  quantity-range  `reads_per_user` is 1000, outside its range; expected a value from 1 to 100',
    ]);
  });

  test('what depends on a faulty quantity gives no fault, but has no value', () => {
    const { faults, quantities, faulty } = evaluateEntries({
      size: [3, 'bite'],
      twice: ['2 * size', 'byte'],
      thrice: ['twice + size + 3 s', 'byte'],
      other: [1, 'one'],
    });
    expect(faults.map(({ rule }) => rule)).toEqual(['unit-unknown']);
    expect([...quantities.keys()]).toEqual(['other']);
    expect([...faulty]).toEqual(['size', 'twice', 'thrice']);
  });

  test('an input out of range keeps its value', () => {
    const evaluated = evaluateYaml(shortener.replace('value: 10\n', 'value: 1000\n'));
    expect(evaluated.quantities.get('read_rate')?.text).toBe('1.16 M reads/s');
  });

  test('the formula must fit the unit that is shown', () => {
    expect(faultsOf({ size: [3, 'byte'], rate: ['size / 2 s', 'byte/user'] })).toEqual([
      'unit-mismatch: the formula of `rate` gives `byte/s`',
    ]);
    expect(faultsOf({ size: [3, 'byte'], sum: ['size + 2 s', 'byte'] })).toEqual([
      'unit-mismatch: `sum`: `byte` cannot be added to `s`',
    ]);
  });

  test('a misspelt name is answered with the nearest one', () => {
    expect(faultsOf({ read_rate: [3, 'read/s'], twice: ['2 * read_rat', 'read/s'] })).toEqual([
      'quantity-missing: `twice` uses `read_rat`, which this model does not have; did you mean `read_rate`?',
    ]);
    expect(faultsOf({ twice: ['2 * entirely_else + also_else', 'read/s'] })).toEqual([
      'quantity-missing: `twice` uses `also_else`, which this model does not have',
      'quantity-missing: `twice` uses `entirely_else`, which this model does not have',
    ]);
  });

  test('a cycle is named once, and what hangs on it stays silent', () => {
    const cycle = { a: ['b + 1', 'one'], b: ['c * 2', 'one'], c: ['a', 'one'] } as const;
    expect(faultsOf({ ...cycle, d: ['a', 's'] })).toEqual([
      'quantity-cycle: `a` depends on itself: a → b → c → a',
    ]);
    expect(faultsOf({ a: ['a', 'one'] })).toEqual(['quantity-cycle: `a` depends on itself: a → a']);
  });

  test('an id must not be a unit, a function or an input', () => {
    const entries: Record<string, Entry> = {
      min: [1, 'one'],
      h: [1, 'one'],
      ceil: ['2', 'one'],
      link: [1, 'one'],
      e: [2.7, 'one'],
      sum: ['h + link + min', 'one'],
    };
    expect(faultsOf(entries, { link: {} })).toEqual([
      'quantity-name: `ceil` is the name of a function',
      'quantity-name: `h` is the name of a unit',
      'quantity-name: `link` is the name of a unit',
      'quantity-name: `min` is the name of a unit',
    ]);
    const model = modelOf({ size: [1, 'one'] });
    Object.assign(model.derived, { size: { label: 'again', formula: '2', unit: 'one' } });
    const locate = () => ({ line: 1, column: 1 });
    const { faults } = evaluateModel(model, { path: 'model.yaml', locate });
    expect(faults.map(({ message }) => message)).toEqual(['`size` is the name of an input']);
  });

  test('a bad name is reported at the name itself', () => {
    const text = shortener.replace('  link: {}', '  link: {}\n  user: {}').concat('  min: *rate\n');
    const { faults } = evaluateYaml(text.replace('\n  read_rate:', '\n  read_rate: &rate'));
    expect(faults.map(formatFault)).toEqual([
      'content/problems/test/model.yaml:3:3  unit-name  `user` is a built-in unit already; expected a name of its own',
      'content/problems/test/model.yaml:30:3  quantity-name  `min` is the name of a unit; expected a name of its own',
    ]);
  });

  test('a declared noun must not be built in', () => {
    expect(faultsOf({}, { user: {}, max: {}, ride: {} })).toEqual([
      'unit-name: `max` is a built-in function already',
      'unit-name: `user` is a built-in unit already',
    ]);
  });

  test('a noun of another problem is refused', () => {
    expect(faultsOf({ rides: [1, 'ride'] }, { ride: {} })).toEqual([]);
    expect(faultsOf({ rides: [1, 'ride'], twice: ['rides + 2 ride', 'ride'] })).toEqual([
      'unit-unknown: `rides`: this problem has no unit `ride`',
      'unit-unknown: `twice`: `ride` after `2` is not a unit of this problem',
      'unit-unknown: `twice`: this problem has no unit `ride`',
    ]);
  });

  test('a unit alone is no quantity', () => {
    expect(faultsOf({ rate: [1, 'read/s'], total: ['rate * day', 'read'] })).toEqual([
      'formula-syntax: `day` stands alone in the formula of `total`',
    ]);
  });

  test('a result must be a finite number', () => {
    const entries: Record<string, Entry> = {
      zero: [0, 'one'],
      quotient: ['1 / zero', 'one'],
      root: ['sqrt(zero - 1)', 'one'],
      power: ['10 ^ 999', 'one'],
    };
    expect(faultsOf(entries)).toEqual([
      'quantity-value: `power` comes out as Infinity',
      'quantity-value: `quotient` comes out as Infinity',
      'quantity-value: `root` comes out as NaN',
    ]);
  });
});
