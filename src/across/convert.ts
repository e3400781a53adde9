import { Mistake } from '../quantities/mistake.ts';
import { readNumber } from '../quantities/read.ts';
import { speak, speakExactly } from '../quantities/speak.ts';
import { builtInUnits, describeUnit, parseUnit, sameDimension } from '../quantities/units.ts';

/** What a person typed. */
export interface Conversion {
  /** `100 M`, `1.2 billion`, `4e8` */
  amount: string;
  /** `request/day` */
  from: string;
  /** `request/s` */
  to: string;
}

/** The amount in the other unit, or what keeps it from being one. */
export type Converted =
  | {
      ok: true;
      /** `1,160 requests/s` */
      text: string;
      /** In full: `1,157.40740741 requests/s`. */
      exact: string;
    }
  | { ok: false; field: keyof Conversion; message: string };

/** Converts between units that measure the same. Units may be typed in the plural. */
export function convert({ amount, from, to }: Conversion): Converted {
  const value = readNumber(amount);
  if (value === undefined) {
    const message = `“${amount}” is not a number; try 400 M, 1.2 billion or 20,000.`;
    return { ok: false, field: 'amount', message };
  }
  const source = readUnit(from);
  if (typeof source === 'string') return { ok: false, field: 'from', message: source };
  const target = readUnit(to);
  if (typeof target === 'string') return { ok: false, field: 'to', message: target };
  if (!sameDimension(source, target)) {
    const message = `${describe(source)} and ${describe(target)} measure different things.`;
    return { ok: false, field: 'to', message };
  }
  const result = { value: (value * source.factor) / target.factor, unit: target };
  if (!Number.isFinite(result.value)) {
    return { ok: false, field: 'amount', message: `“${amount}” is more than can be computed.` };
  }
  return { ok: true, text: speak(result).text, exact: speakExactly(result) };
}

/** A unit, or why it is none. */
function readUnit(text: string): ReturnType<typeof parseUnit> | string {
  try {
    return parseUnit(text.replace(/[A-Za-zµ]+/g, singular), builtInUnits);
  } catch (error) {
    if (!(error instanceof Mistake)) throw error;
    return `“${text}” is no unit; try ms, GB, request/day or dollar/month.`;
  }
}

/** The name of the unit whose plural or symbol this is: `request` for `requests`, `us` for `µs`. */
function singular(word: string): string {
  if (builtInUnits.has(word)) return word;
  for (const { name, one, many } of builtInUnits.values()) {
    if (word === many || word === one) return name;
  }
  return word;
}

const describe = (unit: ReturnType<typeof parseUnit>) => describeUnit(unit).replaceAll('`', '');
