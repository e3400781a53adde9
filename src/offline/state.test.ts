import { describe, expect, it } from 'vitest';
import { type OfflineState, sayChoice, saySizes, wordsFor } from './state.ts';

const sizes = {
  version: 'a',
  site: { files: 1113, wire: 4_692_798, disk: 15_601_552 },
  downloads: { files: 17, wire: 1_596_025, disk: 3_212_792 },
};
const progress = { done: 312, files: 1113, wire: 2_100_000, total: 4_692_798 };
const on = new Date('2026-03-07T12:00:00Z');

const said: [OfflineState, string][] = [
  [{ is: 'unsaved', kept: 0 }, 'Not saved.'],
  [
    { is: 'unsaved', kept: 1 },
    'Not complete. 1 file is here already, and will not be fetched again.',
  ],
  [{ is: 'saving', isUpdate: false, ...progress }, 'Saving: 312 of 1,113 files, 2.1 of 4.7 MB'],
  [{ is: 'saving', isUpdate: true, done: 0, files: 0, wire: 0, total: 0 }, 'Fetching an update …'],
  [
    { is: 'saved', on, isCurrent: 'yes', withDownloads: false },
    'Saved on 7 March 2026, up to date.',
  ],
  [
    { is: 'saved', on: undefined, isCurrent: 'yes', withDownloads: true },
    'Saved with downloads, up to date.',
  ],
  [
    { is: 'stopped', why: 'room', kept: 0, isUpdate: false },
    'The browser has no room left for this. It needs 15.6 MB. Nothing is saved yet.',
  ],
  [
    { is: 'stopped', why: 'network', kept: 1200, isUpdate: true },
    'Stopped: not everything could be fetched. What was saved before still works.',
  ],
];

describe('the words for a state', () => {
  it.each(said)('%o', (state, text) => {
    expect(wordsFor(state, sizes).text).toBe(text);
  });

  it('offer to save what is not saved, and to remove what is there', () => {
    const offers = (state: OfflineState) => {
      const { save, canRemove } = wordsFor(state, sizes);
      return [save, canRemove];
    };
    expect(offers({ is: 'unsaved', kept: 0 })).toEqual(['Save for offline', false]);
    expect(offers({ is: 'unsaved', kept: 9 })).toEqual(['Continue', true]);
    expect(offers({ is: 'saved', on, isCurrent: 'yes', withDownloads: false })).toEqual([
      undefined,
      true,
    ]);
    expect(offers({ is: 'impossible', why: 'development' })).toEqual([undefined, false]);
  });

  it('tell sizes once they are known', () => {
    expect(saySizes(sizes)).toBe('1,113 files: 4.7 MB to fetch, 15.6 MB on the device.');
    expect(sayChoice(undefined)).toBe('With the downloads below, but not the whole site');
    expect(sayChoice(sizes)).toBe('With the downloads below, but not the whole site, 1.6 MB more');
  });
});
