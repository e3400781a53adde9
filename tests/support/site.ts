import { readdir, readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join, normalize, relative, sep } from 'node:path';
import { withoutBase } from '../../src/navigation/base.ts';

/** The built site. */
export const dist = new URL('../../dist/', import.meta.url).pathname;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.xml': 'application/xml',
  '.woff2': 'font/woff2',
};

/** A running file server over the built site, as any static host would serve it. */
export interface Site {
  origin: string;
  close: () => Promise<void>;
}

/** The folder from which a path is served; `undefined` breaks the connection off. */
export type Root = (path: string) => string | undefined;

/** Serves `dist/`, another built folder, or what a function says at the time of each request, on a free port. */
export async function serve(from: string | Root = dist, base = '/'): Promise<Site> {
  const rootOf: Root = typeof from === 'string' ? () => from : from;
  const server: Server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = normalize(decodeURIComponent(withoutBase(base, pathname)));
    const root = rootOf(path);
    if (root === undefined) {
      request.socket.destroy();
      return;
    }
    const file = join(root, path.endsWith(sep) ? `${path}index.html` : path);
    try {
      if (!pathname.startsWith(base)) throw new Error(`${pathname} is outside of the site`);
      const body = await readFile(file);
      response.writeHead(200, {
        'content-type': types[extname(file)] ?? 'application/octet-stream',
      });
      response.end(body);
    } catch {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' });
      response.end(await readFile(join(root, '404.html')));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** All files of the built site with an ending, relative to `dist/`, sorted. */
export async function builtFiles(ending: string, folder = dist): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** One page of every kind, by what it is. */
export const pageKinds = {
  home: '/',
  designs: '/designs/',
  problem: '/designs/url-shortener/',
  spoken: '/designs/url-shortener/spoken/',
  story: '/designs/url-shortener/story/',
  architect: '/designs/url-shortener/architect/',
  note: '/designs/url-shortener/note/',
  'dossier contents': '/designs/url-shortener/dossier/',
  'dossier file': '/designs/url-shortener/dossier/02-capacity-estimation/',
  templates: '/templates/',
  'user prompt': '/templates/spoken/',
  'system prompt': '/templates/architect/',
  topics: '/topics/',
  topic: '/topics/caching/',
  components: '/components/',
  component: '/components/kafka/',
  numbers: '/numbers/',
  compare: '/compare/',
  'one topic of two designs':
    '/compare/?a=url-shortener/dossier&b=news-feed/dossier&topic=data-model',
  'anti-patterns': '/anti-patterns/',
  'revision sheet': '/designs/url-shortener/sheet/',
  'all sheets': '/sheets/',
  check: '/check/',
  downloads: '/downloads/',
  guide: '/guide/',
  bench: '/bench/',
  search: '/search/?q=partition',
  'not saved': '/not-saved.html',
  'no such page': '/nowhere/',
} as const;
