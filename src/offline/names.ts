/** What build, page and worker agree on. Addresses are relative to the site's own root. */

/** The service worker: a list of files, then the script that saves and serves them. */
export const workerFile = 'offline-worker.js';

/** What is known before anything is saved: `OfflineSizes` as JSON. */
export const sizesFile = 'offline.json';

/** Shown without a network for an address that was not saved. */
export const notSavedPage = 'not-saved.html';

/** Part of the query behind the worker's address where downloads are saved too. */
export const downloadsChoice = 'downloads';

/** Begins the name of the cache. The scope follows, since several sites may share an origin. */
export const storePrefix = 'offline ';

/** The cache of a site, and the channel on which its worker reports. */
export function storeName(scope: string): string {
  return storePrefix + scope;
}

/** Asks a worker that waits to take over from the one before, if no other tab would notice. */
export const takeOverMessage = 'take over';

/**
 * What stands in front of the worker's script, as `self.offline`. The script is one file without
 * imports, as every browser takes it, so it gets even the names from here.
 */
export interface WorkerOrder {
  files: SavedFile[];
  notSavedPage: string;
  downloadsChoice: string;
  storePrefix: string;
  takeOverMessage: string;
}

/** A file that is saved. */
export interface SavedFile {
  /** Relative to the site's root; `./` for the root itself. */
  url: string;
  /** SHA-256 for `integrity`; left out where the name holds a hash of the content. */
  integrity?: string;
  /** Bytes over the network, compressed. */
  wire: number;
  /** Saved by choice only. */
  download?: true;
}

/** What a set of files takes. */
export interface SetSize {
  files: number;
  /** Bytes over the network, compressed. */
  wire: number;
  /** Bytes on the device. */
  disk: number;
}

/** Sizes of what can be saved. */
export interface OfflineSizes {
  /** Changes when any saved file does. */
  version: string;
  site: SetSize;
  downloads: SetSize;
}

/** How far saving has come. */
export interface Progress {
  done: number;
  files: number;
  /** Bytes of the files that are done, and of all. */
  wire: number;
  total: number;
}

/** What a worker tells about its progress. */
export type Report = Progress | { failed: 'network' | 'room' };
