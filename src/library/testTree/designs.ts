import type { Tree } from './tree.ts';

const design = `---
description: The clock, worked out for a test of the library.
---

## 1) First

It shows the time to {{viewers}}.

## 2) Second

It is asked {{= read_rate}}.
`;

/** The clock worked out in all formats. */
export const designs: Tree = {
  'content/problems/clock/spoken.md': `---
description: The clock, spoken aloud for a test of the library.
---

## 🎯 1) Questions

- Who looks at it?
- May it be late?

**Assumptions**

- It is day.
- The sun shines.

> [!note] Light
> It needs light.

## 2) Load

At its peak: {{= peak_rate}}, from {{viewers}}.

| what | rate |
|---|---|
| reads | {{read_rate}} |

## 3) Parts

### A) ONE

The stick.

![A stick that throws a shadow on the ground](./stick.excalidraw)

### B) TWO

The ground.

\`\`\`text
sun --> stick
\`\`\`

\`\`\`json
{ "rate": {{# peak_rate}} }
\`\`\`

#### What if it stops?

The sun does not stop.

## 4) Interview

### Why not a quartz?

It drifts. The sun does not.

### What if {{viewers}} look at once?

Then {{peak_rate}} are read. Nobody stands in the way.

### Who sets it?

Nobody does. The sun moves.

### What does it cost?

A stick. It is found in the wood.

### When is it wrong?

At night. Nobody asks then.
`,
  'content/problems/clock/stick.excalidraw': '{}',
  'content/problems/clock/story.md': design,
  'content/problems/clock/architect.md': design,
  'content/problems/clock/note.md': design,
  'content/problems/clock/dossier/01-a.md': `---
description: The first file of the clock, for a test.
---

## STEP 1: ONE

It answers {{read_rate}}.
`,
  'content/problems/clock/dossier/02-b.md': `---
description: The second file of the clock, for a test.
---

## STEP 2: TWO

It costs nothing.
`,
};
