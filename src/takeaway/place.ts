/** Where the site will be found. */
export interface Place {
  /** Full address of its first page, without the last slash. */
  root: string;
  /** Its folder on the host. */
  base: string;
}
