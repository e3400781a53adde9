import { designs, type FaultKind, isProse } from '../kind.ts';

/** Links to what is not there. */
export const linkKinds: readonly FaultKind[] = [
  {
    name: 'a link to no page',
    files: designs,
    rule: 'link-missing',
    count: 8,
    fits: isProse,
    change: (line) => [`${line} See [there](/designs/hobbit/).`],
  },
  {
    name: 'a link to no place in a page',
    files: designs,
    rule: 'anchor-missing',
    count: 8,
    fits: isProse,
    change: (line) => [`${line} See [there](/designs/chat/story/#hobbits).`],
  },
  {
    name: 'a link within the page to no place',
    files: designs,
    rule: 'anchor-missing',
    count: 4,
    fits: isProse,
    change: (line) => [`${line} See [there](#hobbits).`],
  },
  {
    name: 'a relative link',
    files: designs,
    rule: 'link-form',
    count: 3,
    fits: isProse,
    change: (line) => [`${line} See [there](../story/).`],
  },
];
