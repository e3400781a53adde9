const sheets = new Map<string, Promise<void>>();

/** Adds a style sheet that no page carries from the start; resolves when it holds, or cannot be had. */
export function loadSheet(address: string): Promise<void> {
  const known = sheets.get(address);
  if (known !== undefined) return known;
  const link = document.createElement('link');
  link.rel = 'stylesheet';
  link.href = address;
  const loaded = new Promise<void>((resolve) => {
    link.addEventListener('load', () => resolve());
    link.addEventListener('error', () => {
      sheets.delete(address);
      link.remove();
      resolve();
    });
  });
  sheets.set(address, loaded);
  document.head.append(link);
  return loaded;
}
