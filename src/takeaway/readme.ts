import { withBase } from '../navigation/base.ts';

/** The README of the site as an archive, given the folder on a host for which it was built. */
export function siteReadme(base: string): string {
  const first = withBase(base, '/');
  const inner = first.slice(1);
  const place = inner === '' ? 'at the root of a host' : `where its address will be ${first}`;
  return `# Worked Designs, to be served from this folder

These are all files of the site. Serve the folder with any file server and open the address that it
prints; opening index.html by a double click is not enough, since addresses begin at the server's root.

    python3 -m http.server 8000
    npx serve -l 8000 .
    caddy file-server --listen :8000

Then open http://localhost:8000${first}. The search works as well, and nothing is asked from any other server.

On a web server of your own, put the files ${place}. Every page is a folder with an
index.html, and beside it stands the page as Markdown, index.md.

${inner}downloads/SHA256SUMS holds the sums of the other downloads: sha256sum --check downloads/SHA256SUMS
`;
}
