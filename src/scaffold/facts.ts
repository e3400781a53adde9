import { stringify } from 'yaml';
import { levels } from '../schemas/problem.ts';
import type { Beginning } from './design.ts';

/** `problem.yaml` to begin with: every field, empty, with what belongs into it. */
export function beginFacts(title: string, order: number): Beginning {
  const text = `# What is asked, why it is hard, what was decided, and how it fails.
# Every figure is a quantity of model.yaml: {{peak_write_rate}}.
${stringify({ title, order }).trimEnd()}
# As an interviewer would ask it: Design a URL shortener like Bitly
ask: ''
# One sentence for lists and search.
summary: ''
# ${levels.join(', ')}
level: ''
# Two to eight words, such as read-heavy.
tags: []
# What the interviewer says, in two to five sentences.
statement: ''
# Two to five:
#   - title: A cached answer that can be taken back
#     why: One sentence with the {{quantity}} that makes it hard.
hardParts: []
# Ids of four to ten quantities, the most telling first.
keyFigures: []
# Three or more:
#   - id: primary-store
#     question: Where do the rows live?
#     choice: What was chosen.
#     because: Why, with the {{quantity}} that decides.
#     rejected:
#       - { option: A rival, because: The number at which it fails., components: [redis] }
#     components: [postgresql]   # ids of content/reference/components.yaml
#     flips:
#       - { when: 'peak_write_rate > 20,000 write/s', to: What one would do then. }
decisions: []
# Four to seven, the most telling first:
#   - what: What fails
#     effect: What that does, and how, with the {{quantity}} that shows it.
#     answer: What is done about it, and what remains.
failures: []
# Five questions of the interview sections, as their headings are written there.
hardest: []
`;
  return { name: 'problem.yaml', text };
}

/** `model.yaml` to begin with: no quantity yet, and the shape of each kind. */
export function beginModel(): Beginning {
  const text = `# The typed quantities from which every figure of this problem is computed.
# What this problem counts beyond the built-in units: \`ride: {}\` or \`match: { plural: matches }\`.
units: {}
# Figures that somebody chose:
#   daily_users:
#     label: daily active users
#     value: 10000000
#     unit: user
#     range: [100000, 1000000000]   # what still makes sense for what-if
#     why: Why this value and not another.
#     source: { title: Who published it, url: 'https://…', date: 2024 }   # where there is one
inputs: {}
# Figures that follow from others:
#   read_rate:
#     label: reads
#     formula: daily_users * 10 read/user/day
#     unit: read/s
#     so: what it means for the design
derived: {}
`;
  return { name: 'model.yaml', text };
}
