import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { evaluateCondition } from '../quantities/condition.ts';
import type { Values } from '../quantities/sayWorking.ts';
import { compileWhatIf } from './emit.ts';
import {
  change,
  createFigures,
  directionOf,
  readFlips,
  showFigure,
  presentValue,
} from './figures.ts';
import { computed, runScript, type TestProblem, testProblems } from './testProblems.ts';
import { randomFrom } from '../random.ts';

async function prepare({ problem, model }: TestProblem) {
  const { quantities, units } = computed(model);
  const source = { problem, quantities: [...quantities.values()], units: model.units };
  const { script, model: data } = compileWhatIf(source);
  const figures = createFigures(data, await runScript(script));
  return { quantities, units, script, data, figures };
}

/** Inputs from all over their ranges, on a logarithmic scale where the range is wide. */
function anyInputs(model: TestProblem['model'], random: () => number): Values {
  const inputs: Values = {};
  for (const [id, { range }] of Object.entries(model.inputs)) {
    const [low, high] = range;
    const part = random();
    inputs[id] =
      low > 0 && high / low > 50 ? low * (high / low) ** part : low + (high - low) * part;
  }
  return inputs;
}

describe.each(testProblems.map((one) => [one.slug, one] as const))('%s', (slug, one) => {
  it('shows at the default inputs what the build shows', async () => {
    const { quantities, figures } = await prepare(one);
    for (const [id, quantity] of quantities) {
      expect(showFigure(figures, id), id).toBe(quantity.text);
      // Twelve digits: the last may be rounded otherwise.
      const bare = Number(showFigure(figures, id, 'number'));
      expect(Math.abs(bare - quantity.value), id).toBeLessThanOrEqual(
        1e-11 * Math.abs(quantity.value),
      );
      if (quantity.kind === 'derived') {
        expect(showFigure(figures, id, 'working'), id).toBe(quantity.working);
      }
      expect(directionOf(figures, id)).toBeUndefined();
    }
    expect(readFlips(figures).filter(({ holds }) => holds)).toEqual([]);
  });

  it(
    'equals the engine at 200 random inputs, tipping points included',
    { timeout: 60_000 },
    async () => {
      const { figures, units } = await prepare(one);
      const random = randomFrom(2026);
      const conditions = one.problem.decisions.flatMap(({ flips }) =>
        flips.map(({ when }) => when),
      );
      let worst = 0;
      for (let round = 0; round < 200; round += 1) {
        const model = structuredClone(one.model);
        const inputs = anyInputs(model, random);
        for (const [id, input] of Object.entries(model.inputs)) input.value = inputs[id] ?? 0;
        const engine = computed(model);
        change(figures, inputs);
        for (const [id, quantity] of engine.quantities) {
          const found = presentValue(figures, id);
          const gap = Math.abs(found - quantity.value) / Math.abs(quantity.value || 1);
          worst = Math.max(worst, gap);
          expect(gap, id).toBeLessThanOrEqual(1e-9);
          expect(showFigure(figures, id), id).toBe(quantity.text);
          if (quantity.kind === 'derived') {
            expect(showFigure(figures, id, 'working'), id).toBe(quantity.working);
          }
        }
        const holds = readFlips(figures).map((flip) => flip.holds);
        const wanted = conditions.map((when) => {
          const result = evaluateCondition(when, engine.quantities, units);
          return result.ok && result.holds;
        });
        expect(holds).toEqual(wanted);
      }
      console.log(`${slug}: largest relative gap ${worst.toExponential(1)}`);
    },
  );

  it('keeps its script small', async () => {
    const { script, data } = await prepare(one);
    const [code, json] = [script, JSON.stringify(data)].map((text) => gzipSync(text).length);
    console.log(`${slug}: script ${code} bytes gzip, data ${json} bytes gzip`);
    expect(code).toBeLessThanOrEqual(1000);
  });
});
