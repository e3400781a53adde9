import { expect, it } from 'vitest';
import { type C4Model, flowchartOf } from './c4.ts';

it('puts shapes into their boundaries and keeps text from being read as markup', () => {
  const model: C4Model = {
    getTitle: () => 'A "title"',
    getC4ShapeArray: (parent) =>
      parent === 'b'
        ? [
            {
              alias: 'db',
              label: { text: 'user_data "hot"' },
              techn: { text: 'SQL' },
              typeC4Shape: { text: 'container_db' },
            },
          ]
        : parent === 'global'
          ? [{ alias: 'u', label: { text: 'User' }, typeC4Shape: { text: 'external_person' } }]
          : [],
    getBoundaries: (parent) =>
      parent === ''
        ? [{ alias: 'global' }]
        : parent === 'global'
          ? [{ alias: 'b', label: { text: 'Core' }, type: { text: 'SYSTEM' } }]
          : [],
    getRels: () => [{ type: 'birel', from: 'u', to: 'db', label: { text: 'asks' } }],
  };
  expect(flowchartOf(model)).toMatchInlineSnapshot(`
    "---
    title: "A \\"title\\""
    ---
    flowchart TB
    n0["\`**User**
    *[Person]*\`"]
    n0@{ shape: stadium }
    class n0 c4
    class n0 muted
    subgraph n1 ["\`**Core** *[SYSTEM]*\`"]
    n2["\`**user\\_data 'hot'**
    *[Container: SQL]*\`"]
    n2@{ shape: cyl }
    class n2 c4
    class n2 store
    end
    class n1 c4boundary
    n0 <-->|"\`asks\`"| n2"
  `);
});
