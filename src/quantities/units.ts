import { Mistake } from './mistake.ts';
import { didYouMean } from './suggestion.ts';

// Formulas are parsed by mathjs, but this unit algebra is the project's own. mathjs has one, and
// `evaluate.test.ts` proves that the two agree, but ours also goes to the browser (2 KB against
// mathjs's 70 KB, compressed), gives a product the unit that a reader expects (`multiplyUnits`) and
// the order of terms to be said, and has a noun for each thing that a problem counts: mathjs will
// not create `link` (the surveyor's unit) and reads `min` as its function.

/** One named unit. */
export interface UnitAtom {
  /** As it is written in `model.yaml`: `user`, `ms`, `GB`. */
  name: string;
  /** What it measures: `time`, `data`, `money`, a counted noun, or `''` for a pure number. */
  dimension: string;
  /** Its size in the dimension's base: seconds, bytes, dollars, or the counted thing itself. */
  factor: number;
  /** The unit without its metric or binary prefix: `s` for `ms`, `byte` for `GB`. */
  root: string;
  /** How it is printed after exactly one: `user`, `GB`, `µs`. */
  one: string;
  /** How it is printed after any other number: `users`, `GB`, `µs`. */
  many: string;
}

/** A unit atom raised to a power: `/day` is `{ atom: day, power: -1 }`. */
export interface UnitTerm {
  atom: UnitAtom;
  power: number;
}

/** A compound unit such as `read/user/day`; a pure number has no terms. */
export interface Unit {
  terms: readonly UnitTerm[];
  /** Size in base units: a value in this unit times `factor` is the value in base units. */
  factor: number;
  /** Exponent of each dimension; dimensions with exponent 0 are left out. */
  dimensions: ReadonlyMap<string, number>;
}

/** The units that one problem may use, by name. */
export type Units = ReadonlyMap<string, UnitAtom>;

/** What `model.yaml` declares under `units:`. */
export type DeclaredUnits = Readonly<Record<string, { plural?: string | undefined }>>;

const day = 86_400;
const year = 365 * day;

/** `server` counts the same thing as `node`: each is printed as it was written. */
const nouns =
  'user request read write query message event item object connection node core partition shard replica'.split(
    ' ',
  );

const symbol = (name: string, dimension: string, factor: number, root: string, text = name) =>
  ({ name, dimension, factor, root, one: text, many: text }) satisfies UnitAtom;

const word = (name: string, dimension: string, factor: number, root = name, many = plural(name)) =>
  ({ name, dimension, factor, root, one: name, many }) satisfies UnitAtom;

const byte = word('byte', 'data', 1);
const bit = word('bit', 'data', 1 / 8);

/**
 * Prefixes from one thousand up. The decimal kilobyte is printed `KB`, as engineers write it
 * (SI would have `kB`); 1,024 bytes are a `KiB` and nothing else.
 */
const ladder = (root: UnitAtom, prefixes: string, step: number, short: string): UnitAtom[] => [
  root,
  ...prefixes
    .split(' ')
    .map((prefix, index) =>
      symbol(prefix + short, 'data', root.factor * step ** (index + 1), root.name),
    ),
];

const ladders: readonly (readonly UnitAtom[])[] = [
  ladder(byte, 'K M G T P E', 1000, 'B'),
  ladder(byte, 'Ki Mi Gi Ti Pi Ei', 1024, 'B'),
  ladder(bit, 'k M G T P E', 1000, 'bit'),
  ladder(bit, 'Ki Mi Gi Ti Pi Ei', 1024, 'bit'),
];

const atoms: readonly UnitAtom[] = [
  ...nouns.map((noun) => word(noun, noun, 1)),
  word('server', 'node', 1),
  word('dollar', 'money', 1),
  symbol('percent', '', 0.01, 'percent', '%'),
  symbol('one', '', 1, 'one', ''),
  ...ladders.flat(),
  symbol('ns', 'time', 1e-9, 's'),
  symbol('us', 'time', 1e-6, 's', 'µs'),
  symbol('ms', 'time', 1e-3, 's'),
  symbol('s', 'time', 1, 's'),
  word('second', 'time', 1, 's'),
  symbol('min', 'time', 60, 'min'),
  word('minute', 'time', 60, 'min'),
  symbol('h', 'time', 3600, 'h'),
  word('hour', 'time', 3600, 'h'),
  word('day', 'time', day),
  word('week', 'time', 7 * day),
  word('month', 'time', year / 12), // 730 h, the month that clouds bill
  word('year', 'time', year),
];

/** The units that every problem has. */
export const builtInUnits: Units = new Map<string, UnitAtom>([
  ...atoms.map((atom) => [atom.name, atom] as const),
  ['B', byte],
  ...ladders.flat().flatMap((atom): [string, UnitAtom][] => {
    if (atom.name === 'KB') return [['kB', atom]];
    return atom.name === 'kbit' ? [['Kbit', atom]] : [];
  }),
]);

/** A pure number's unit. */
export const one: Unit = makeUnit([]);

/** The built-in units and the nouns that one problem counts; each noun is a dimension of its own. */
export function createUnits(declared: DeclaredUnits): Units {
  const units = new Map(builtInUnits);
  for (const [noun, { plural }] of Object.entries(declared)) {
    if (!units.has(noun)) units.set(noun, word(noun, noun, 1, noun, plural));
  }
  return units;
}

