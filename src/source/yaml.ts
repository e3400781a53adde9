import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Fault, Position } from '../faults/fault.ts';

/** A YAML text read against a schema: the data where it is valid, and every fault found. */
export interface YamlResult<T> {
  /** `undefined` when there is at least one fault. */
  data: T | undefined;
  faults: Fault[];
  locate: Locate;
}

/**
 * Where a value stands, by its path of keys; the nearest existing parent if it is absent.
 * With `'key'`, where the last of the keys itself stands, if it is a key of a map.
 */
export type Locate = (keys: readonly PropertyKey[], part?: 'key' | 'value') => Position;

/** Where the YAML text sits: a file of its own, or the front matter of a Markdown file. */
export interface YamlPlace {
  path: string;
  /** Lines that stand before the YAML text in its file (1 for front matter, whose `---` is line 1). */
  linesBefore?: number;
}

/**
 * Parses YAML 1.2 and validates it, keeping the position of every value.
 * Faults: `yaml-syntax` (not YAML, duplicate keys) and `schema` (each zod issue at its value).
 */
export function readYaml<T>(
  text: string,
  schema: z.ZodType<T>,
  { path, linesBefore = 0 }: YamlPlace,
): YamlResult<T> {
  const lineCounter = new LineCounter();
  const document = parseDocument(text, { lineCounter, prettyErrors: false });

  const positionAt = (offset: number): Position => {
    const { line, col } = lineCounter.linePos(offset);
    return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
  };

  const locate: Locate = (keys, part = 'value') => {
    const key = part === 'key' ? keyNode(document.getIn(keys.slice(0, -1), true), keys) : undefined;
    if (hasRange(key)) return positionAt(key.range[0]);
    for (let length = keys.length; length >= 0; length -= 1) {
      const node = document.getIn(keys.slice(0, length), true);
      if (hasRange(node)) return positionAt(node.range[0]);
    }
    return { line: 1 + linesBefore, column: 1 };
  };

  if (document.errors.length > 0) {
    const faults = document.errors.map((error) => ({
      path,
      ...positionAt(error.pos[0]),
      rule: 'yaml-syntax',
      message: firstLine(error.message),
    }));
    return { data: undefined, faults, locate };
  }

  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return { data: parsed.data, faults: [], locate };

  const faults = parsed.error.issues.map((issue) => ({
    path,
    ...locate(issue.path, issue.code === 'invalid_key' ? 'key' : 'value'),
    rule: 'schema',
    message: `${issue.path.map(String).join('.') || 'document'}: ${messageOf(issue)}`,
  }));
  return { data: undefined, faults, locate };
}

/** The node of the last of these keys in the map that holds it. */
function keyNode(map: unknown, keys: readonly PropertyKey[]): unknown {
  if (!isMap(map)) return undefined;
  const name = String(keys.at(-1));
  return map.items.map(({ key }) => key).find((key) => isScalar(key) && String(key.value) === name);
}

/** zod's own message about a record's key does not say what is wrong with it. */
function messageOf(issue: z.core.$ZodIssue): string {
  const [first] = issue.code === 'invalid_key' ? issue.issues : [];
  return first?.message ?? issue.message;
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return (
    typeof node === 'object' &&
    node !== null &&
    'range' in node &&
    Array.isArray(node.range) &&
    typeof node.range[0] === 'number'
  );
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? text;
}
