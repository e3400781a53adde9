/** Where the project's source is published. */
const repository = 'https://github.com/worked-designs/worked-designs';

/** Where a reader can propose a change to a file, given by its path from the project's root. */
export function editAddress(path: string): string {
  return `${repository}/edit/main/${path}`;
}
