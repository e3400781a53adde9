import type { ElementFields } from './element.ts';
import { lineHeight } from '../font.ts';
import type { TextBlock } from '../layout/textBlock.ts';

/** Excalifont's number in a scene. */
const excalifont = 5;

/** A text element with its top left corner at a place; inside a container if that is named. */
export function textFields(
  id: string,
  { lines, fontSize, width, height }: TextBlock,
  x: number,
  y: number,
  textAlign: 'left' | 'center' | 'right' = 'center',
  containerId: string | null = null,
): ElementFields {
  const text = lines.join('\n');
  return {
    id,
    type: 'text',
    x,
    y,
    width,
    height,
    fontSize,
    fontFamily: excalifont,
    text,
    textAlign,
    verticalAlign: containerId === null ? 'top' : 'middle',
    containerId,
    originalText: text,
    autoResize: true,
    lineHeight,
  };
}
