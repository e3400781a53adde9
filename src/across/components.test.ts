import { describe, expect, it } from 'vitest';
import type { ProblemEntry } from '../content.ts';
import { readLibrary } from '../library/library.ts';
import { filesOf, validTree } from '../library/testTree.ts';
import { adviceOn, pagesOfComponent } from './components.ts';

const library = readLibrary(filesOf(validTree));
const problems: ProblemEntry[] = library.problems.map((worked) => ({
  ...worked,
  quantities: [...worked.quantities.values()],
}));

describe('components', () => {
  it('know where they were chosen and rejected, and at which number that flips', () => {
    const {
      pages: [page],
      total,
    } = pagesOfComponent('sundial', problems);
    const [uses] = page?.items ?? [];
    expect(uses?.chosen.length).toBeGreaterThan(0);
    expect(uses?.rejected.length).toBeGreaterThan(0);
    const flips = [...(uses?.chosen ?? []), ...(uses?.rejected ?? [])].flatMap((one) => one.flips);
    expect(flips).toContainEqual(
      expect.objectContaining({
        when: 'peak_rate > 20,000 read/s',
        now: '694 reads/s against 20 k reads/s',
      }),
    );
    expect(uses?.rejected[0]?.options.map(({ option }) => option)).toEqual(['A quartz']);
    expect(total.chosen).toBe(uses?.chosen.flatMap(({ options }) => options).length);
    expect(uses?.chosen[0]?.href).toMatch(/^\/designs\/clock\/#decision-/);
  });

  it('count as zero where nothing speaks of them', () => {
    expect(pagesOfComponent('moondial', problems)).toMatchObject({
      pages: [{ items: [], count: 1 }],
      total: { chosen: 0, rejected: 0, flips: 0 },
    });
  });

  it('are found in the framework', () => {
    const { areas } = library.reference;
    expect(adviceOn('sundial', areas)).toMatchObject({ area: { id: 'time' } });
    expect(adviceOn('moondial', areas)).toBeUndefined();
  });
});
