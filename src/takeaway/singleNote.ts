import { readScene } from '../diagrams/excalidraw/readScene.ts';
import { renderScene, skeletonNames } from '../diagrams/excalidraw/render.ts';
import { themeColours } from '../diagrams/theme.ts';
import { standalone } from '../diagrams/viewer/standalone.ts';
import { replaceLinks } from './markdown.ts';
import type { DesignFacts, ProblemFacts } from './record.ts';
import { type Twin, twinText, withProperties } from './twin.ts';

/**
 * The Obsidian note of a problem as one file that needs no other: whiteboards stand in it as
 * pictures. `boardText` gives a whiteboard's file by its address.
 */
export function singleNote(
  twin: Twin,
  { format, level, words, minutes, topics }: DesignFacts & Pick<ProblemFacts, 'level'>,
  boardText: (address: string) => string | undefined,
  site: string,
): string {
  const body = replaceLinks(twin.body, (node, source) => {
    const text = node.type === 'image' ? boardText(node.url) : undefined;
    if (node.type !== 'image' || text === undefined) return undefined;
    return source.replace(node.url, pictureOf(text, node.url));
  });
  const { title, description, address } = twin;
  const tags = ['worked-design', `format/${format}`, `level/${level}`];
  const properties = {
    title,
    description,
    words,
    minutes,
    tags: [...tags, ...topics.map((topic) => `topic/${topic}`)],
    source: site + address,
  };
  return withProperties(properties, twinText({ title, description, body }));
}

/** A whiteboard as an address that is the picture itself, in the light theme's colours. */
function pictureOf(text: string, address: string): string {
  const { data } = readScene(text, address);
  if (data === undefined) return address;
  const names = skeletonNames(data);
  const title = names.title ?? address;
  const { svg } = renderScene(data, { title, description: names.description ?? title });
  const solid = standalone(svg, (name) => themeColours[name.slice('--dg-'.length)]?.light ?? '');
  return `data:image/svg+xml;base64,${Buffer.from(solid).toString('base64')}`;
}
