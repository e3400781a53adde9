/** What axe cannot judge by itself, and what was decided when somebody looked. */
export interface Undecided {
  rule: string;
  /** Why axe leaves it open: the key of its message. */
  why: string;
  /** CSS selector of the element itself or of what holds it. */
  within: string;
  /** The only width at which this holds; default: all. */
  width?: number;
  decision: string;
}

/** Whatever axe leaves open and is not listed here fails the test; so does what never occurs. */
export const undecided: readonly Undecided[] = [
  {
    rule: 'color-contrast',
    why: 'elmPartiallyObscured',
    within: '.table-frame',
    width: 320,
    decision:
      'Cells that are scrolled out of their frame. At 1280 px they are in sight, in the same colours, and pass.',
  },
  {
    rule: 'color-contrast',
    why: 'shortTextContent',
    within: '.table-frame',
    width: 320,
    decision: 'As above, for cells that hold a single digit.',
  },
  {
    rule: 'color-contrast',
    why: 'elmPartiallyObscured',
    within: 'main pre',
    width: 320,
    decision:
      'Words of code in lines that wrap or are scrolled out of sight. At 1280 px they are in sight, in the same colours, and pass.',
  },
  {
    rule: 'color-contrast',
    why: 'bgOverlap',
    within: 'main pre',
    width: 320,
    decision: 'As above, where a piece is scrolled below the edge of its frame.',
  },
  {
    rule: 'color-contrast',
    why: 'elmPartiallyObscuring',
    within: 'main pre',
    width: 320,
    decision: 'As above: a word that wraps has a box over both of its lines.',
  },
  {
    rule: 'color-contrast',
    why: 'elmPartiallyObscured',
    within: 'main .portion',
    width: 1280,
    decision:
      'Portions of a prompt that lie below the edge of their frame. Those above it have the same colours, and pass.',
  },
  {
    rule: 'color-contrast',
    why: 'elmPartiallyObscuring',
    within: 'copy-prompt button',
    width: 320,
    decision:
      'A button whose words wrap. At 1280 px they stand in one line, in the same colours, and pass.',
  },
  {
    rule: 'color-contrast',
    why: 'bgOverlap',
    within: '.diagram-frame svg',
    decision:
      'Text over shapes of a drawing. All pairs of its colours are held to their contrast by src/diagrams/theme.test.ts.',
  },
  {
    rule: 'color-contrast',
    why: 'imgNode',
    within: '.diagram-frame svg',
    decision: 'As above: axe takes shapes of a drawing for an image behind its text.',
  },
  {
    rule: 'color-contrast',
    why: 'imgNode',
    within: 'main figure svg[role=img]',
    decision:
      'Words of a chart, which stand on the paper of the page above the bars. They have its two colours of text, which pass elsewhere.',
  },
  {
    rule: 'color-contrast',
    why: 'nonBmp',
    within: 'capacity-line .sign, main li',
    decision:
      'Where an element’s own text is signs alone (“≈”, “→”), there are no letters to judge. It has the colour of its neighbours, which pass.',
  },
];
