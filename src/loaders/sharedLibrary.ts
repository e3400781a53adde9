import { fileURLToPath } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { countLibrary, type Library, readLibrary } from '../library/library.ts';
import { checkWhiteboards } from '../diagrams/excalidraw/check.ts';
import { readShippedFont } from '../diagrams/excalidraw/shippedFont.ts';
import { sortFaults } from '../faults/fault.ts';
import { contentError } from './contentError.ts';
import { parseNatively } from '../source/nativeMarkdown.ts';
import { readContentFolder } from './contentFolder.ts';

/**
 * Four collections are made of one library, at the same time; it is read once for all of them. When
 * the last one is made, nobody holds the library any more, and its memory is free for the pages: of
 * 500 problems it is more than half a gigabyte.
 */
let shared: { root: string; library: Promise<Library> | WeakRef<Library> } | undefined;

/** The library of the project; stops the build with every fault of the content. */
export async function loadLibrary({ config, logger }: LoaderContext): Promise<Library> {
  const root = fileURLToPath(config.root);
  const known = shared?.root === root ? shared.library : undefined;
  const library = known instanceof WeakRef ? known.deref() : await known;
  if (library !== undefined) return library;
  const reading = read(root, logger);
  const own = { root, library: reading };
  shared = own;
  const made = await reading;
  if (shared === own) shared = { root, library: new WeakRef(made) };
  return made;
}

async function read(root: string, logger: LoaderContext['logger']): Promise<Library> {
  parseNatively();
  const files = await readContentFolder(root);
  const library = readLibrary(files);
  const faults = [...library.faults, ...checkWhiteboards(files, await readShippedFont())];
  if (faults.length === 0) {
    const { problems, designs, pages, quantities, checks } = countLibrary(library);
    logger.info(
      `${problems} problems, ${designs} designs in ${pages} pages, ${quantities} quantities, ${checks} checks passed`,
    );
    return library;
  }
  // What Mermaid has to say comes out when it draws. Since nothing will be drawn, it is asked now.
  const { checkMermaid } = await import('../diagrams/checkDiagrams.ts');
  throw contentError(
    sortFaults([...faults, ...(await checkMermaid(files))]),
    '`npm run check` prints the same list.',
  );
}

/** In development, reads the content anew whenever a file of it changes, then runs `reload`. */
export function watchContent(context: LoaderContext, reload: () => Promise<void>): void {
  const { watcher, config, logger } = context;
  if (watcher === undefined) return;
  const content = fileURLToPath(new URL('./content/', config.root));
  watcher.add(content);
  const onChange = async (path: string) => {
    if (!path.startsWith(content)) return;
    shared = undefined;
    await reload().catch((error: Error) => logger.error(error.message));
  };
  for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, onChange);
}
