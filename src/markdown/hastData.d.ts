import 'mdast';

declare module 'mdast' {
  /** What the step from Markdown to HTML reads on a node. */
  interface Data {
    /** Name of the element to make. */
    hName?: string;
    /** Attributes of that element. */
    hProperties?: Record<string, string>;
  }
}
