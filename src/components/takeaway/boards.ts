import { readScene } from '../../diagrams/excalidraw/readScene.ts';
import { skeletonNames } from '../../diagrams/excalidraw/render.ts';

/** The whiteboards, as they stand beside the designs. */
const scenes = import.meta.glob<string>('/content/problems/*/*.excalidraw', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** A whiteboard that can be fetched. */
export interface BoardLink {
  address: string;
  title: string;
}

/** The whiteboards of a problem, by name. */
export function getBoards(slug: string): BoardLink[] {
  return Object.entries(scenes)
    .filter(([path]) => path.startsWith(`/content/problems/${slug}/`))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, text]) => {
      const { data } = readScene(text, path);
      const name = path.slice(path.lastIndexOf('/') + 1);
      const title = data && skeletonNames(data).title;
      return { address: `/designs/${slug}/${name}`, title: title ?? name };
    });
}
