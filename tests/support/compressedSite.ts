import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { dist, type Site } from './site.ts';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
};

/** A site that knows what it has sent, whoever asked for it: the workers of a page have no traffic of the page. */
export interface CompressedSite extends Site {
  sent: () => { requests: number; bytes: number };
}

/** Serves a built site as static hosts do: texts compressed with gzip, all else as it is. */
export async function serveCompressed(root = dist): Promise<CompressedSite> {
  const sockets = new Set<Socket>();
  let requests = 0;
  const server = createServer(async ({ url = '/' }, response) => {
    requests += 1;
    const { pathname } = new URL(url, 'http://localhost');
    const path = pathname.endsWith('/') ? `${pathname}index.html` : pathname;
    try {
      const body = await readFile(join(root, path));
      const type = types[extname(path)];
      const headers = { 'content-type': type ?? 'application/octet-stream' };
      if (type === undefined) response.writeHead(200, headers).end(body);
      else response.writeHead(200, { ...headers, 'content-encoding': 'gzip' }).end(gzipSync(body));
    } catch {
      response.writeHead(404).end();
    }
  });
  server.on('connection', (socket: Socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    origin: `http://127.0.0.1:${port}`,
    sent: () => ({
      requests,
      bytes: [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
