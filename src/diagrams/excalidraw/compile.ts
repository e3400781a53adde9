import { draft } from './layout/draft.ts';
import { boxElements } from './elements/boxElements.ts';
import { arrowElements } from './elements/arrowElements.ts';
import { type ElementFields, type WholeElement, wholeElement } from './elements/element.ts';
import type { HandFont } from './font.ts';
import type { PlacedFrame, PlacedText } from './layout/layout.ts';
import { sceneColours, sceneInk } from './palette.ts';
import type { Skeleton } from './skeleton.ts';
import { textFields } from './elements/textFields.ts';

/** The file that Excalidraw and the Obsidian plug-in open, version 2. */
export interface WholeScene {
  type: 'excalidraw';
  version: 2;
  source: string;
  elements: WholeElement[];
  appState: { gridSize: number; viewBackgroundColor: string };
  files: Record<string, never>;
}

/** Makes the whole scene of a skeleton; the same skeleton and font always give the same scene. */
export function compileScene(skeleton: Skeleton, font: HandFont): WholeScene {
  const { layout, arrows } = draft(skeleton, font);
  const elements: ElementFields[] = [
    ...layout.frames.flatMap(frameElements),
    ...layout.boxes.flatMap(boxElements),
    ...arrows.flatMap((arrow, index) => arrowElements(arrow, index)),
    ...layout.texts.map(freeText),
  ];
  const bound = boundBy(elements);
  return {
    type: 'excalidraw',
    version: 2,
    source: 'https://excalidraw.com',
    elements: elements.map((fields, place) =>
      wholeElement(
        {
          ...fields,
          boundElements: bound.get(fields.id) ?? [],
          ...(place === 0 && {
            customData: { title: skeleton.title, description: skeleton.description },
          }),
        },
        place,
      ),
    ),
    appState: { gridSize: 20, viewBackgroundColor: '#ffffff' },
    files: {},
  };
}

/** The text of a `.excalidraw` file. */
export function sceneText(scene: WholeScene): string {
  return `${JSON.stringify(scene, null, 2)}\n`;
}

function frameElements(
  { frame, block, rect, labelRect }: PlacedFrame,
  index: number,
): ElementFields[] {
  const group = [`frame-${index}`];
  const { stroke } = sceneColours[frame.colour];
  return [
    {
      id: `frame-${index}-border`,
      type: 'rectangle',
      ...rect,
      strokeColor: stroke,
      strokeWidth: 1,
      strokeStyle: 'dashed',
      roundness: { type: 3, value: 16 },
      groupIds: group,
    },
    {
      ...textFields(`frame-${index}-label`, block, labelRect.x, labelRect.y, 'left'),
      strokeColor: stroke,
      groupIds: group,
    },
  ];
}

function freeText({ text, block, rect }: PlacedText, index: number): ElementFields {
  return {
    ...textFields(`text-${index}`, block, rect.x, rect.y, text.align),
    strokeColor: text.colour === undefined ? sceneInk : sceneColours[text.colour].stroke,
  };
}

/** For each box its arrows and its label, for each arrow its label: the other half of every binding. */
function boundBy(elements: readonly ElementFields[]): Map<string, WholeElement['boundElements']> {
  const bound = new Map<string, WholeElement['boundElements']>();
  const bind = (id: string, by: WholeElement['boundElements'][number]): void => {
    bound.set(id, [...(bound.get(id) ?? []), by]);
  };
  for (const element of elements) {
    const { id, containerId, startBinding, endBinding } = element;
    if (typeof containerId === 'string') bind(containerId, { id, type: 'text' });
    for (const binding of [startBinding, endBinding]) {
      if (isBinding(binding)) bind(binding.elementId, { id, type: 'arrow' });
    }
  }
  return bound;
}

function isBinding(value: unknown): value is { elementId: string } {
  return typeof value === 'object' && value !== null && 'elementId' in value;
}
