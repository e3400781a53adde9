import type { Point } from '../geometry.ts';
import type { ImageElement, Scene } from '../scene.ts';
import { svgTag } from './svg.ts';

/** An embedded image, cut and mirrored as in the scene; nothing where its file is missing. */
export function imageMarkup(element: ImageElement, files: Scene['files'], [x, y]: Point): string {
  const file = files[element.fileId];
  if (file === undefined) return '';
  const { width, height, crop, scale } = element;
  const [mirrorX, mirrorY] = scale;
  const picture = (place: Record<string, number>): string =>
    svgTag('image', { href: file.dataURL, preserveAspectRatio: 'none', ...place });
  const shown =
    crop == null
      ? picture({ x, y, width, height })
      : svgTag(
          'svg',
          {
            x,
            y,
            width,
            height,
            viewBox: `${crop.x} ${crop.y} ${crop.width} ${crop.height}`,
            preserveAspectRatio: 'none',
          },
          picture({ width: crop.naturalWidth, height: crop.naturalHeight }),
        );
  if (mirrorX >= 0 && mirrorY >= 0) return shown;
  const [cx, cy] = [x + width / 2, y + height / 2];
  const transform = `translate(${cx} ${cy}) scale(${Math.sign(mirrorX)} ${Math.sign(mirrorY)}) translate(${-cx} ${-cy})`;
  return svgTag('g', { transform }, shown);
}
