/**
 * Browsers fetch what a link with `download` names past the worker, so that it fails without a network
 * even where it is saved. Here the page fetches it, and hands it over; what is not to be had leads to
 * the page that says so.
 */
export function serveDownloads(): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[download]');
    const isOwn = link?.origin === location.origin;
    if (link === null || !isOwn || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void handOver(link).catch(() => location.assign(link.href));
  });
}

async function handOver({ href, pathname }: HTMLAnchorElement): Promise<void> {
  const response = await fetch(href);
  if (!response.ok) throw new Error(`${href}: ${response.status}`);
  const file = document.createElement('a');
  file.href = URL.createObjectURL(await response.blob());
  file.download = pathname.slice(pathname.lastIndexOf('/') + 1);
  file.click();
  // The browser reads it after this; a minute is enough to begin.
  setTimeout(() => URL.revokeObjectURL(file.href), 60_000);
}
