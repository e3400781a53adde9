import { themeColours, variable } from '../theme.ts';

/**
 * Mermaid computes with colours, so it needs real ones: each token has a stand-in that no author
 * would write, which becomes the token's CSS variable in the finished drawing.
 */
const tokens = Object.keys(themeColours);

/** The stand-in of a theme token. */
export function standIn(token: string): string {
  const index = tokens.indexOf(token);
  if (index < 0) throw new Error(`No diagram colour is called ${token}`);
  return `#d0${(0x10 + index).toString(16)}c7`;
}

const byStandIn = new Map(tokens.map((token) => [standIn(token), variable(token)]));

/** A finished colour: stand-ins as variables, greys that mermaid has hard-wired as the theme's. */
export function finishColour(colour: string): string {
  const value = colour.trim().toLowerCase();
  const hex = hexOf(value) ?? value;
  return byStandIn.get(hex) ?? wired[hex] ?? hex;
}

/** The six-digit hex of a colour that neither the theme nor mermaid wrote; nothing for others. */
export function authorsHex(colour: string): string | undefined {
  const finished = finishColour(colour);
  return /^#[\da-f]{6}$/.test(finished) ? finished : undefined;
}

/** Whether a finished colour follows the theme. */
export function isThemed(colour: string): boolean {
  return colour === 'none' || colour === 'currentcolor' || colour.startsWith('var(');
}

/** What mermaid writes without asking the theme. */
const wired: Readonly<Record<string, string>> = {
  '#000000': variable('ink'),
  '#333333': variable('ink'),
  '#ffffff': variable('paper'),
  '#666666': variable('line'),
  '#999999': variable('faint'),
  '#cccccc': variable('faint'),
  '#d3d3d3': variable('faint'),
  '#808080': variable('soft'),
  '#444444': variable('ink'),
  currentcolor: variable('soft'),
  // The actors of journeys, which a configuration can add to but not replace.
  '#8fbc8f': variable('service'),
  '#7cfc00': variable('store'),
  '#00ffff': variable('cache'),
  '#20b2aa': variable('queue'),
  '#b0e0e6': variable('external'),
  '#ffffe0': variable('warning'),
  // The palette of sankey charts.
  '#4e79a7': variable('service'),
  '#f28e2c': variable('warning'),
  '#e15759': variable('external'),
  '#76b7b2': variable('store'),
  '#59a14f': variable('queue'),
  '#edc949': variable('cache'),
  '#af7aa1': variable('client'),
  '#ff9da7': variable('muted'),
  '#9c755f': variable('external'),
  '#bab0ab': variable('muted'),
};

const names: Readonly<Record<string, string>> = {
  black: '#000000',
  white: '#ffffff',
  grey: '#808080',
  gray: '#808080',
  lightgrey: '#d3d3d3',
  lightgray: '#d3d3d3',
};

function hexOf(colour: string): string | undefined {
  const short = /^#([\da-f])([\da-f])([\da-f])$/.exec(colour);
  if (short)
    return `#${short
      .slice(1)
      .map((digit) => digit + digit)
      .join('')}`;
  const rgb = /^rgb\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)\s*\)$/.exec(colour);
  if (rgb) {
    return `#${rgb
      .slice(1)
      .map((part) => Number(part).toString(16).padStart(2, '0'))
      .join('')}`;
  }
  return names[colour];
}
