/** Pages shown in place of others. They have no address of their own: no twin, no canonical link. */
export const nowherePages = ['/404/', '/not-saved/'] as const;

/** Whether a page of the site, by its address, is shown in place of others. */
export function isNowhere(address: string): boolean {
  return nowherePages.some((page) => page === address);
}
