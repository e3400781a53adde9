import { sayBytes } from '../takeaway/downloads.ts';
import type { OfflineSizes, Progress } from './names.ts';

/** What has become of saving, as the panel shows it. */
export type OfflineState =
  /** It cannot be done here. */
  | { is: 'impossible'; why: 'development' | 'insecure' | 'browser' }
  /** Nothing is served from the device; `kept` files are left of an attempt that stopped. */
  | { is: 'unsaved'; kept: number }
  | ({ is: 'saving'; isUpdate: boolean } & Progress)
  | { is: 'stopped'; why: 'network' | 'room' | 'refused'; kept: number; isUpdate: boolean }
  /** All is there; `on` is when. `isCurrent` says whether there is nothing newer, once it was asked. */
  | { is: 'saved'; on: Date | undefined; isCurrent?: 'yes' | 'unknown'; withDownloads: boolean }
  /** An update is there as well, and waits for other tabs. */
  | { is: 'ready' }
  | { is: 'removed' };

/** What the panel says and offers. */
export interface Words {
  text: string;
  /** What the button that saves says; without it there is none. */
  save?: string;
  canRemove: boolean;
  isWarning?: true;
  /** From 0 to 1. */
  progress?: number;
}

const impossible = {
  development:
    'This is the development server, which has nothing to save: run `npm start`, which builds the site and serves it.',
  insecure: 'Browsers save sites for offline use only over HTTPS or from this device.',
  browser:
    'This browser, or this private window, cannot save sites. The whole site as an archive works anywhere.',
} as const;

const current = {
  yes: ', up to date.',
  unknown: '. Whether there is something newer is not known without a network.',
  asking: '.',
} as const;

/** The words for a state; sizes are missing until they are fetched. */
export function wordsFor(state: OfflineState, sizes: OfflineSizes | undefined): Words {
  switch (state.is) {
    case 'impossible':
      return { text: impossible[state.why], canRemove: false };
    case 'unsaved':
      return state.kept > 0
        ? { text: `Not complete. ${sayKept(state.kept)}`, save: 'Continue', canRemove: true }
        : { text: 'Not saved.', save: 'Save for offline', canRemove: false };
    case 'saving':
      return {
        text: `${state.isUpdate ? 'Fetching an update' : 'Saving'}${sayProgress(state)}`,
        canRemove: false,
        progress: state.total === 0 ? 0 : state.wire / state.total,
      };
    case 'stopped':
      return { ...sayStopped(state, sizes), canRemove: true, isWarning: true };
    case 'saved': {
      const what = state.withDownloads ? 'Saved with downloads' : 'Saved';
      const when = state.on === undefined ? '' : ` on ${sayDate(state.on)}`;
      return { text: `${what}${when}${current[state.isCurrent ?? 'asking']}`, canRemove: true };
    }
    case 'ready':
      return {
        text: 'Saved. An update is ready, and is used once all other tabs of this site are closed.',
        canRemove: true,
      };
    case 'removed':
      return {
        text: 'Removed. This device keeps nothing of the site for offline use.',
        save: 'Save for offline',
        canRemove: false,
      };
  }
}

function sayStopped(
  { why, kept, isUpdate }: Extract<OfflineState, { is: 'stopped' }>,
  sizes: OfflineSizes | undefined,
): { text: string; save: string } {
  const left = isUpdate ? 'What was saved before still works.' : sayKept(kept);
  switch (why) {
    case 'room': {
      const need = sizes && ` It needs ${sayBytes(sizes.site.disk)}.`;
      return {
        text: `The browser has no room left for this.${need ?? ''} ${left}`,
        save: 'Try again',
      };
    }
    case 'refused':
      return {
        text: `The browser could not start saving; perhaps there is no connection. ${left}`,
        save: 'Try again',
      };
    case 'network':
      return {
        text: `Stopped: not everything could be fetched. ${left}`,
        save: isUpdate ? 'Try again' : 'Continue',
      };
  }
}

function sayKept(kept: number): string {
  if (kept === 0) return 'Nothing is saved yet.';
  return `${count(kept)} ${kept === 1 ? 'file is' : 'files are'} here already, and will not be fetched again.`;
}

/** `: 312 of 1,108 files, 2.1 of 4.9 MB`, once that is known. */
function sayProgress({ done, files, wire, total }: Progress): string {
  if (files === 0) return ' …';
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  return `: ${count(done)} of ${count(files)} files, ${megabytes(wire)} of ${megabytes(total)} MB`;
}

/** What the choice of downloads says. */
export function sayChoice(sizes: OfflineSizes | undefined): string {
  const size = sizes && `, ${sayBytes(sizes.downloads.wire)} more`;
  return `With the downloads below, but not the whole site${size ?? ''}`;
}

/** What saving takes. */
export function saySizes({ site }: OfflineSizes): string {
  return `${count(site.files)} files: ${sayBytes(site.wire)} to fetch, ${sayBytes(site.disk)} on the device.`;
}

function count(files: number): string {
  return files.toLocaleString('en-GB');
}

function sayDate(date: Date): string {
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
}
