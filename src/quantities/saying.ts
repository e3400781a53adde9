import type { Saying } from './say.ts';
import { prefixLadder, type Unit, type UnitAtom, type UnitTerm } from './units.ts';

/** How figures of a unit are said. */
export function sayingOf(unit: Unit): Saying {
  const { terms } = unit;
  const above = terms.filter(({ power }) => power > 0);
  const below = terms.filter(({ power }) => power < 0);
  const lead = leadAtom(above);
  const rate = below.map((term) => `/${termText(term, false)}`).join('');
  if (lead?.dimension === 'money') return { one: '', many: '', rate, sign: '$', wordsFrom: 1e4 };

  const name = (single: boolean) =>
    above.map((term, index) => termText(term, index === above.length - 1 && !single)).join('·');
  const names = { one: name(true), many: name(false), rate };
  const ladder = lead && prefixLadder(lead);
  if (lead !== undefined && ladder !== undefined) {
    const steps = ladder.map(({ one, many, factor }) => ({
      ...{ one, many },
      factor: factor / lead.factor,
    }));
    return { ...names, wordsFrom: 1e4, prefixes: { at: ladder.indexOf(lead), steps } };
  }
  // A percentage takes no words, however large.
  if (lead?.name === 'percent') return { ...names, whole: 100, wordsFrom: 1e18 };
  // `86,400 s` reads better than `86.4 k s`; the words begin at a million.
  if (lead?.dimension === 'time') return { ...names, wordsFrom: 1e6 };
  if (terms.length === 0) return { ...names, whole: 1, counted: true, wordsFrom: 1e4 };
  const counted = lead !== undefined && terms.length === 1;
  return { ...names, ...(counted && { counted }), wordsFrom: 1e4 };
}

/** The only unit above the fraction stroke, if there is exactly one and it has no power. */
function leadAtom(above: readonly UnitTerm[]): UnitAtom | undefined {
  const [first] = above;
  return above.length === 1 && first?.power === 1 ? first.atom : undefined;
}

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function termText({ atom, power }: UnitTerm, plural: boolean): string {
  const size = Math.abs(power);
  if (size === 1) return plural ? atom.many : atom.one;
  const raised = [...String(size)].map((digit) => superscripts[Number(digit)] ?? digit).join('');
  return `${atom.one}${raised}`;
}
