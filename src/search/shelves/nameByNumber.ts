import { rename } from 'node:fs/promises';
import { readCbor, writeCbor } from './cbor.ts';
import type { ShelfFile } from './shelf.ts';

/** Pagefind's metadata: `pagefind/src/index/index_metadata.rs`. */
type Meta = [
  version: string,
  sections: [id: string, words: number][],
  chunks: [from: string, to: string, name: string][],
  filters: [],
  sorts: [],
  fields: string[],
];

/** What Pagefind begins its files with. */
const signature = 'pagefind_dcd';

/**
 * Renames the files of an index to numbers. Of what has to be known of a shelf before it is searched,
 * names that come of content are more than half; for the shelf as a whole one such name is enough.
 */
export async function nameByNumber(shelf: ShelfFile, folder: URL): Promise<ShelfFile> {
  const packed = Buffer.from(shelf.meta.bytes, 'latin1').subarray(signature.length);
  const [version, sections, chunks, ...others] = readCbor(packed) as Meta;
  const move = (kind: string, name: string, number: number) =>
    rename(
      new URL(`${kind}/${name}.pf_${kind}`, folder),
      new URL(`${kind}/${number}.pf_${kind}`, folder),
    );
  await Promise.all([
    ...sections.map(([id], number) => move('fragment', id, number)),
    ...chunks.map(([, , name], number) => move('index', name, number)),
  ]);
  const renamed: Meta = [
    version,
    sections.map(([, words], number) => [String(number), words]),
    chunks.map(([from, to], number) => [from, to, String(number)]),
    ...others,
  ];
  const bytes = signature + Buffer.from(writeCbor(renamed)).toString('latin1');
  const own = sections.map(([id], number) => [number, shelf.sections[id] ?? []] as const);
  return { ...shelf, meta: { ...shelf.meta, bytes }, sections: Object.fromEntries(own) };
}
