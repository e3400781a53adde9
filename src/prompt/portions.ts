import type { PromptPart } from './fill.ts';

/** Letters after which a portion ends at the next blank line: about what a phone's window shows. */
const enough = 900;

/**
 * Cuts a prompt into portions at blank lines, so that a page need not lay out at once what is
 * scrolled to later. Put together they are the prompt again.
 */
export function portionsOf(parts: readonly PromptPart[], least = enough): PromptPart[][] {
  const portions: PromptPart[][] = [];
  let open: PromptPart[] = [];
  let letters = 0;
  const close = () => {
    if (open.length > 0) portions.push(open);
    open = [];
    letters = 0;
  };
  for (const part of parts) {
    if ('variable' in part) open.push(part);
    else {
      for (const text of part.text.match(/[\s\S]*?\n\n+|[\s\S]+$/g) ?? []) {
        const last = open.at(-1);
        if (last !== undefined && 'text' in last) last.text += text;
        else open.push({ text });
        letters += text.length;
        if (letters >= least && text.endsWith('\n\n')) close();
      }
    }
  }
  close();
  return portions;
}
