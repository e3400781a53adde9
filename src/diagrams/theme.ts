/**
 * The colours of every diagram, Mermaid and whiteboard alike: one table, two themes.
 * A drawing never holds a colour of its own; it holds `var(--dg-<token>)`.
 */

/** What a colour says, where an author gives a box a meaning (`A:::store` in Mermaid). */
export const meanings = [
  'client',
  'service',
  'store',
  'cache',
  'queue',
  'external',
  'warning',
  'muted',
] as const;

export type Meaning = (typeof meanings)[number];

/** One colour in both themes, as six-digit hex. */
export interface ThemeColour {
  light: string;
  dark: string;
}

const neutral = {
  /** The sheet a diagram lies on; also behind edge labels. As `--paper` in src/styles/palette.css. */
  paper: { light: '#fcfcfa', dark: '#12171c' },
  /** Text. */
  ink: { light: '#161c22', dark: '#f2f4f2' },
  /** Secondary text: types, stereotypes, edge labels. */
  soft: { light: '#46535e', dark: '#c3cbd1' },
  /** Edges and arrowheads. */
  line: { light: '#4d5b66', dark: '#97a3ad' },
  /** A plain box. */
  node: { light: '#f0f3f2', dark: '#1f2830' },
  'node-line': { light: '#7f8d95', dark: '#5d6b77' },
  /** Every second row of a table. */
  row: { light: '#f8f9f7', dark: '#171e24' },
  /** A subgraph, a boundary, a loop. */
  group: { light: '#f7f8f6', dark: '#161d23' },
  'group-line': { light: '#b9c1c0', dark: '#44525e' },
  /** Lifelines, grids, axes. */
  faint: { light: '#c6cecd', dark: '#44525e' },
} as const satisfies Record<string, ThemeColour>;

/** The service is the site's accent, the warning its warning colour. */
const meaningful: Record<Meaning, { line: ThemeColour; fill: ThemeColour }> = {
  client: {
    line: { light: '#46535e', dark: '#a9b5be' },
    fill: { light: '#e4e9ea', dark: '#2d3841' },
  },
  service: {
    line: { light: '#0b6b63', dark: '#5cc8bd' },
    fill: { light: '#def0ed', dark: '#16343a' },
  },
  store: {
    line: { light: '#27579c', dark: '#8fb6ef' },
    fill: { light: '#e3ecf8', dark: '#1d2f4a' },
  },
  cache: {
    line: { light: '#85600b', dark: '#ddb95c' },
    fill: { light: '#f8efd2', dark: '#3a311a' },
  },
  queue: {
    line: { light: '#6444a8', dark: '#bba5ee' },
    fill: { light: '#ece6f8', dark: '#30284a' },
  },
  external: {
    line: { light: '#75584c', dark: '#c9aa9b' },
    fill: { light: '#f1e8e3', dark: '#372d29' },
  },
  warning: {
    line: { light: '#a2470b', dark: '#f0a25e' },
    fill: { light: '#fbebdc', dark: '#3a2615' },
  },
  muted: {
    line: { light: '#7f8d95', dark: '#5d6b77' },
    fill: { light: '#f7f8f6', dark: '#171e24' },
  },
};

/** Every token with its two colours, in the order of the style sheet. */
export const themeColours: Readonly<Record<string, ThemeColour>> = {
  ...neutral,
  ...Object.fromEntries(
    meanings.flatMap((meaning) => [
      [meaning, meaningful[meaning].line],
      [`${meaning}-fill`, meaningful[meaning].fill],
    ]),
  ),
};

/** The meanings in the order in which a chart takes its series from them. */
export const series: readonly Meaning[] = [
  'service',
  'store',
  'cache',
  'queue',
  'external',
  'warning',
  'client',
  'muted',
];

/** The fonts of a diagram's text; the first is the one that the build measures. */
export const diagramFont = "Inter, system-ui, 'Noto Sans', sans-serif";

/** The CSS value that a drawing holds for a token. */
export function variable(token: string): string {
  return `var(--dg-${token})`;
}

/** The style sheet that gives every token its colour; dark where Starlight's `data-theme` says so. */
export function themeStyleSheet(): string {
  const widths = Array.from({ length: 40 }, (_, at) => at + 1)
    .filter((step) => step > 5)
    .map((step) => `.diagram-w${step} > svg {\n  min-width: ${step * 50}px;\n}\n`);
  const block = (selector: string, theme: keyof ThemeColour): string =>
    `${selector} {\n${Object.entries(themeColours)
      .map(([token, colour]) => `  --dg-${token}: ${colour[theme]};`)
      .join('\n')}\n}\n`;
  return [
    '/* Written by `themeStyleSheet()` in theme.ts; a test keeps the two alike. */\n',
    `:root {\n  --dg-font: var(--font-text, ${diagramFont});\n}\n`,
    block(":root,\n[data-theme='light']", 'light'),
    block("[data-theme='dark']", 'dark'),
    `@media print {\n${block("  [data-theme='dark']", 'light').replace(/\n(?=[ }])/g, '\n  ')}}\n`,
    '/* A frame scrolls rather than show its drawing smaller than this. */\n',
    widths.join('\n'),
  ].join('\n');
}

/** Contrast ratio of two six-digit hex colours after WCAG 2, between 1 and 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
