import type { Op } from 'roughjs/bin/core';
import type { Point } from '../geometry.ts';

/** Steps in a pixel that coordinates are rounded to. A hand-drawn line hides half a pixel. */
const steps = 2;

/**
 * Path data of rough operations, moved by an offset: relative, rounded, without needless characters.
 * Rounding never adds up, since each step is taken from where the last one really ended.
 */
export function pathData(ops: readonly Op[], [dx, dy]: Point): string {
  let data = '';
  let command = '';
  let x = 0;
  let y = 0;
  const emit = (letter: string, values: readonly number[]): void => {
    const written = values.map((value) => compact(value / steps));
    const separator = letter === command && !written[0]?.startsWith('-') ? ' ' : '';
    data += (letter === command ? separator : letter) + joined(written);
    command = letter;
  };
  for (const { op, data: raw } of ops) {
    const at = raw.map((value, index) => Math.round((value + (index % 2 === 0 ? dx : dy)) * steps));
    const [endX = 0, endY = 0] = at.slice(-2);
    const relative = at.map((value, index) => value - (index % 2 === 0 ? x : y));
    if (op === 'move') {
      if (endX === x && endY === y && data !== '') continue;
      emit('M', at);
      command = '';
    } else {
      emit(op === 'bcurveTo' ? 'c' : 'l', relative);
    }
    [x, y] = [endX, endY];
  }
  return data;
}

/** `0.5` → `.5`, `-0.5` → `-.5`. */
function compact(value: number): string {
  return String(value).replace(/^(-?)0\./, '$1.');
}

/** Numbers with a space only where the next one could be read as part of the last. */
function joined(numbers: readonly string[]): string {
  return numbers.reduce(
    (text, value, index) => text + (index === 0 || value.startsWith('-') ? '' : ' ') + value,
    '',
  );
}
