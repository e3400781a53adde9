import type { APIRoute, GetStaticPaths } from 'astro';
import { listScenes, readSceneFile } from '../../../diagrams/excalidraw/scenes.ts';

/** The whiteboards, as they stand beside the designs. */
export const getStaticPaths: GetStaticPaths = async () =>
  (await listScenes()).map((path) => {
    const [problem = '', name = ''] = path.split('/').slice(-2);
    return { params: { problem, scene: name.replace(/\.excalidraw$/, '') }, props: { path } };
  });

export const GET: APIRoute<{ path: string }> = async ({ props }) =>
  new Response(await readSceneFile(props.path), {
    headers: { 'content-type': 'application/json' },
  });
