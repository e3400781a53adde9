import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MdastPluginEntry } from 'satteri';
import { faultFigure } from './figure.ts';
import { drawWhiteboard } from './whiteboard.ts';

/** What the site knows and the plug-in does not. */
export interface WhiteboardOptions {
  /** The address at which a visitor can fetch a scene; undefined leaves the link out. */
  href?: (scene: URL) => string | undefined;
}

/**
 * A Sätteri plug-in that puts a drawing in the place of each paragraph `![alt](./name.excalidraw)`. The
 * file is looked for beside the document, whose `fileURL` Astro passes on. A fault becomes a marked figure
 * rather than an error, which Astro would only log; `mermaidAtBuild` stops the build for it.
 */
export function whiteboardPlugin({ href }: WhiteboardOptions = {}): MdastPluginEntry {
  return ({ fileURL, sourceFormat }) => {
    const seen = new Map<string, number>();
    return {
      name: 'whiteboard-at-build',
      async paragraph(node) {
        const [image, ...others] = node.children;
        if (image?.type !== 'image' || others.length > 0) return undefined;
        if (!/\.excalidraw(\.json)?$/.test(image.url)) return undefined;
        const scene = new URL(image.url, fileURL ?? 'file:///');
        const repeat = seen.get(scene.href) ?? 0;
        seen.set(scene.href, repeat + 1);
        const path = relative(process.cwd(), fileURLToPath(scene)).replaceAll('\\', '/');
        const text = await readIfThere(scene);
        const value =
          text === undefined
            ? faultFigure([missing(path)])
            : drawWhiteboard({
                path,
                text,
                alt: image.alt?.trim() ?? '',
                title: image.title ?? undefined,
                href: href?.(scene),
                repeat,
              });
        return sourceFormat === 'mdx'
          ? { raw: inert(value), mdxExpressions: false }
          : { type: 'html', value };
      },
    };
  };
}

async function readIfThere(file: URL): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    return undefined;
  }
}

function missing(path: string) {
  const message = 'there is no such whiteboard';
  const expected = 'a file, or `npm run whiteboard` for one with a skeleton';
  return { path, line: 1, column: 1, rule: 'whiteboard-missing', message, expected };
}

/** MDX reads markup as Markdown once more, so marks in its text become character references. */
function inert(markup: string): string {
  return markup.replace(/>([^<]+)</g, (_, text: string) => {
    const safe = text.replace(/&#?\w+;|[^\w\s]|_/gu, (mark) =>
      mark.length > 1 && mark.startsWith('&') ? mark : `&#${mark.codePointAt(0)};`,
    );
    return `>${safe.replace(/\n/g, '&#10;')}<`;
  });
}
