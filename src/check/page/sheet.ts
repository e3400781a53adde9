import { element } from '../../search/element.ts';

/** A stretch of the text that a finding is about. */
export interface Mark {
  /** 1-based. */
  line: number;
  /** Offsets in the line; left out where the finding is about the line. */
  span?: { start: number; end: number };
  isLikely: boolean;
}

/** Longest text that gets line numbers and marks; larger ones are shown plain. */
const longestMarked = 250_000;

/**
 * The text under the reader's hands: a text field over a copy of its lines, which carry numbers and
 * marks. The copy wraps as the field does and gives both their height, so that they scroll as one.
 */
export class Sheet {
  readonly field: HTMLTextAreaElement;
  readonly #frame: HTMLElement;
  readonly #copy: HTMLElement;
  #lines: string[] = [];
  #marked = new Set<number>();

  constructor(frame: HTMLElement, field: HTMLTextAreaElement, copy: HTMLElement) {
    this.#frame = frame;
    this.field = field;
    this.#copy = copy;
  }

  /** Brings the copy in line with the field: only lines that changed are touched. */
  sync(): void {
    const text = this.field.value;
    const isPlain = text.length > longestMarked;
    this.#frame.toggleAttribute('data-plain', isPlain);
    const lines = isPlain ? [] : text.split('\n');
    const before = this.#lines;
    const most = Math.min(before.length, lines.length);
    let head = 0;
    while (head < most && before[head] === lines[head]) head += 1;
    let tail = 0;
    while (tail < most - head && before.at(-1 - tail) === lines.at(-1 - tail)) tail += 1;
    const old = [...this.#copy.children].slice(head, before.length - tail);
    const next = this.#copy.children[before.length - tail] ?? null;
    for (const one of old) one.remove();
    const fresh = lines.slice(head, lines.length - tail).map((line) => element('div', '', line));
    for (const one of fresh) this.#copy.insertBefore(one, next);
    this.#lines = lines;
  }

  /** Shows marks in the place of those that are there. */
  mark(marks: readonly Mark[]): void {
    const byLine = new Map<number, Mark[]>();
    for (const mark of marks) byLine.set(mark.line, [...(byLine.get(mark.line) ?? []), mark]);
    for (const line of this.#marked) {
      const row = this.#row(line);
      delete row?.dataset['mark'];
      if (row?.querySelector('mark')) row.textContent = this.#lines[line - 1] ?? '';
    }
    this.#marked = new Set(byLine.keys());
    for (const [line, own] of byLine) {
      const row = this.#row(line);
      if (row === undefined) continue;
      row.dataset['mark'] = own.every(({ isLikely }) => isLikely) ? 'likely' : 'fault';
      row.replaceChildren(...withSpans(this.#lines[line - 1] ?? '', own));
    }
  }

  /** Selects a place, scrolls it to the middle and puts the cursor there. */
  show({ line, span }: Mark): void {
    const { field } = this;
    const text = field.value;
    let start = 0;
    for (let passed = 1; passed < line; passed += 1) {
      const end = text.indexOf('\n', start);
      if (end === -1) break;
      start = end + 1;
    }
    const end = text.indexOf('\n', start);
    const from = start + (span?.start ?? 0);
    const to = span === undefined ? (end === -1 ? text.length : end) : start + span.end;
    field.focus({ preventScroll: true });
    field.setSelectionRange(from, to);
    const row = this.#row(line);
    const frame = this.#frame;
    frame.scrollTop =
      row === undefined
        ? 0
        : row.offsetTop - (frame.clientHeight - Math.min(row.offsetHeight, frame.clientHeight)) / 2;
    frame.scrollIntoView({ block: 'nearest' });
  }

  /** The line at whose number somebody points. */
  lineAt(target: EventTarget | null): number | undefined {
    const row = target instanceof Element ? target.closest('div') : null;
    const index = row === null ? -1 : [...this.#copy.children].indexOf(row);
    return index === -1 ? undefined : index + 1;
  }

  #row(line: number): HTMLElement | undefined {
    const row = this.#copy.children[line - 1];
    return row instanceof HTMLElement ? row : undefined;
  }
}

/** A line's text with its spans as marks. */
function withSpans(text: string, marks: readonly Mark[]): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  let at = 0;
  const spans = marks.flatMap(({ span }) => span ?? []).sort((a, b) => a.start - b.start);
  for (const { start, end } of spans) {
    if (start < at || start >= text.length) continue;
    nodes.push(text.slice(at, start), element('mark', '', text.slice(start, end)));
    at = end;
  }
  return [...nodes, text.slice(at)];
}
