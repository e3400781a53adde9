import { PrecacheController, PrecacheRoute } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import type { Report, SavedFile } from './names.ts';
import type { LifeEvent, WorkerScope } from './workerScope.ts';

/**
 * The service worker. Workbox keeps the files: entries of one build are told from those of another by
 * their digest, nothing is served before all are there, and what is old goes when no tab needs it.
 */
declare const self: WorkerScope;

/** Files that are fetched at a time. */
const lanes = 6;

const { downloadsChoice, notSavedPage, storePrefix, takeOverMessage } = self.offline;
const { scope } = self.registration;
const store = storePrefix + scope;
const withDownloads = new URL(self.location.href).searchParams.has(downloadsChoice);
const files = self.offline.files.filter(({ download }) => withDownloads || !download);
const controller = new PrecacheController({ cacheName: store });
// Without `integrity`, which would have Workbox put files back that a visitor has removed.
controller.addToCacheList(
  files.map(({ url, integrity }) => ({ url, revision: integrity?.slice(7, 23) ?? null })),
);
const channel = new BroadcastChannel(store);
const report = (message: Report) => channel.postMessage(message);

let isFirst = false;

self.addEventListener('install', (event) => {
  isFirst = self.registration.active === null;
  event.waitUntil(save(event));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(controller.activate(event));
  // Tabs that were open before anything was saved work without a network from now on.
  if (isFirst) event.waitUntil(self.clients.claim());
});

self.addEventListener('message', (event) => {
  const { data, source, ports } = event;
  if (data !== takeOverMessage || source === null) return;
  event.waitUntil(takeOver(source.id).then((taken) => ports[0]?.postMessage(taken)));
});

registerRoute(
  new PrecacheRoute(controller, { ignoreURLParametersMatching: [/.*/], cleanURLs: false }),
);
registerRoute(
  new NavigationRoute(async ({ request }) => {
    try {
      return await fetch(request);
    } catch {
      return (await controller.matchPrecache(notSavedPage)) ?? Response.error();
    }
  }),
);

/**
 * Fetches what is not there yet, several files at a time. What arrived before a failure stays, so
 * that the next attempt goes on from there.
 */
async function save(event: LifeEvent): Promise<void> {
  const total = files.reduce((sum, { wire }) => sum + wire, 0);
  let [done, wire] = [0, 0];
  const queue = files.values();
  const lane = async () => {
    for (const file of queue) {
      await saveFile(file, event);
      done += 1;
      wire += file.wire;
      report({ done, files: files.length, wire, total });
    }
  };
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane));
  const failure = ends.find((end) => end.status === 'rejected');
  if (failure === undefined) return;
  const { reason } = failure;
  const isFull = reason instanceof DOMException && reason.name === 'QuotaExceededError';
  report({ failed: isFull ? 'room' : 'network' });
  throw reason;
}

async function saveFile({ url, integrity }: SavedFile, event: LifeEvent): Promise<void> {
  const cacheKey = controller.getCacheKeyForURL(url);
  if (cacheKey === undefined) throw new Error(`${url} is not on the list`);
  const request = new Request(url, {
    // A file of another build than the list's is refused.
    ...(integrity !== undefined && { integrity, cache: 'reload' }),
    credentials: 'same-origin',
  });
  await Promise.all(controller.strategy.handleAll({ params: { cacheKey }, request, event }));
}

/** Takes over from the worker before, unless another tab still shows pages of that one. */
async function takeOver(asking: string): Promise<boolean> {
  const tabs = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const isAlone = tabs.every(({ id, url }) => id === asking || !url.startsWith(scope));
  if (isAlone) await self.skipWaiting();
  return isAlone;
}
