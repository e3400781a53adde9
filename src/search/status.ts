import { sitePath } from '../navigation/address.ts';
import { element } from './element.ts';
import type { Extent, Findings, Query } from './search.ts';

/** What was found, in one line, with a way to take the filters away. */
export function statusElements(query: Query, findings: Findings): (Node | string)[] {
  const { chosen } = query;
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
    foundSentence(findings, query.text),
    ...corrected.flatMap((one) => [' ', one]),
    ...(filtered && findings.total > 0 ? [' ', clearButton('Clear filters')] : []),
  ];
}

/** Where nothing was found, what one can do. */
export function nearElements(
  { text: typed }: Query,
  { total, near, withoutFacets }: Findings,
): HTMLElement[] {
  if (total > 0) return [];
  const made: HTMLElement[] = [];
  if (withoutFacets !== undefined && withoutFacets.total > 0) {
    const verb = withoutFacets.total === 1 ? 'is' : 'are';
    const text = `Without filters there ${verb} ${foundSentence(withoutFacets, typed)}. `;
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
export function announcement({ text }: Query, findings: Findings): string {
  const { total, corrected, groups } = findings;
  const instead = corrected.map(({ to }) => ` for ${to}`).join('');
  const among = amongProblems(findings, text);
  if (total === 0) return foundSentence(findings, text);
  const problems = groups.filter(({ id }) => id !== '').length;
  const where = among || (problems > 1 ? ` in ${problems} problems` : '');
  return `${countOf(total)}${instead}${where}`;
}

/** How much was found, and among what if that was not everything. */
function foundSentence(extent: Extent, text: string): string {
  const among = amongProblems(extent, text);
  return extent.total === 0 ? `Nothing found${among}.` : `${countOf(extent.total)}${among}`;
}

function countOf(total: number): string {
  return total === 1 ? '1 section' : `${total} sections`;
}

/** Where more problems fit than were looked at. Without words none is likelier than another. */
function amongProblems({ problems }: Extent, text: string): string {
  if (problems === undefined || problems.open === problems.fitting) return '';
  const { open, fitting } = problems;
  return text.trim() === ''
    ? ` in the first ${open} of ${fitting} problems`
    : ` in the ${open} likeliest of ${fitting} problems`;
}

function clearButton(text: string): HTMLElement {
  const button = element('button', 'clear', text);
  button.type = 'button';
  button.dataset['clear'] = '';
  return button;
}
