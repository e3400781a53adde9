import type { ContentFile } from './tree.ts';

/** Texts by path: the smallest content without a fault. For tests only. */
export type Tree = Record<string, string>;

/** The files of a tree, as the library reads them. */
export function filesOf(tree: Tree): ContentFile[] {
  return Object.entries(tree).map(([path, text]) => ({ path, text }));
}

/** A copy in which `from` became `to` in one file; throws where `from` does not stand there. */
export function change(tree: Tree, path: string, from: string, to: string): Tree {
  const text = tree[path];
  if (text === undefined || !text.includes(from)) throw new Error(`${path} has no “${from}”`);
  return { ...tree, [path]: text.replace(from, () => to) };
}

/** A copy without one file. */
export function drop(tree: Tree, path: string): Tree {
  if (!(path in tree)) throw new Error(`there is no ${path}`);
  return Object.fromEntries(Object.entries(tree).filter(([name]) => name !== path));
}

/** 1-based line of the first line that contains a text. */
export function lineOf(tree: Tree, path: string, text: string): number {
  const index = (tree[path] ?? '').split('\n').findIndex((line) => line.includes(text));
  if (index === -1) throw new Error(`${path} has no line with “${text}”`);
  return index + 1;
}

const shared = (id: string, title: string, style: string) => `---
id: ${id}
title: ${title}
summary: A design in this format.
choose: Choose it when a test needs a template that is as small as it can be.
compare: { length: short, diagrams: few, maths: some, bestFor: tests }
role: user
headingStyle: ${style}
variables:
  - { name: problem, label: Problem, example: Design a clock }`;

const single = (id: string, title: string) => `${shared(id, title, 'paren')}
media: [ascii]
sections:
  - id: first
    heading: 1) First
    topics: [requirements]
    holds: [a sentence]
  - id: second
    heading: 2) Second
    topics: [interview]
    holds: [a sentence]
---
Design {{problem}}.

1) First
2) Second
`;

const design = `---
description: The clock, worked out for a test of the library.
---

## 1) First

It shows the time to {{viewers}}.

## 2) Second

It is asked {{= read_rate}}.
`;

