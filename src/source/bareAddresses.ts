import type { Extension as TreeExtension } from 'mdast-util-from-markdown';
import type { Construct, Extension } from 'micromark-util-types';
import type { Processor } from 'unified';

/** What GFM calls the syntax of addresses that stand in a text as they are. */
const bareAddresses = new Set(['wwwAutolink', 'protocolAutolink', 'emailAutolink']);

/**
 * Comes after remark-gfm, and lets bare addresses be text. GFM tries at every letter whether a mail
 * address begins there, which is half of the time that a text takes.
 */
export function bareAddressesAsText(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map(withoutBareAddresses);
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .filter(({ enter }: TreeExtension) => enter?.literalAutolink === undefined);
}

function withoutBareAddresses(extension: Extension): Extension {
  const isOther = ({ name }: Construct) => name === undefined || !bareAddresses.has(name);
  const text = Object.entries(extension.text ?? {}).map(([code, constructs]) => {
    const all: (Construct | undefined)[] = [constructs].flat();
    return [code, all.filter((one) => one !== undefined).filter(isOther)] as const;
  });
  return { ...extension, text: Object.fromEntries(text) };
}
