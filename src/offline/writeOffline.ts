import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import {
  downloadsChoice,
  notSavedPage,
  type OfflineSizes,
  type SavedFile,
  type SetSize,
  sizesFile,
  storePrefix,
  takeOverMessage,
  workerFile,
  type WorkerOrder,
} from './names.ts';
import { listSavedFiles, type MeasuredFile } from './savedFiles.ts';

/**
 * Writes the list of what a built site saves, with the worker in front of it, and the sizes. Called
 * when all other files are written; calling it again makes both anew.
 */
export async function writeOffline(folder: URL): Promise<OfflineSizes> {
  const files = await listSavedFiles(folder);
  const sizes: OfflineSizes = {
    version: sha256(JSON.stringify(files)).slice(0, 16),
    site: measureSet(files.filter(({ download }) => !download)),
    downloads: measureSet(files.filter(({ download }) => download)),
  };
  const sizesText = JSON.stringify(sizes);
  await writeFile(new URL(sizesFile, folder), sizesText);
  const listed: SavedFile[] = files.map(({ disk: _, ...file }) => file);
  listed.push({
    url: sizesFile,
    integrity: `sha256-${sha256(sizesText)}`,
    wire: sizesText.length,
  });
  const order: WorkerOrder = {
    files: listed,
    notSavedPage,
    downloadsChoice,
    storePrefix,
    takeOverMessage,
  };
  const script = await findScript(folder);
  await writeFile(
    new URL(workerFile, folder),
    `self.offline=${JSON.stringify(order)};\nimportScripts(${JSON.stringify(script)});\n`,
  );
  return sizes;
}

function measureSet(files: readonly MeasuredFile[]): SetSize {
  const sum = (pick: (file: MeasuredFile) => number) =>
    files.reduce((total, file) => total + pick(file), 0);
  return { files: files.length, wire: sum(({ wire }) => wire), disk: sum(({ disk }) => disk) };
}

/** The script that the build made of worker.ts. */
async function findScript(folder: URL): Promise<string> {
  const names = await readdir(new URL('_astro/', folder));
  const name = names.find((one) => /^offline-worker\..*\.js$/.test(one));
  if (name === undefined) throw new Error('The build made no script of src/offline/worker.ts');
  const script = `./_astro/${name}`;
  if (
    /(?:^|[;}])(?:import|export)\b\s*["{*]/.test(await readFile(new URL(script, folder), 'utf8'))
  ) {
    throw new Error('src/offline/worker.ts must share no module with the pages');
  }
  return script;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64');
}
