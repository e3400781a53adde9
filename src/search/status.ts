import { sitePath } from '../navigation/address.ts';
import { element } from './element.ts';
import type { Findings, Query } from './search.ts';

/** What was found, in one line, with a way to take the filters away. */
export function statusElements({ chosen }: Query, findings: Findings): (Node | string)[] {
  const filtered = Object.values(chosen).some((values) => values.length > 0);
  const corrected = findings.corrected.map(({ from, to }) =>
    element(
      'span',
      'corrected',
      `Nothing is called “${from}”. Searched for `,
      element('b', '', to),
      '.',
    ),
  );
  return [
    countSentence(findings.total),
    ...corrected.flatMap((one) => [' ', one]),
    ...(filtered && findings.total > 0 ? [' ', clearButton('Clear filters')] : []),
  ];
}

/** Where nothing was found, what one can do. */
export function nearElements({ total, near, withoutFacets }: Findings): HTMLElement[] {
  if (total > 0) return [];
  const made: HTMLElement[] = [];
  if (withoutFacets > 0) {
    const text = `Without filters there ${withoutFacets === 1 ? 'is' : 'are'} ${countSentence(withoutFacets)}. `;
    made.push(element('p', '', text, clearButton('Clear filters')));
  }
  if (near.length > 0) {
    const words = near.map((word) => {
      const button = element('button', 'word', word);
      button.type = 'button';
      button.dataset['word'] = word;
      return element('li', '', button);
    });
    made.push(element('p', '', 'Near to what you typed:'), element('ul', '', ...words));
  }
  const topics = element('a', '', 'all designs');
  topics.href = sitePath('/designs/');
  made.push(element('p', '', 'Or try fewer words, or start from ', topics, '.'));
  return made;
}

/** What is read out. */
export function announcement({ total, corrected, groups }: Findings): string {
  const instead = corrected.map(({ to }) => ` for ${to}`).join('');
  if (total === 0) return 'Nothing found.';
  const problems = groups.filter(({ id }) => id !== '').length;
  const where = problems > 1 ? ` in ${problems} problems` : '';
  return `${countSentence(total)}${instead}${where}`;
}

function countSentence(total: number): string {
  if (total === 0) return 'Nothing found.';
  return total === 1 ? '1 section' : `${total} sections`;
}

function clearButton(text: string): HTMLElement {
  const button = element('button', 'clear', text);
  button.type = 'button';
  button.dataset['clear'] = '';
  return button;
}
