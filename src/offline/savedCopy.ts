import {
  downloadsChoice,
  type OfflineSizes,
  type Report,
  sizesFile,
  storeName,
  workerFile,
} from './names.ts';
import type { OfflineState } from './state.ts';
import { takeOver } from './takeOver.ts';

type Tell = (state: OfflineState) => void;

/** Whether there is nothing newer. */
type Currency = 'yes' | 'unknown';

/** Sizes as the build wrote them; nothing where they cannot be had. */
export async function fetchSizes(root: URL): Promise<OfflineSizes | undefined> {
  const response = await fetch(new URL(sizesFile, root)).catch(() => undefined);
  return response?.ok ? response.json() : undefined;
}

/** The copy of the site that this device keeps, `root` being where the site begins. */
export class SavedCopy {
  readonly #root: URL;
  readonly #tell: Tell;
  /** What the worker said last about an attempt that failed. */
  #failure: 'network' | 'room' = 'network';
  #isSaving = false;
  #isUpdate = false;

  /** Every change is told to `tell`. */
  constructor(root: URL, tell: Tell) {
    this.#root = root;
    this.#tell = tell;
    new BroadcastChannel(storeName(root.href)).onmessage = ({ data }: MessageEvent<Report>) => {
      if ('failed' in data) this.#failure = data.failed;
      else if (this.#isSaving) tell({ is: 'saving', isUpdate: this.#isUpdate, ...data });
    };
  }

  /** Tells what there is, then whether there is something newer. */
  async look(): Promise<void> {
    const impossible = whyImpossible();
    if (impossible !== undefined) {
      this.#tell({ is: 'impossible', why: impossible });
      return;
    }
    const registration = await this.#registration();
    if (registration === undefined) {
      this.#tell({ is: 'unsaved', kept: await this.#count() });
      return;
    }
    if (registration.active !== null) await this.#tellSaved(registration.active);
    let isCurrent: Currency = 'yes';
    if (registration.installing === null && registration.waiting === null) {
      await registration.update().catch(() => {
        isCurrent = 'unknown';
      });
    }
    await this.#follow(registration, isCurrent);
  }

  /** Saves what is not saved yet, with downloads or without. */
  async save(withDownloads: boolean): Promise<void> {
    const address = new URL(workerFile, this.#root);
    if (withDownloads) address.searchParams.set(downloadsChoice, '');
    // So that the browser does not clear it away when it needs room; some ask.
    void navigator.storage?.persist?.();
    try {
      let registration = await this.#register(address);
      if (registration.installing === null && (await this.#count()) === 0) {
        // A worker that was removed while it served a tab comes back without its files. One of
        // another address begins anew.
        const last = new URL(registration.active?.scriptURL ?? address).searchParams.get('again');
        address.searchParams.set('again', String(Number(last) + 1));
        registration = await this.#register(address);
      }
      await this.#follow(registration, 'yes');
    } catch {
      await this.#tellStopped('refused');
    }
  }

  /** Takes everything away that was saved. */
  async remove(): Promise<void> {
    await (await this.#registration())?.unregister();
    await caches.delete(storeName(this.#root.href));
    this.#tell({ is: 'removed' });
  }

  /** Follows what is being saved to its end, and tells what there is then. */
  async #follow(registration: ServiceWorkerRegistration, isCurrent: Currency): Promise<void> {
    const { installing } = registration;
    if (installing !== null) {
      this.#isUpdate = registration.active !== null;
      this.#isSaving = true;
      this.#tell({ is: 'saving', isUpdate: this.#isUpdate, done: 0, files: 0, wire: 0, total: 0 });
      const isDone = await settled(installing, this.#isUpdate);
      this.#isSaving = false;
      if (!isDone) {
        await this.#tellStopped(this.#failure);
        return;
      }
    }
    if (registration.waiting !== null && registration.active !== null) {
      const reload = () => location.reload();
      navigator.serviceWorker.addEventListener('controllerchange', reload);
      if (await takeOver(registration.waiting)) return;
      navigator.serviceWorker.removeEventListener('controllerchange', reload);
      this.#tell({ is: 'ready' });
      return;
    }
    if (registration.active !== null) await this.#tellSaved(registration.active, isCurrent);
  }

  #register(address: URL): Promise<ServiceWorkerRegistration> {
    const options = { scope: this.#root.href, updateViaCache: 'none' } as const;
    return navigator.serviceWorker.register(address, options);
  }

  /** The registration of this site, not of one around it. */
  async #registration(): Promise<ServiceWorkerRegistration | undefined> {
    const found = await navigator.serviceWorker.getRegistration(this.#root);
    return found?.scope === this.#root.href ? found : undefined;
  }

  async #tellSaved({ scriptURL }: ServiceWorker, isCurrent?: Currency): Promise<void> {
    const withDownloads = new URL(scriptURL).searchParams.has(downloadsChoice);
    const on = await this.#savedOn();
    this.#tell({ is: 'saved', on, ...(isCurrent && { isCurrent }), withDownloads });
  }

  async #tellStopped(why: 'network' | 'room' | 'refused'): Promise<void> {
    const isUpdate = this.#isUpdate;
    this.#tell({ is: 'stopped', why, kept: await this.#count(), isUpdate });
  }

  /** When the copy in use was fetched, as the server said then. */
  async #savedOn(): Promise<Date | undefined> {
    const cache = await caches.open(storeName(this.#root.href));
    const sizes = await cache.match(new URL(sizesFile, this.#root), { ignoreSearch: true });
    const date = sizes?.headers.get('date');
    return date ? new Date(date) : undefined;
  }

  /** How many files are kept; asking makes no cache. */
  async #count(): Promise<number> {
    const name = storeName(this.#root.href);
    if (!(await caches.has(name))) return 0;
    return (await (await caches.open(name)).keys()).length;
  }
}

function whyImpossible(): Extract<OfflineState, { is: 'impossible' }>['why'] | undefined {
  if (import.meta.env.DEV) return 'development';
  if (!isSecureContext) return 'insecure';
  return 'serviceWorker' in navigator && 'caches' in window ? undefined : 'browser';
}

/** Whether a worker that is being installed gets there; an update then waits, a first one starts. */
function settled(worker: ServiceWorker, isUpdate: boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const look = () => {
      const { state } = worker;
      if (state === 'activated' || (state === 'installed' && isUpdate)) resolve(true);
      // What failed says why on another channel; let it arrive.
      if (state === 'redundant') setTimeout(() => resolve(false), 100);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}
