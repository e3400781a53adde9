import { sitePath } from '../navigation/address.ts';
import { element } from './element.ts';
import type { Group, Hit } from './groups.ts';
import type { Extent } from './search.ts';

/** Results as elements, a section a problem. `data-more` names the group that a button lengthens. */
export function groupElements(groups: readonly Group[]): HTMLElement[] {
  return groups.map((group) => {
    const { title, id, total, hits } = group;
    const count = element('span', 'count', String(total));
    const heading = element('h2', '', title, ' ', count);
    const list = element('ol', '', ...hits.map((hit) => element('li', '', hitElement(hit))));
    const made = element('section', 'group', heading, list);
    made.dataset['group'] = id;
    const rest = total - hits.length;
    if (rest > 0) {
      const button = element('button', 'more', moreText(hits.length, rest));
      button.type = 'button';
      button.dataset['more'] = id;
      button.append(element('span', 'sr-only', ` in ${title}`));
      made.append(button);
    }
    return made;
  });
}

/** A button for problems that fit and were not looked at yet; nothing where there are none. */
export function moreProblems({ problems }: Extent): HTMLElement[] {
  const rest = problems === undefined ? 0 : problems.fitting - problems.open;
  if (rest === 0) return [];
  const button = element('button', 'more', `More problems: ${rest}`);
  button.type = 'button';
  button.dataset['problems'] = '';
  return [element('p', 'further', button)];
}

function moreText(shown: number, rest: number): string {
  return shown === 0 ? `Show ${Math.min(rest, 10)} of ${rest}` : `${rest} more`;
}

function hitElement({ url, title, page, excerpt, words }: Hit): HTMLElement {
  const pieces = excerpt.flatMap(({ text, marked }) => [
    marked ? element('mark', '', text) : text,
    ' ',
  ]);
  const head = element('span', 'title', title, ' ', element('span', 'page', page));
  const link = element('a', '', head, element('span', 'excerpt', ...pieces));
  link.href = sitePath(url);
  link.dataset['words'] = words.join(' ');
  return link;
}
