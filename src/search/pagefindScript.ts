import { readFile, writeFile } from 'node:fs/promises';

/**
 * Pagefind asks for its entry, then for its metadata, one after the other. What is known already is
 * given to it.
 */
const prologue = [
  'const given = new Map();',
  'export const give = (address, response) => given.set(address, response);',
  'const fetch = (asked) => {',
  "  const [address] = String(asked).split('?');",
  '  const response = given.get(address);',
  '  given.delete(address);',
  '  return response ?? globalThis.fetch(asked);',
  '};',
].join('\n');

/** Where that begins which is not needed here: several languages at once, workers, global functions. */
const rest = 'var Pagefind=class{';

/** One index, and the program that all of them share. */
const epilogue = 'export { PagefindInstance, wasm_bindgen as backend };';

/** Keeps of Pagefind's script what the engine uses, and lets it out. */
export async function openScript(script: URL): Promise<void> {
  const text = await readFile(script, 'utf8');
  const end = text.indexOf(rest);
  if (end === -1) throw new Error('Pagefind is made otherwise: see src/search/pagefindScript.ts.');
  await writeFile(script, `${prologue}\n${text.slice(0, end)}\n${epilogue}\n`);
}
