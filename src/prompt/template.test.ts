import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatIds } from '../schemas/format.ts';
import { readTemplate } from './template.ts';

describe.each(formatIds)('template %s', (id) => {
  const path = `content/templates/${id}.md`;
  const { template, faults } = readTemplate({ path, text: readFileSync(path, 'utf8') });

  it('has a contract and a body that agree', () => {
    expect(faults).toEqual([]);
    expect(template?.contract.id).toBe(id);
  });

  it('is cut into blocks that together are the whole prompt', () => {
    const joined = template?.blocks.map(({ text }) => text).join('\n');
    expect(joined).toBe(template?.body);
  });
});
