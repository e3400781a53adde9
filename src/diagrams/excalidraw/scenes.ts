import { glob, readFile } from 'node:fs/promises';

/**
 * Paths of all whiteboards that stand beside the designs, sorted. They are read when a page needs
 * them: as modules, all would be held in memory for as long as the site is built.
 */
export async function listScenes(): Promise<string[]> {
  const paths = await Array.fromAsync(glob('content/problems/*/*.excalidraw'));
  return paths.map((path) => path.replaceAll('\\', '/')).sort();
}

/** The text of a whiteboard that `listScenes` told. */
export function readSceneFile(path: string): Promise<string> {
  return readFile(path, 'utf8');
}
