import { findCode } from '../source/code.ts';
import { join, type Mapped, mapSlice } from './mapped.ts';
import { plainPassage } from './plain.ts';

/** A stretch of text that is read by itself. */
export interface Passage {
  kind: 'prose' | 'item' | 'code' | 'cell';
  text: Mapped;
  /** Columns before a list item's marker. */
  indent: number;
}

/** A table's body row with the heads of its columns, if it has any. */
export interface Row {
  heads: readonly string[];
  cells: readonly Mapped[];
}

/** What an audit reads of a text. */
export interface Reading {
  passages: Passage[];
  rows: Row[];
}

/** Fences in these languages hold no arithmetic in words; all others are read. */
const programs = new Set(
  'sql json jsonc yaml yml mermaid bash sh shell zsh http https html css xml proto protobuf graphql dot toml ini nginx dockerfile diff csv hcl terraform promql lua regex'.split(
    ' ',
  ),
);

const longest = 4000;

interface Line {
  text: string;
  start: number;
}

/** Cuts a Markdown text into passages: paragraphs, list items, table cells and lines of code. */
export function readPassages(source: string): Reading {
  const reading: Reading = { passages: [], rows: [] };
  const open: { lines: Mapped[]; kind: Passage['kind']; indent: number } = {
    lines: [],
    kind: 'prose',
    indent: 0,
  };
  const close = () => {
    if (open.lines.length === 0) return;
    const text = plainPassage(join(open.lines), { code: open.kind === 'code' });
    reading.passages.push({ kind: open.kind, text, indent: open.indent });
    open.lines = [];
  };
  const start = (kind: Passage['kind'], line: Mapped, indent = 0) => {
    close();
    open.kind = kind;
    open.indent = indent;
    open.lines = [line];
  };

  let heads: string[] | undefined;
  const lines = linesOf(source);
  const code = findCode(lines.map(({ text }) => text));
  lines.forEach(({ text, start: offset }, index) => {
    const whole = mapSlice(source, offset, offset + text.length + 1);
    const { part, language = '' } = code[index] ?? {};
    if (part === 'inside') {
      if (!programs.has(language)) {
        const last = open.lines.at(-1);
        const goesOn =
          (/^\s*(?:=(?!=)|≈|→|=>|~=|[×÷*/] )/.test(text) && !hasColumns(last)) ||
          isUnfinished(last);
        if (goesOn && open.lines.length > 0 && open.lines.length < 6) open.lines.push(whole);
        else start('code', whole);
      }
      return;
    }
    if (part !== undefined) {
      close();
      heads = undefined;
      return;
    }
    const isRow =
      /^\s*\|.*\|\s*$/.test(text) ||
      (text.includes('|') && (heads !== undefined || isRule(lines[index + 1]?.text ?? '')));
    if (isRow) {
      close();
      heads = readRow(whole, heads, lines[index + 1]?.text ?? '', reading);
      return;
    }
    heads = undefined;
    if (text.trim() === '' || /^\s*(?:#{1,6}\s|(?:[-*_=] ?){3,}\s*$)/.test(text)) {
      close();
      if (text.trim() !== '') {
        start('prose', whole);
        close();
      }
      return;
    }
    const item = /^([ \t>]*)(?:[-*+•◦▪]|\d{1,3}[.)]|[a-z]\))[ \t]+(?:\[[ xX]\][ \t]+)?/.exec(text);
    if (item !== null) {
      const from = offset + item[0].length;
      const indent = (item[1] ?? '').replace(/\t/g, '    ').length;
      start('item', mapSlice(source, from, offset + text.length + 1), indent);
    } else {
      const quote = /^(?:[ \t]*>)+/.exec(text)?.[0].length ?? 0;
      const line = mapSlice(source, offset + quote, offset + text.length + 1);
      if (open.lines.length > 0 && open.lines.length < 40 && !hasLabel(text)) open.lines.push(line);
      else start('prose', line);
    }
  });
  close();
  return { ...reading, passages: reading.passages.flatMap(cutLong) };
}

function linesOf(source: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const text of source.split('\n')) {
    lines.push({ text, start });
    start += text.length + 1;
  }
  return lines;
}

/** `Per day = 120 × 24 …`: a line that names what it works out begins anew. */
function hasLabel(line: string): boolean {
  return /^[ \t>]*\p{Lu}[\p{L} ]{1,40}(?: \([\p{L} ]{1,30}\))? ?[=≈:] ?~?[\d$(]/u.test(line);
}

/** `4,800 × 400        4,800 × 800`: two calculations side by side. */
function hasColumns(line: Mapped | undefined): boolean {
  const columns = line?.text.trim().split(/\s{3,}/) ?? [];
  return columns.filter((column) => /\d.*[×÷*/x].*\d/.test(column)).length > 1;
}

/** A line of code that ends in an operator goes on in the next. */
function isUnfinished(line: Mapped | undefined): boolean {
  return line !== undefined && /[×÷*/=≈]\s*$/.test(line.text);
}

/** Adds the cells of a table's line; returns the heads that hold for the next one. */
function readRow(
  whole: Mapped,
  heads: string[] | undefined,
  next: string,
  reading: Reading,
): string[] | undefined {
  // Words need no markup taken off: only figures are read, and columns are told by words.
  const cells = cutCells(whole).map((cell) => (/\d/.test(cell.text) ? plainPassage(cell) : cell));
  if (cells.every(({ text }) => /^[\s:-]*$/.test(text))) return heads;
  for (const text of cells) {
    if (/\d/.test(text.text)) reading.passages.push({ kind: 'cell', text, indent: 0 });
  }
  if (heads === undefined && isRule(next)) return cells.map(({ text }) => text.trim());
  reading.rows.push({ heads: heads ?? [], cells });
  return heads ?? [];
}

/** The line of hyphens below a table's head. */
function isRule(line: string): boolean {
  return /^[\s|:-]+$/.test(line) && line.includes('-') && line.includes('|');
}

function cutCells({ text, at }: Mapped): Mapped[] {
  const cells: Mapped[] = [];
  let start = text.search(/\S/) + (text.trimStart().startsWith('|') ? 1 : 0);
  for (let index = start; index <= text.length; index += 1) {
    const ends = index === text.length || (text[index] === '|' && text[index - 1] !== '\\');
    if (!ends) continue;
    if (index < text.length || text.slice(start, index).trim() !== '') {
      cells.push({ text: text.slice(start, index), at: at.slice(start, index) });
    }
    start = index + 1;
  }
  return cells;
}

/** Very long passages are read in pieces, so that no text takes long. */
function cutLong(passage: Passage): Passage[] {
  const { text, at } = passage.text;
  if (text.length <= longest) return [passage];
  const pieces: Passage[] = [];
  for (let start = 0; start < text.length; start += longest) {
    const end = start + longest;
    pieces.push({ ...passage, text: { text: text.slice(start, end), at: at.slice(start, end) } });
  }
  return pieces;
}
