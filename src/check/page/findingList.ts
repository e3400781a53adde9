import { element } from '../../search/element.ts';
import type { CheckFinding, CheckReport, CheckedResult } from '../report.ts';
import { type FindingGroup, groupFindings, isLikely, plural, sayFactor } from '../words.ts';

/** Most findings of one section that are listed. */
const mostListed = 40;

/** What the list needs to know of the page. */
export interface ListContext {
  manyFiles: boolean;
  /** Address of a format's template page. */
  template: string | undefined;
  /** Called when a finding is chosen. */
  onChoose: (finding: CheckFinding | CheckedResult, button: HTMLElement) => void;
}

/** The findings by section, each a button that leads to its line. */
export function listFindings(report: CheckReport, context: ListContext): HTMLElement[] {
  const groups = groupFindings(report).map((group) => groupElement(group, context));
  return [...groups, ...soundElement(report, context), ...scoreElement(report)];
}

function groupElement(group: FindingGroup, context: ListContext): HTMLElement {
  const { title, points, findings } = group;
  const heading = element('h3', '', element('span', '', title));
  const count = element('span', 'count', plural(findings.length, 'finding'));
  if (points !== undefined) count.append(`, ${points} points`);
  heading.append(' ', count);
  const list = element('ul');
  for (const finding of findings.slice(0, mostListed)) list.append(itemElement(finding, context));
  const left = findings.length - mostListed;
  const section = element('section', 'group', heading, list);
  if (left > 0) section.append(element('p', 'more', `And ${plural(left, 'more finding')}.`));
  return section;
}

function itemElement(finding: CheckFinding, context: ListContext): HTMLElement {
  const likely = isLikely(finding);
  const sign = element('span', 'sign', likely ? '?' : '!');
  sign.setAttribute('aria-hidden', 'true');
  const button = jumpButton(finding, context);
  const item = element('li', likely ? 'likely' : 'fault', sign, button);
  item.append(finding.kind === 'arithmetic' ? workingOf(finding) : detailsOf(finding, context));
  return item;
}

/** The line and what is wrong, as one button. */
function jumpButton(
  finding: CheckFinding | CheckedResult,
  { manyFiles, onChoose }: ListContext,
): HTMLButtonElement {
  const file = manyFiles
    ? `${finding.path.slice(finding.path.lastIndexOf('/') + 1)}, line`
    : 'Line';
  const place = element('span', 'place', `${file} ${finding.line}`);
  const button = element('button', 'jump', place, ' ', titleOf(finding));
  button.type = 'button';
  button.dataset['key'] = `${finding.path}:${finding.rule}:${finding.message}`;
  button.addEventListener('click', () => onChoose(finding, button));
  return button;
}

function titleOf(finding: CheckFinding | CheckedResult): HTMLElement {
  if ('verdict' in finding) return element('code', '', finding.text);
  return element('span', '', capital(finding.message));
}

function detailsOf(
  { rule, expected, likely, asks }: Extract<CheckFinding, { kind: 'contract' }>,
  { template }: ListContext,
): HTMLElement {
  const details = element('div', 'details');
  if (expected !== undefined) details.append(element('p', '', `Expected: ${expected}`));
  if (likely === true)
    details.append(element('p', '', 'Matched by its key terms only, so this may be mistaken.'));
  const rules = element('p', 'rule', element('code', '', rule));
  if (asks !== undefined) {
    const line = element('span', '', `line ${asks.line} of the prompt: “${asks.text}”`);
    rules.append(
      ' asked for in ',
      template === undefined ? line : link(`${template}#prompt`, line),
    );
  }
  details.append(rules);
  return details;
}

/** What was read, what it comes to, what was stated, the factor between them and the likely slip. */
function workingOf(finding: CheckedResult): HTMLElement {
  const { working, computed, stated, ratio, slip, verdict, rule } = finding;
  const read = working.slice(0, working.lastIndexOf(' = '));
  const list = element('dl', 'working');
  const add = (term: string, value: string) =>
    list.append(element('dt', '', term), element('dd', '', value));
  add('Read as', read);
  add('Comes to', computed);
  add('Stated', stated);
  if (verdict === 'unit') add('Verdict', 'in the wrong unit');
  else if (verdict !== 'right') add('Factor', sayFactor(ratio));
  if (slip !== undefined) add('Likely slip', slip);
  add('Rule', rule);
  return list;
}

function soundElement({ sound }: CheckReport, context: ListContext): HTMLElement[] {
  if (sound.length === 0) return [];
  const rounded = sound.filter(({ verdict }) => verdict === 'rounded').length;
  const right = sound.length - rounded;
  const said = [right > 0 && `${right} right`, rounded > 0 && `${rounded} rounded`];
  const list = element('ul');
  for (const result of sound.slice(0, 100)) {
    const computed = element('span', 'comes', `comes to ${result.computed}`);
    list.append(element('li', result.verdict, jumpButton(result, context), computed));
  }
  const summary = element('summary', '', `Results that hold: ${said.filter(Boolean).join(', ')}`);
  return [element('details', 'sound', summary, list)];
}

function scoreElement({ answer }: CheckReport): HTMLElement[] {
  if (answer === undefined) return [];
  const body = element('tbody');
  for (const { heading, found, points, of } of answer.sections) {
    const name = element('th', '', heading);
    name.scope = 'row';
    const score =
      of === 0 ? 'may be left out' : found ? `${points} of ${of}` : `missing, 0 of ${of}`;
    body.append(element('tr', points < of ? 'short' : '', name, element('td', '', score)));
  }
  const head = element('tr', '', element('th', '', 'Section'), element('th', '', 'Points'));
  for (const cell of head.children) cell.setAttribute('scope', 'col');
  const table = element('table', '', element('thead', '', head), body);
  const how = element('p', '', `${capital(answer.how)}.`);
  const summary = element('summary', '', 'How the score is made up');
  return [element('details', 'score', summary, how, table)];
}

function link(href: string, content: Node): HTMLAnchorElement {
  const made = element('a', '', content);
  made.href = href;
  return made;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
