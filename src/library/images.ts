import type { Image } from 'mdast';
import type { DesignFile } from '../contract/designFile.ts';
import type { Fault } from '../faults/fault.ts';
import { walk } from '../source/markdown.ts';
import type { ProblemFolder } from './tree.ts';

/** Faults of images: `image-alt` (says nothing to those who can't see it), `image-missing`. */
export function checkImages(file: DesignFile, folder: ProblemFolder): Fault[] {
  const images = [...walk(file.outline.root.children)].filter((node) => node.type === 'image');
  return images.flatMap((image): Fault[] => {
    const { line = 1, column = 1 } = image.position?.start ?? {};
    const at = { path: file.path, line: line + file.linesBefore, column };
    return [...checkAlt(image, at), ...checkTarget(image, at, file, folder)];
  });
}

type At = Pick<Fault, 'path' | 'line' | 'column'>;

function checkAlt({ url, alt }: Image, at: At): Fault[] {
  if ((alt ?? '').trim().split(/\s+/).length >= 4) return [];
  const message = `the image ${url} has no alternative text that says what it shows`;
  return [
    { ...at, rule: 'image-alt', message, expected: 'a sentence between the square brackets' },
  ];
}

function checkTarget({ url }: Image, at: At, file: DesignFile, folder: ProblemFolder): Fault[] {
  const inside = file.path.slice(folder.path.length + 1);
  const target = resolve(inside, url);
  if (target !== undefined && folder.files.has(target)) return [];
  const message = `the image ${url} does not exist`;
  return [{ ...at, rule: 'image-missing', message, expected: `a file in ${folder.path}` }];
}

/** A relative address seen from a file, as a path inside the problem's folder. */
function resolve(from: string, url: string): string | undefined {
  if (/^[a-z]+:|^\//i.test(url)) return undefined;
  const path = new URL(url, `file:///${from}`).pathname.slice(1);
  return decodeURIComponent(path);
}
