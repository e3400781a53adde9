/**
 * What the development server answers where a build has its worker: it takes away whatever a build,
 * saved at the same address, left behind.
 */
export const leavingWorker = `
addEventListener('install', () => skipWaiting());
addEventListener('activate', (event) => event.waitUntil(leave()));
async function leave() {
  await registration.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.includes(registration.scope)).map((name) => caches.delete(name)));
  for (const client of await clients.matchAll({ type: 'window' })) client.navigate(client.url);
}
`;
