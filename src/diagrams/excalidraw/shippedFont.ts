import { readFile } from 'node:fs/promises';
import { type HandFont, openHandFont } from './font.ts';

/** The file that the site serves as `Worked Designs Hand`. */
const file = new URL('../../assets/fonts/excalifont.woff2', import.meta.url);

/** Reads and opens the shipped font. The only part of whiteboards that touches the file system. */
export async function readShippedFont(): Promise<HandFont> {
  return openHandFont(await readFile(file));
}
