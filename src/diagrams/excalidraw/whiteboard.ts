import type { Fault } from '../../faults/fault.ts';
import { faultFigure, whiteboardFigure } from './figure.ts';
import { outlineScene } from './outline.ts';
import { readScene } from './readScene.ts';
import { renderScene, skeletonNames } from './render.ts';

/** A whiteboard as a Markdown image names it. */
export interface WhiteboardImage {
  /** The scene's file, relative to the project's root, and its text. */
  path: string;
  text: string;
  /** The image's alternative text: becomes the caption. */
  alt: string;
  /** The image's title: the description of a scene that was drawn by hand. */
  title: string | undefined;
  /** Where the scene can be fetched. */
  href: string | undefined;
  /** How often the same drawing stood on the page before. */
  repeat: number;
}

/** The figure of a whiteboard; a faulty one gives a figure that says what is wrong. */
export function drawWhiteboard(image: WhiteboardImage): string {
  const { data, faults } = readScene(image.text, image.path);
  if (data === undefined) return faultFigure(faults);
  const names = skeletonNames(data);
  const description = image.title ?? names.description;
  const missing = [
    ...(image.alt === '' ? [lacks(image.path, 'alternative text', '![what it shows](…)')] : []),
    ...(description === undefined
      ? [lacks(image.path, 'description', 'one as the image’s title: ![…](./x.excalidraw "…")')]
      : []),
  ];
  if (description === undefined || missing.length > 0) return faultFigure(missing);

  const title = names.title ?? image.alt;
  return whiteboardFigure({
    ...renderScene(data, { title, description, repeat: image.repeat }),
    title,
    description,
    caption: image.alt,
    outline: outlineScene(data),
    href: image.href,
  });
}

function lacks(path: string, what: string, expected: string): Fault {
  const message = `the whiteboard has no ${what}`;
  return { path, line: 1, column: 1, rule: 'whiteboard-access', message, expected };
}
