import { readScene } from '../../diagrams/excalidraw/readScene.ts';
import { skeletonNames } from '../../diagrams/excalidraw/render.ts';
import { listScenes, readSceneFile } from '../../diagrams/excalidraw/scenes.ts';

/** A whiteboard that can be fetched. */
export interface BoardLink {
  address: string;
  title: string;
}

/** The whiteboards of all problems by the problem's slug, sorted by name. */
export async function getBoards(): Promise<ReadonlyMap<string, BoardLink[]>> {
  const boards = new Map<string, BoardLink[]>();
  for (const path of await listScenes()) {
    const [slug = '', name = ''] = path.split('/').slice(-2);
    const { data } = readScene(await readSceneFile(path), path);
    const title = data && skeletonNames(data).title;
    const link = { address: `/designs/${slug}/${name}`, title: title ?? name };
    boards.set(slug, [...(boards.get(slug) ?? []), link]);
  }
  return boards;
}
