import type { Scene, SceneElement } from './scene.ts';

/**
 * A scene in words, one line each: its arrows (`Browser → CDN edge: GET`), then every other text that no
 * line has named. For those who can't see the drawing, and for search.
 */
export function outlineScene(scene: Scene): string[] {
  const elements = scene.elements.filter(({ isDeleted }) => !isDeleted);
  const named = new Set<string>();
  const nameOf = (id: string | undefined): string | undefined => {
    const [first, ...details] = id === undefined ? [] : textsOf(id, elements);
    if (first === undefined) return undefined;
    const more = named.has(first.id) ? [] : details.map(({ text }) => oneLine(text));
    for (const text of [first, ...details]) named.add(text.id);
    return `${oneLine(first.text)}${more.length === 0 ? '' : ` (${more.join('; ')})`}`;
  };

  const arrows = elements.flatMap((element) => {
    if (element.type !== 'arrow') return [];
    const from = nameOf(element.startBinding?.elementId);
    const to = nameOf(element.endBinding?.elementId);
    const label = nameOf(element.id);
    if (from === undefined || to === undefined) return [];
    const line = element.startArrowhead ? '↔' : element.endArrowhead ? '→' : '—';
    return [`${from} ${line} ${to}${label === undefined ? '' : `: ${label}`}`];
  });
  const rest = elements.flatMap((element) =>
    element.type === 'text' && !named.has(element.id) ? [oneLine(element.text)] : [],
  );
  return [...arrows, ...rest];
}

type Text = Extract<SceneElement, { type: 'text' }>;

/** The texts bound to an element, or else those of its innermost group. */
function textsOf(id: string, elements: readonly SceneElement[]): Text[] {
  const texts = elements.filter((element) => element.type === 'text');
  const bound = texts.filter(({ containerId }) => containerId === id);
  const group = elements.find((element) => element.id === id)?.groupIds[0];
  if (group === undefined) return bound;
  return texts.filter((text) => bound.includes(text) || text.groupIds.includes(group));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
