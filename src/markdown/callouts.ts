import type { MdastPluginEntry } from 'satteri';

/** Obsidian's kinds of callout, by how loud they are here. */
const tones: Readonly<Record<string, 'quiet' | 'accent' | 'warning'>> = {
  note: 'quiet',
  info: 'quiet',
  abstract: 'quiet',
  summary: 'quiet',
  example: 'quiet',
  quote: 'quiet',
  question: 'quiet',
  tip: 'accent',
  success: 'accent',
  important: 'accent',
  warning: 'warning',
  caution: 'warning',
  danger: 'warning',
  failure: 'warning',
  bug: 'warning',
};

const opening = /^\[!([a-z]+)\][+-]?[ \t]*([^\n]*)\n?/i;

/** Turns a quotation that opens with `[!note] Title` into a callout, as Obsidian shows it. */
export function callouts(): MdastPluginEntry {
  return {
    name: 'callouts',
    blockquote(node) {
      const [first, ...rest] = node.children;
      if (first?.type !== 'paragraph') return undefined;
      const [lead, ...inline] = first.children;
      const match = lead?.type === 'text' ? opening.exec(lead.value) : null;
      if (match === null || lead?.type !== 'text') return undefined;

      const [head, kind = 'note', said = ''] = match;
      const name = kind.toLowerCase();
      const isWholeLine = head.endsWith('\n') || inline.length === 0;
      const title = isWholeLine && said !== '' ? said : capitalise(name);
      const body = lead.value.slice(isWholeLine ? head.length : head.length - said.length);
      const opened = [...(body === '' ? [] : [{ type: 'text' as const, value: body }]), ...inline];
      return {
        type: 'blockquote',
        data: {
          hName: 'div',
          hProperties: { class: `callout callout-${tones[name] ?? 'quiet'}`, role: 'note' },
        },
        children: [
          {
            type: 'paragraph',
            data: { hProperties: { class: 'callout-title' } },
            children: [{ type: 'text', value: title }],
          },
          ...(opened.length > 0 ? [{ type: 'paragraph' as const, children: opened }] : []),
          ...rest,
        ],
      };
    },
  };
}

function capitalise(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
