import { serveDownloads } from './downloads.ts';
import { takeOver } from './takeOver.ts';

/**
 * Loaded by every page that the worker serves. An update that was fetched during an earlier
 * visit is used from here on, unless another tab shows the copy before, which then stays whole.
 */
const { serviceWorker } = navigator;
serviceWorker.addEventListener('controllerchange', () => location.reload());
serveDownloads();

const registration = await serviceWorker.getRegistration();
// Who has begun to type or click is not interrupted; the next page is early enough.
if (registration?.waiting && !navigator.userActivation?.hasBeenActive) {
  await takeOver(registration.waiting);
}
