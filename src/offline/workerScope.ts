import type { WorkerOrder } from './names.ts';

/** What the worker uses of its surroundings; TypeScript's own list of them clashes with that of pages. */
export interface WorkerScope {
  /** From `offline-worker.js`. */
  offline: WorkerOrder;
  location: Location;
  registration: ServiceWorkerRegistration;
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: boolean }): Promise<Tab[]>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(name: 'install' | 'activate', listener: (event: LifeEvent) => void): void;
  addEventListener(name: 'message', listener: (event: TabMessage) => void): void;
}

/** An event that keeps the worker alive until its promises are settled. */
export interface LifeEvent extends Event {
  waitUntil(promise: Promise<unknown>): void;
}

interface Tab {
  id: string;
  url: string;
}

interface TabMessage extends LifeEvent {
  data: unknown;
  /** The tab that sent the message. */
  source: Tab | null;
  ports: readonly MessagePort[];
}
