/**
 * Copies a text that may still be on its way. The promise goes to the clipboard as it is, since
 * Safari forgets the user's click while one waits. Returns whether it was copied.
 */
export async function copyText(text: string | Promise<string>): Promise<boolean> {
  const { clipboard } = navigator;
  if (clipboard === undefined) return false;
  if (typeof text !== 'string' && typeof ClipboardItem !== 'undefined') {
    const blob = text.then((value) => new Blob([value], { type: 'text/plain' }));
    await clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
    return true;
  }
  await clipboard.writeText(await text);
  return true;
}
