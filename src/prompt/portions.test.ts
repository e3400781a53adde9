import { expect, it } from 'vitest';
import { fillPrompt, parsePrompt } from './fill.ts';
import { portionsOf } from './portions.ts';

const prompt =
  'Design {{problem}}.\n\nGoals\n- one\n\n\nRules for {{problem}}\n- two\n\nEnd {{problem}}';
const texts = (least: number) =>
  portionsOf(parsePrompt(prompt), least).map((portion) => fillPrompt(portion, {}));

it('cuts a prompt at blank lines', () => {
  expect(texts(5)).toEqual([
    'Design {{problem}}.\n\n',
    'Goals\n- one\n\n\n',
    'Rules for {{problem}}\n- two\n\n',
    'End {{problem}}',
  ]);
});

it('leaves short ones whole, and loses nothing', () => {
  expect(texts(1000)).toEqual([prompt]);
  for (const least of [1, 10, 20, 30]) expect(texts(least).join('')).toBe(prompt);
  expect(portionsOf([])).toEqual([]);
});