/** A problem “clock” in five formats; `spoken` uses every kind of need. */
export const validTree: Tree = {
  'content/templates/spoken.md': `${shared('spoken', 'Spoken answer', 'paren')}
icons: [🎯]
words: { min: 20, max: 200, per: design }
media: [ascii, excalidraw]
needs:
  - { kind: callouts, asks: One callout, min: 1 }
bans:
  - { what: vendor names, asks: Name no vendor, words: [Kafka, AWS] }
sections:
  - id: questions
    heading: 1) Questions
    topics: [requirements]
    holds: [two to three questions]
    needs:
      - { kind: questions, asks: Ask 2-3 questions, min: 2, max: 3 }
      - { kind: items, asks: List assumptions, under: Assumptions, min: 2 }
      - { kind: labels, asks: List assumptions, labels: [Assumptions] }
      - { kind: sentences, asks: Ask 2-3 questions, max: 9 }
  - id: load
    heading: 2) Load
    hint: (show your work)
    topics: [capacity]
    computed: true
    holds: [the load]
    needs:
      - { kind: workings, asks: Work it out, min: 1 }
      - { kind: tables, asks: Work it out, min: 1 }
      - { kind: mentions, asks: Work it out, terms: [[peak, maximum]] }
  - id: parts
    heading: 3) Parts
    topics: [architecture]
    holds: [parts, a diagram, code]
    unless: There are no parts because
    needs:
      - { kind: parts, asks: Two parts, parts: [A) ONE, B) TWO] }
      - { kind: answers, asks: Answer what if, questions: [What if it stops?], words: 4 }
      - { kind: diagrams, asks: Draw it, media: [ascii], min: 1 }
      - { kind: code, asks: Show code, languages: [json], min: 1 }
  - id: interview
    heading: 4) Interview
    topics: [interview]
    holds: [five questions]
    needs:
      - { kind: qa, asks: Five questions, min: 5, max: 5, sentences: [1, 2] }
---
Design {{problem}}. One callout. Name no vendor.

1) Questions
- Ask 2-3 questions
- List assumptions
2) Load (show your work)
- Work it out
3) Parts
- Two parts
- Answer what if
- Draw it
- Show code
4) Interview
- Five questions
`,
  'content/templates/story.md': single('story', 'Story'),
  'content/templates/architect.md': single('architect', 'Architect'),
  'content/templates/note.md': single('note', 'Note'),
  'content/templates/dossier.md': `${shared('dossier', 'Dossier', 'step')}
media: []
files:
  - { name: 01-a.md, title: One }
  - { name: 02-b.md, title: Two }
sections:
  - { id: one, heading: 'STEP 1: ONE', topics: [api], holds: [a sentence], file: 01-a.md }
  - { id: two, heading: 'STEP 2: TWO', topics: [cost], holds: [a sentence], file: 02-b.md }
---
Design {{problem}}

STEP 1: ONE
STEP 2: TWO
`,
  'content/reference/components.yaml': `components:
  sundial: { title: Sundial, category: database }
`,
  'content/reference/framework.yaml': `areas:
  - id: time
    title: Time
    options:
      - { title: Dial, components: [sundial], fits: Where the sun shines often. }
      - { title: Bell, fits: Where it does not. }
`,
  'content/reference/anti-patterns.yaml': `antiPatterns:
  - id: cloud
    title: A cloud
    what: A cloud stands before the sun.
    hurts: Nobody knows what time it is.
    instead: Wait until it has gone.
    cure: { shows: A clock without a cloud., problem: clock, format: spoken, section: load }
`,
  'content/reference/synonyms.yaml': `synonyms:
  - { same: [clock, timepiece], also: [sundial] }
`,
  'content/reference/numbers.yaml': `inputs:
  hours:
    label: hours of light
    value: 12
    unit: h
    range: [1, 24]
    why: At the equinox, everywhere.
    source: { title: The sun, date: 2026 }
derived:
  dark:
    label: hours of darkness
    formula: 1 day - hours
    unit: h
  darker:
    label: darkness of two days
    formula: 2 * dark
    unit: h
groups:
  - { kind: list, id: light, title: Light, note: By day and by night., quantities: [hours] }
  - kind: table
    id: darkness
    title: Darkness
    note: By night and by day.
    corner: Season
    columns: [a day]
    rows:
      - { head: dark, quantities: [darker] }
`,
  'content/problems/clock/problem.yaml': `title: Clock
order: 1
ask: Design a clock
summary: A clock that shows the time to {{viewers}}.
level: senior
tags: [time, test]
statement: Show the time to {{viewers}} who look often.
hardParts:
  - { title: Being right, why: The time changes while one reads it. }
  - { title: Being seen, why: All look at the same second. }
keyFigures: [viewers, looks, read_rate, peak_rate]
decisions:
  - id: source
    question: Where does the time come from?
    choice: From the sun, which costs nothing.
    because: It answers {{peak_rate}} without a node.
    rejected:
      - { option: A quartz, because: It drifts by a second a month., components: [sundial] }
    components: [sundial]
    flips:
      - { when: 'peak_rate > 20,000 read/s', to: Two suns are needed then. }
  - id: display
    question: How is it shown?
    choice: By a shadow on the ground.
    because: Nothing has to be sent for it.
    rejected:
      - { option: Bells, because: They wake people at night. }
  - id: night
    question: What happens at night?
    choice: Nothing is shown until morning.
    because: Nobody looks while they sleep.
    rejected:
      - { option: A lamp, because: It shows the time that it was lit. }
failures:
  - { what: Clouds, effect: There is no shadow to read., answer: The town waits until they pass. }
  - { what: The stick falls, effect: 'All of {{viewers}} see nothing.', answer: Whoever passes sets it up. }
  - { what: The ground moves, effect: Every reading is a little off., answer: It is marked out anew. }
  - { what: A tree grows, effect: Its shadow is taken for the other., answer: The tree is cut in spring. }
hardest:
  - Why not a quartz?
  - What if {{viewers}} look at once?
  - Who sets it?
  - What does it cost?
  - When is it wrong?
`,
  'content/problems/clock/model.yaml': `units:
  glance: {}
inputs:
  viewers:
    label: people who look
    value: 1000000
    unit: user
    range: [1000, 100000000]
    why: A town of that size has one clock.
  looks:
    label: looks a day
    value: 20
    unit: read/user/day
    range: [1, 100]
    why: Once in every waking hour and some more.
  peak_factor:
    label: peak over average
    value: 3
    unit: one
    range: [1, 10]
    why: All look when the shops close.
derived:
  read_rate:
    label: reads
    formula: viewers * looks
    unit: read/s
  peak_rate:
    label: peak reads
    formula: read_rate * peak_factor
    unit: read/s
`,
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
