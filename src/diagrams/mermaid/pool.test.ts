import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkDiagram } from './check.ts';
import { openPool } from './pool.ts';

const cacheFolder = mkdtempSync(join(tmpdir(), 'diagrams-'));
const fixtures = new URL('../../../tests/diagrams/fixtures/', import.meta.url);
const sources = readdirSync(fixtures).map((name) => readFileSync(new URL(name, fixtures), 'utf8'));
const pool = openPool({ cacheFolder });

afterAll(async () => {
  await pool.close();
  rmSync(cacheFolder, { recursive: true });
});

describe('the pool', () => {
  it('draws cold within 20 s, and from its cache within 100 ms', { timeout: 30_000 }, async () => {
    const draw = async (with_: typeof pool): Promise<[string, number]> => {
      const start = performance.now();
      const outcomes = await Promise.all(sources.map((source) => with_.draw(source)));
      return [JSON.stringify(outcomes), performance.now() - start];
    };
    const [cold, coldTime] = await draw(pool);
    const [warm, warmTime] = await draw(openPool({ cacheFolder }));
    expect(warm).toBe(cold);
    expect(coldTime).toBeLessThan(20_000);
    expect(warmTime).toBeLessThan(100);
  });

  it('draws one source once, even when asked twice at a time', async () => {
    const source = 'flowchart TB\n  twice --> once';
    const [a, b] = await Promise.all([pool.draw(source), pool.draw(source)]);
    expect(a).toBe(b);
  });
});

describe('checkDiagram', () => {
  it('finds nothing wrong where nothing is', async () => {
    expect(await checkDiagram(pool, 'pie\n  accTitle: T\n  accDescr: D\n  "a" : 1')).toEqual([]);
  });

  it('names a syntax fault alone', async () => {
    const faults = await checkDiagram(pool, 'flowchart TB\n  a --');
    expect(faults.map(({ rule, line }) => [rule, line])).toEqual([['diagram-syntax', 2]]);
  });

  it('asks for a title and a description', async () => {
    const faults = await checkDiagram(pool, 'flowchart TB\n  a --> b');
    expect(faults.map(({ rule }) => rule)).toEqual(['diagram-title', 'diagram-description']);
  });
});
