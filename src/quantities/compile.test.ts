import { describe, expect, test } from 'vitest';
import { compileFormulas, compileSides } from './compile.ts';
import { evaluateCondition } from './condition.ts';
import { type EvaluatedModel, evaluateModel } from './model.ts';
import { clean } from './numerals.ts';
import type { Values } from './sayWorking.ts';
import { evaluateEntries, modelOf, quantityOf, type Entry } from './testModel.ts';
import { parseUnit } from './units.ts';
import { randomFrom } from '../random.ts';

const nouns = { link: {} };
const entries: Record<string, Entry> = {
  users: [1e8, 'user'],
  reads: [10, 'read/user/day'],
  links: [5e7, 'link/day'],
  keep: [5, 'year'],
  size: [500, 'byte/link'],
  hit: [80, 'percent'],
  node_rate: [5000, 'read/s/node'],
  price: [0.02, 'dollar/GB/month'],
  cost: ['storage * price', 'dollar/month'],
  storage: ['links * keep * size * 3', 'TB'],
  rate: ['users * reads', 'read/s'],
  misses: ['rate * (1 - hit)', 'read/min'],
  nodes: ['max(3 node, ceil(rate / node_rate) + 2 node)', 'node'],
  disks: ['ceil(storage / 7) + floor(2.5 GB) + round(storage)', 'GB'],
  bits: ['log2(users / 1 user + 2) ^ 2 - -sqrt(2)', 'one'],
  signs: ['-(-users) / (users / (2 user) * 3 user) - (1 - (2 - 4)) - (2 ^ 3) ^ 2 + -hit', 'one'],
  traffic: ['links * size', 'Mbit/s'],
  least: ['min(rate, 20,000 read/s, misses)', 'read/day'],
};

/** What a compiled formula evaluates to. */
type Compiled = (values: Values) => number;

/** The browser would import a module with this text; the test has only the text. */
function run<T>(code: string): T {
  return new Function(`return (${code})`)();
}

/** Every quantity's value in base units. */
function basesOf({ quantities, units }: EvaluatedModel): Values {
  return Object.fromEntries(
    [...quantities].map(([id, { value, unit }]) => [id, value * parseUnit(unit, units).factor]),
  );
}

test('compiled formulas give what the engine gives, for any inputs in range', () => {
  const { quantities, units, faults } = evaluateEntries(entries, nouns);
  expect(faults).toEqual([]);
  const compiled = compileFormulas(quantities, units);
  const formulas = compiled.map(({ id, code }) => [id, run<Compiled>(code)] as const);
  const random = randomFrom(42);
  for (let round = 0; round < 200; round += 1) {
    const model = modelOf(entries, nouns);
    for (const input of Object.values(model.inputs)) {
      const [low, high] = input.range;
      input.value = low + (high - low) * (1 - random());
    }
    const locate = () => ({ line: 1, column: 1 });
    const engine = evaluateModel(model, { path: 'model.yaml', locate });
    const bases = basesOf(engine);
    const given = Object.keys(model.inputs).map((id) => [id, bases[id] ?? 0] as const);
    const values: Values = Object.fromEntries(given);
    for (const [id, formula] of formulas) values[id] = formula(values);
    for (const id of Object.keys(model.derived)) {
      const error = Math.abs((values[id] ?? Number.NaN) - (bases[id] ?? 0));
      expect(error, id).toBeLessThanOrEqual(1e-9 * Math.abs(bases[id] ?? 0));
      expect(quantityOf(engine, id).kind).toBe('derived');
    }
  }
});

describe('the code', () => {
  test('is small, needs nothing from outside, and stands in the order of dependence', () => {
    const model = evaluateEntries({
      peak: ['rate * 3', 'read/s'],
      users: [1e8, 'user'],
      reads: [10, 'read/user/day'],
      rate: ['users * reads', 'read/s'],
      nodes: ['ceil(rate / 5,000 read/s) * 1 node', 'node'],
    });
    expect(compileFormulas(model.quantities, model.units)).toEqual([
      { id: 'rate', code: 'q=>q.users*q.reads' },
      { id: 'peak', code: 'q=>q.rate*3' },
      { id: 'nodes', code: 'q=>Math.ceil((q.rate/5e3).toPrecision(13))' },
    ]);
  });

  test.each([
    ['x * (y * z)', 'q.x*(q.y*q.z)'],
    ['x * y * z', 'q.x*q.y*q.z'],
    ['x / (y / z)', 'q.x/(q.y/q.z)'],
    ['x - (y - z)', 'q.x-(q.y-q.z)'],
    ['(x + y) * z', '(q.x+q.y)*q.z'],
    ['x * y + z', 'q.x*q.y+q.z'],
    ['-x ^ 2', '-(q.x**2)'],
    ['(-x) ^ 2', '(-q.x)**2'],
    ['x - -y', 'q.x-(-q.y)'],
    ['x * -(y + z)', 'q.x*(-(q.y+q.z))'],
    ['min(x, y + z)', 'Math.min(q.x,q.y+q.z)'],
    ['round(x) * 1,000,000,000', 'Math.round(q.x.toPrecision(13))*1e9'],
  ])('of %s has the parentheses that it needs', (formula, code) => {
    const one = ([2, 3, 5] as const).map((value) => [value, 'one'] as const);
    const [x = [1, 'one'], y = x, z = x] = one;
    const { quantities, units, faults } = evaluateEntries({ x, y, z, result: [formula, 'one'] });
    expect(faults).toEqual([]);
    expect(compileFormulas(quantities, units)).toEqual([{ id: 'result', code: `q=>${code}` }]);
    const values = { x: 2, y: 3, z: 5 };
    const value = run<Compiled>(`q=>${code}`)(values);
    expect(clean(value)).toBe(quantities.get('result')?.value);
  });

  test('of a model without derived quantities is empty', () => {
    const model = evaluateEntries({ users: [1e8, 'user'] });
    expect(compileFormulas(model.quantities, model.units)).toEqual([]);
  });
});

test.each([
  ['rate > 20,000 read/s', 20_000],
  ['rate <= 20,000 read/s', 20_000],
  ['links / 1 day >= 50,000,000 link/day / 86,400 s', 50_000_000 / 86_400 ** 2],
  ['storage * 2 < 1 PB', 1e15],
  ['rate * (1 - hit) < misses', undefined],
])('compiled sides of a condition have the values of the engine: %s', (text, fixed) => {
  const model = evaluateEntries(entries, nouns);
  const { quantities, units } = model;
  const { comparison, left, right } = compileSides(text, quantities, units);
  const values = basesOf(model);
  const result = evaluateCondition(text, quantities, units);
  if (!result.ok) throw new Error(result.message);
  expect(comparison).toBe(result.comparison);
  for (const [side, wanted] of [[left, result.left] as const, [right, result.right] as const]) {
    const base = run<Compiled>(side.code)(values);
    expect(base / side.unit.factor / wanted.value).toBeCloseTo(1, 9);
    expect(side.fixed ?? base).toBeCloseTo(base);
  }
  expect(right.fixed).toBe(fixed);
  expect(left.fixed).toBeUndefined();
});