/** The regular plural: `queries`, `batches`, `days`, `users`. */
function plural(noun: string): string {
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
  return /(?:s|x|z|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

/** Units of the same kind that differ by prefix only, smallest first; for byte and bit units. */
export function prefixLadder(atom: UnitAtom): readonly UnitAtom[] | undefined {
  return ladders.find((steps) => steps.includes(atom));
}

/**
 * Reads a unit expression: names joined by `/` and `*`, each with an optional power
 * (`read/user/day`, `node*h`, `1/s`, `one`).
 * Throws a `unit-unknown` mistake for a name that this problem does not have, or bad syntax.
 */
export function parseUnit(text: string, units: Units): Unit {
  const parts = text.trim().split(/\s*([*/])\s*/);
  const terms: UnitTerm[] = [];
  let sign = 1;
  for (const [index, part] of parts.entries()) {
    if (index % 2 === 1) {
      sign = part === '/' ? -1 : 1;
      continue;
    }
    if (index === 0 && part === '1' && parts[1] === '/') continue;
    const match = /^([A-Za-z]+)(?:\^(-?[1-9]\d?))?$/.exec(part);
    if (match === null) {
      throw new Mistake(
        'unit-unknown',
        `\`${text}\` is not a unit`,
        'names joined by `/` or `*`, such as `read/user/day`',
      );
    }
    const [, name = '', power = '1'] = match;
    terms.push({ atom: findAtom(name, units), power: sign * Number(power) });
  }
  return makeUnit(terms);
}

function findAtom(name: string, units: Units): UnitAtom {
  const atom = units.get(name);
  if (atom !== undefined) return atom;
  throw new Mistake(
    'unit-unknown',
    `this problem has no unit \`${name}\`${didYouMean(name, units.keys())}`,
    'a built-in unit or a noun declared under `units:` of the model',
  );
}

/** A unit of these terms in this order; equal atoms are joined, `one` and cancelled atoms vanish. */
export function makeUnit(terms: readonly UnitTerm[]): Unit {
  const powers = new Map<UnitAtom, number>();
  const dimensions = new Map<string, number>();
  let factor = 1;
  for (const { atom, power } of terms) {
    if (atom.name === 'one') continue;
    addPower(powers, atom, power);
    if (atom.dimension !== '') addPower(dimensions, atom.dimension, power);
    // Division keeps `1/86,400` and the like as exact as floating point allows.
    factor = power < 0 ? factor / atom.factor ** -power : factor * atom.factor ** power;
  }
  return { terms: [...powers].map(([atom, power]) => ({ atom, power })), factor, dimensions };
}

function addPower<Key>(powers: Map<Key, number>, key: Key, power: number): void {
  const sum = (powers.get(key) ?? 0) + power;
  if (sum === 0) powers.delete(key);
  else powers.set(key, sum);
}

/** True when values of the two units can be added and compared. */
export function sameDimension(a: Unit, b: Unit): boolean {
  if (a.dimensions.size !== b.dimensions.size) return false;
  for (const [dimension, power] of a.dimensions) {
    if (b.dimensions.get(dimension) !== power) return false;
  }
  return true;
}

/**
 * The natural unit of a product: each dimension keeps one unit, so `read/day × year` is `read`
 * and `byte × day/h` is `byte`. Values must therefore be carried in base units.
 */
export function multiplyUnits(a: Unit, b: Unit): Unit {
  const kept = new Map<string, UnitTerm>();
  for (const { atom, power } of [...a.terms, ...b.terms]) {
    if (atom.dimension === '') continue;
    const held = kept.get(atom.dimension);
    const sum = (held?.power ?? 0) + power;
    if (sum === 0) kept.delete(atom.dimension);
    else if (held === undefined || Math.abs(power) > Math.abs(held.power)) {
      kept.set(atom.dimension, { atom, power: sum });
    } else kept.set(atom.dimension, { atom: held.atom, power: sum });
  }
  return makeUnit([...kept.values()]);
}

/** The unit with every power multiplied: `powerUnit(u, -1)` is its inverse. */
export function powerUnit(unit: Unit, exponent: number): Unit {
  if (exponent === 1) return unit;
  const terms = unit.terms.filter(({ atom }) => atom.dimension !== '');
  return makeUnit(terms.map(({ atom, power }) => ({ atom, power: power * exponent })));
}

/** The unit as it is written in a model: `read/user/day`, or `one`. */
export function unitText({ terms }: Unit): string {
  if (terms.length === 0) return 'one';
  const write = ({ atom, power }: UnitTerm) =>
    Math.abs(power) === 1 ? atom.name : `${atom.name}^${Math.abs(power)}`;
  const above = terms.filter(({ power }) => power > 0).map(write);
  const below = terms.filter(({ power }) => power < 0).map((term) => `/${write(term)}`);
  return `${above.length === 0 ? '1' : above.join('*')}${below.join('')}`;
}

/** The unit for a message. */
export function describeUnit(unit: Unit): string {
  return unit.terms.length === 0 ? 'a pure number' : `\`${unitText(unit)}\``;
}
