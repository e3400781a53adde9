import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { synonymsSchema } from '../schemas/synonym.ts';
import { readYaml } from '../source/yaml.ts';

const path = 'content/reference/synonyms.yaml';
const read = (text: string) => readYaml(text, synonymsSchema, { path }).faults;

describe('synonyms', () => {
  it('are without a fault', () => {
    expect(read(readFileSync(path, 'utf8'))).toEqual([]);
  });

  it('have each name once, and no unknown keys', () => {
    expect(read('synonyms:\n  - { same: [DB] }\n  - { same: [db] }')[0]?.message).toContain(
      'one `same` list',
    );
    expect(read('synonyms:\n  - { same: [DB], like: [x] }')[0]).toMatchObject({
      line: 2,
      rule: 'schema',
    });
  });
});
