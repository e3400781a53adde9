import { expect, it } from 'vitest';
import { figureElement, withoutWorking } from './fill.ts';

it('takes the working out of figures, and leaves what they are', () => {
  const quantity = {
    kind: 'input' as const,
    id: 'delay',
    label: 'delay',
    value: 1,
    unit: 's',
    text: '1 s',
    exact: '1 s',
    range: [0, 2] as [number, number],
    why: 'More than "0" & less than 2',
  };
  expect(
    withoutWorking(
      `In ${figureElement(quantity, '1 s')}, or ${figureElement(quantity, 'in a second, or in less than two')}.`,
    ),
  ).toBe(
    'In <data value="1" data-quantity="delay">1 s</data>, or <data value="1" data-quantity="delay">in a second, or in less than two</data>.',
  );
});
