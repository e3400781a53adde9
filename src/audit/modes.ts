import { type Mode, plainMode } from './evaluate.ts';
import { type Expression, quantitiesOf } from './expression.ts';

/** All ways to read what is ambiguous in these two; the plain one first. */
export function modesOf(...expressions: readonly Expression[]): Mode[] {
  const quantities = expressions.flatMap(quantitiesOf);
  const numbers = quantities.flatMap(({ number }) => [
    number,
    ...(number.upTo ? [number.upTo] : []),
  ]);
  const units = quantities.flatMap((one) => one.units);
  let modes: Mode[] = [plainMode];
  const letters = quantities.filter(({ number }) => number.bytes !== undefined).slice(0, 4);
  for (const { number } of letters) {
    const add = (mode: Mode) => ({ ...mode, byteLetters: [...mode.byteLetters, number.start] });
    modes = [...modes, ...modes.map(add)];
  }
  const branch = (name: Exclude<keyof Mode, 'byteLetters'>, applies: boolean) => {
    if (applies) modes = [...modes, ...modes.map((mode) => ({ ...mode, [name]: true }))];
  };
  branch(
    'smallLetters',
    numbers.some(({ small }) => small !== undefined),
  );
  branch(
    'grouped',
    numbers.some(({ grouped }) => grouped !== undefined),
  );
  branch(
    'high',
    quantities.some(({ number }) => number.upTo !== undefined),
  );
  branch(
    'binary',
    units.some(({ size, binarySize }) => size !== binarySize),
  );
  branch(
    'looseBits',
    units.some(({ loose }) => loose === true),
  );
  return modes;
}
