import type { Tree } from './tree.ts';

/** Components, their framework, anti-patterns, synonyms and numbers. */
export const reference: Tree = {
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
};
