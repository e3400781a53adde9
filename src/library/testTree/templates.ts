import type { Tree } from './tree.ts';

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

/** Templates of all formats; `spoken` uses every kind of need. */
export const templates: Tree = {
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
};
