import { markdownToHtml, mdxToJs } from 'satteri';
import { describe, expect, it } from 'vitest';
import { whiteboardPlugin } from './plugin.ts';

const fileURL = new URL('./fixtures/page.md', import.meta.url);

async function render(markdown: string): Promise<string> {
  const plugin = whiteboardPlugin({
    href: (scene) => `/files/${scene.pathname.split('/').at(-1)}`,
  });
  const { html } = await markdownToHtml(markdown, { mdastPlugins: [plugin], fileURL });
  return html;
}

describe('whiteboardPlugin', () => {
  it('puts the drawing, its caption, its words and its file in the image’s place', async () => {
    const html = await render('One.\n\n![A click](./redirect-path.excalidraw)\n\nTwo.\n');
    expect(html).toContain('<figcaption>A click</figcaption>');
    expect(html).toContain('data-source="/files/redirect-path.excalidraw"');
    expect(html).toContain('<title id="');
    expect(html).toContain('<li>Browser → CDN edge (caches 301 for 60 s): GET /aZ4kQ2</li>');
    expect(html).not.toContain('<img');
    expect(html).not.toMatch(/<p>\s*<figure/);
  });

  it('leaves other images alone', async () => {
    const html = await render('![x](./a.png)\n\nText ![y](./redirect-path.excalidraw) around.\n');
    expect(html.match(/<img/g)).toHaveLength(2);
  });

  it('marks what is missing: the file, the description, the alternative text', async () => {
    const html = await render(
      '![a](./none.excalidraw)\n\n![b](./handmade.excalidraw)\n\n![](./redirect-path.excalidraw)\n',
    );
    const faults = [...html.matchAll(/data-diagram-fault="([^"]*)"/g)].map(([, fault]) => fault);
    expect(faults).toEqual([
      expect.stringContaining('fixtures/none.excalidraw:1:1  whiteboard-missing'),
      expect.stringContaining('fixtures/handmade.excalidraw:1:1  whiteboard-access'),
      expect.stringContaining('fixtures/redirect-path.excalidraw:1:1  whiteboard-access'),
    ]);
  });

  it('takes the description of a scene drawn by hand from the image’s title', async () => {
    const html = await render('![b](./handmade.excalidraw "Everything that one can draw")\n');
    expect(html).toContain('>Everything that one can draw</desc>');
  });

  it('compiles in MDX', async () => {
    const { code } = await mdxToJs('![A click](./redirect-path.excalidraw)\n', {
      mdastPlugins: [whiteboardPlugin()],
      fileURL,
    });
    expect(code).toContain('figcaption');
    expect(code).toContain('Redirect path of a URL shortener');
  });
});
