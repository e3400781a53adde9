/** A heading's link to itself, as Starlight writes it: a drawing, and the heading's words once more. */
const anchor =
  /<a class="sl-anchor-link" href="#([^"]*)"><span aria-hidden="true" class="sl-anchor-icon">[\s\S]*?<\/span><\/a>/g;

/**
 * Makes the links of headings light: styles draw their sign (styles/content.css), and the heading
 * itself is their name. On long pages they are a kilobyte otherwise.
 */
export function lightAnchors(html: string): string {
  return html.replace(
    anchor,
    (_, id: string) => `<a class="sl-anchor-link" href="#${id}" aria-labelledby="${id}"></a>`,
  );
}
