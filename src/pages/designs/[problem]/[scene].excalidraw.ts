import type { APIRoute, GetStaticPaths } from 'astro';

/** The whiteboards, as they stand beside the designs. */
const scenes = import.meta.glob<string>('/content/problems/*/*.excalidraw', {
  query: '?raw',
  import: 'default',
});

export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(scenes).map((path) => {
    const [problem = '', name = ''] = path.split('/').slice(-2);
    return { params: { problem, scene: name.replace(/\.excalidraw$/, '') }, props: { path } };
  });

export const GET: APIRoute<{ path: string }> = async ({ props }) => {
  const text = await scenes[props.path]?.();
  return new Response(text ?? null, { headers: { 'content-type': 'application/json' } });
};
