import { type Meaning, meanings } from '../theme.ts';

/** A pair of colours in the scene, from Excalidraw's own (light) palette, so that editing there feels at home. */
export interface SceneColours {
  stroke: string;
  fill: string;
}

/** The scene's colours by meaning. On the page each becomes the theme's `--dg-…`. */
export const sceneColours: Readonly<Record<Meaning, SceneColours>> = {
  client: { stroke: '#343a40', fill: '#e9ecef' },
  service: { stroke: '#099268', fill: '#c3fae8' },
  store: { stroke: '#1971c2', fill: '#d0ebff' },
  cache: { stroke: '#e67700', fill: '#fff3bf' },
  queue: { stroke: '#6741d9', fill: '#e5dbff' },
  external: { stroke: '#846358', fill: '#eaddd7' },
  warning: { stroke: '#e03131', fill: '#ffe3e3' },
  muted: { stroke: '#868e96', fill: '#f8f9fa' },
};

/** The colour of text and plain arrows in a scene: Excalidraw's default. */
export const sceneInk = '#1e1e1e';

/** What Excalidraw's colour picker offers and the table above lacks, by the token that is nearest. */
const pickerColours: Readonly<Record<string, string>> = {
  '#000000': 'ink',
  '#ffffff': 'paper',
  '#f08c00': 'cache',
  '#9c36b5': 'queue',
  '#0c8599': 'service',
  '#2f9e44': 'service',
  '#ffc9c9': 'warning-fill',
  '#b2f2bb': 'service-fill',
  '#a5d8ff': 'store-fill',
  '#ffec99': 'cache-fill',
  '#d0bfff': 'queue-fill',
  '#eebefa': 'queue-fill',
  '#99e9f2': 'service-fill',
  '#96f2d7': 'service-fill',
};

/** Theme token (`service`, `store-fill`, `ink`, …) by lower-case scene colour. */
export const tokenOf: ReadonlyMap<string, string> = new Map([
  ...Object.entries(pickerColours),
  [sceneInk, 'ink'],
  ...meanings.flatMap((meaning): [string, string][] => [
    [sceneColours[meaning].stroke, meaning],
    [sceneColours[meaning].fill, `${meaning}-fill`],
  ]),
]);
