import type { Tree } from './tree.ts';

/** What is known of the clock, and its model. */
export const facts: Tree = {
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
};
