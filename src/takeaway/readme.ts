/** The README of the site as an archive. */
export const siteReadme = `# Worked Designs, to be served from this folder

These are all files of the site. Serve the folder with any file server and open the address that it
prints; opening index.html by a double click is not enough, since addresses begin at the server's root.

    python3 -m http.server 8000
    npx serve -l 8000 .
    caddy file-server --listen :8000

Then open http://localhost:8000/. The search works as well, and nothing is asked from any other server.

On a web server of your own, put the files at the root of a host. Every page is a folder with an
index.html, and beside it stands the page as Markdown, index.md.

downloads/SHA256SUMS holds the sums of the other downloads: sha256sum --check downloads/SHA256SUMS
`;
