import type { Fault } from '../../faults/fault.ts';
import { compileScene, sceneText } from './compile.ts';
import type { HandFont } from './font.ts';
import { readScene } from './readScene.ts';
import { readSkeleton } from './readSkeleton.ts';

const skeletonEnding = '.whiteboard.yaml';
const sceneEnding = '.excalidraw';

/** A file of content, already read. */
export interface SourceFile {
  /** Relative to the project's root. */
  path: string;
  text: string;
}

/** Where the scene of a skeleton stands: `x.whiteboard.yaml` → `x.excalidraw`. */
export function scenePath(path: string): string {
  return path.endsWith(skeletonEnding)
    ? path.slice(0, -skeletonEnding.length) + sceneEnding
    : path + sceneEnding;
}

/** Where the skeleton of a scene stands, if it has one. */
export function skeletonPath(path: string): string {
  return path.replace(/\.excalidraw$/, skeletonEnding);
}

/**
 * Every fault of a scene: `excalidraw-syntax`, `excalidraw-element`, and, where a skeleton is given, that
 * skeleton's own faults and `excalidraw-stale`. Pure: the caller reads the files.
 */
export function checkScene(scene: SourceFile, skeleton?: SourceFile, font?: HandFont): Fault[] {
  const { faults } = readScene(scene.text, scene.path);
  if (skeleton === undefined || font === undefined) return faults;
  const source = readSkeleton(skeleton.text, skeleton.path, font);
  if (source.data === undefined) return [...faults, ...source.faults];
  if (scene.text === sceneText(compileScene(source.data, font))) return faults;
  return [...faults, stale(scene.path, `differs from what ${skeleton.path} makes`)];
}

/** Every fault of the whiteboards among some files: skeletons without a scene included. */
export function checkWhiteboards(files: readonly SourceFile[], font: HandFont): Fault[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  return files.flatMap((file) => {
    if (file.path.endsWith(sceneEnding)) {
      return checkScene(file, byPath.get(skeletonPath(file.path)), font);
    }
    if (!file.path.endsWith(skeletonEnding) || byPath.has(scenePath(file.path))) return [];
    const { faults } = readSkeleton(file.text, file.path, font);
    return faults.length > 0 ? faults : [stale(scenePath(file.path), 'is missing')];
  });
}

function stale(path: string, message: string): Fault {
  const expected = 'the scene that `npm run whiteboard` writes';
  return { path, line: 1, column: 1, rule: 'excalidraw-stale', message, expected };
}
