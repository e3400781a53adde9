import type { Fault, Position } from '../../faults/fault.ts';
import { readYaml } from '../../source/yaml.ts';
import { z } from 'zod';
import { elementTypes, type Scene, sceneSchema } from './scene.ts';

/** A scene that was read: the data where there is no fault. */
export interface SceneResult {
  data: Scene | undefined;
  faults: Fault[];
}

/**
 * Reads the text of a `.excalidraw` file. Faults: `excalidraw-syntax` (not JSON, not Excalidraw's) and
 * `excalidraw-element` (an element that can't be drawn, by its id and type), each at its line.
 */
export function readScene(text: string, path: string): SceneResult {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const message = `not JSON: ${error instanceof Error ? error.message : String(error)}`;
    const at = jsonErrorPosition(text, message);
    return { data: undefined, faults: [{ path, ...at, rule: 'excalidraw-syntax', message }] };
  }

  const parsed = sceneSchema.safeParse(json);
  const problems = parsed.success ? missingFiles(parsed.data) : parsed.error.issues.map(problemOf);
  if (parsed.success && problems.length === 0) return { data: parsed.data, faults: [] };

  // JSON is YAML, so the YAML reader says where a value stands. It is slow: only for faults.
  const { locate } = readYaml(text, z.unknown(), { path });
  const faults = problems.map(({ keys, message }) => {
    const [first, index] = keys;
    const element = first === 'elements' && typeof index === 'number' ? index : undefined;
    const at = { path, ...locate(keys) };
    return element === undefined
      ? { ...at, rule: 'excalidraw-syntax', message }
      : { ...at, rule: 'excalidraw-element', message: `${nameOf(json, element)}: ${message}` };
  });
  return { data: undefined, faults };
}

interface Problem {
  keys: readonly PropertyKey[];
  message: string;
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const keys = issue.path;
  if (issue.code === 'invalid_union' && keys.at(-1) === 'type') {
    return { keys, message: `can't be drawn; expected one of ${elementTypes.join(', ')}` };
  }
  const field = keys.slice(keys[0] === 'elements' ? 2 : 0).join('.');
  return { keys, message: field === '' ? issue.message : `${field}: ${issue.message}` };
}

/** `element "a1b2" of type embeddable`. */
function nameOf(json: unknown, index: number): string {
  const element = z
    .object({ elements: z.array(z.unknown()) })
    .safeParse(json)
    .data?.elements.at(index);
  const known = z
    .object({ id: z.string().default('without id'), type: z.string().default('unknown') })
    .safeParse(element).data;
  return known ? `element "${known.id}" of type ${known.type}` : `element ${index}`;
}

function missingFiles({ elements, files }: Scene): Problem[] {
  return elements.flatMap((element, index) =>
    element.type === 'image' && !element.isDeleted && files[element.fileId] === undefined
      ? [
          {
            keys: ['elements', index, 'fileId'],
            message: `its file "${element.fileId}" is not embedded`,
          },
        ]
      : [],
  );
}

/** V8 names an offset or a line and column in most messages. */
function jsonErrorPosition(text: string, message: string): Position {
  const named = /line (\d+) column (\d+)/.exec(message);
  if (named) return { line: Number(named[1]), column: Number(named[2]) };
  const offset = /position (\d+)/.exec(message);
  const before = text.slice(0, offset ? Number(offset[1]) : text.length).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
