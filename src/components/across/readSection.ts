import type { ComparableSection } from '../../across/compare.ts';
import { sitePath } from '../../navigation/address.ts';

/** Pages that were fetched, by address; a dossier's file may hold several sections. */
const pages = new Map<string, Promise<Document>>();

function readPage(address: string): Promise<Document> {
  const known = pages.get(address);
  if (known !== undefined) return known;
  const page = fetch(sitePath(address)).then(async (response) => {
    if (!response.ok) throw new Error(`${address}: ${response.status}`);
    // Without the head, whose styles the policy of this page knows nothing of.
    const text = (await response.text()).replace(/<head>[\s\S]*?<\/head>/, '');
    return new DOMParser().parseFromString(text, 'text/html');
  });
  pages.set(address, page);
  // What failed may be tried again.
  page.catch(() => pages.delete(address));
  return page;
}

/** What stands below a section's heading on its page, ready to stand on another. */
export async function readSection({ page, anchor }: ComparableSection): Promise<Node[]> {
  const heading = (await readPage(page)).getElementById(anchor)?.closest('.sl-heading-wrapper');
  if (!heading) throw new Error(`${page} has no section ${anchor}`);
  const nodes: Element[] = [];
  for (let next = heading.nextElementSibling; next !== null; next = next.nextElementSibling) {
    if (next.matches('.sl-heading-wrapper.level-h2')) break;
    nodes.push(document.importNode(next, true));
  }
  for (const node of nodes) settle(node, page);
  return nodes;
}

/** Takes away what belongs to the other page: anchors of headings, and addresses within it. */
function settle(node: Element, page: string): void {
  for (const mark of node.querySelectorAll('.sl-anchor-link')) mark.remove();
  for (const heading of node.querySelectorAll('h3, h4, h5, h6')) heading.removeAttribute('id');
  for (const link of node.querySelectorAll('a[href^="#"]')) {
    link.setAttribute('href', sitePath(page) + (link.getAttribute('href') ?? ''));
  }
}
