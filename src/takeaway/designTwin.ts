import { replaceLinks } from './markdown.ts';
import { resolveAddress } from './html/phrases.ts';
import type { DesignRecord } from './record.ts';
import type { Twin } from './twin.ts';

/** The twin of a page of a worked design: its source, with whiteboards by their address. */
export function designTwin({ address, title, description, body }: DesignRecord): Twin {
  return { address, title, description, body: withAddresses(body, boardFolder(address)) };
}

/** Where the whiteboards of a design's problem stand: `/designs/chat/`. */
function boardFolder(address: string): string {
  return address.split('/').slice(0, 3).join('/').concat('/');
}

/** Rewrites the addresses of images; a file of several says `../`, which ends in the same folder. */
function withAddresses(body: string, folder: string): string {
  return replaceLinks(body, (node, source) => {
    if (node.type !== 'image') return undefined;
    const name = node.url.slice(node.url.lastIndexOf('/') + 1);
    return source.replace(node.url, resolveAddress(name, folder));
  });
}
