import { auditText } from '../../audit/audit.ts';
import { checkFences } from '../../diagrams/checkDiagrams.ts';
import type { DiagramPool } from '../../diagrams/mermaid/pool.ts';
import { readDesign } from '../../library/design.ts';
import type { WorkedProblem } from '../../library/problem.ts';
import type { ContentFile, ProblemFolder } from '../../library/tree.ts';
import type { Template } from '../../prompt/template.ts';
import { checkEncoding } from '../../source/encoding.ts';
import { splitFrontMatter } from '../../source/frontmatter.ts';
import { checkAnswer } from '../answer.ts';
import { type Door, type Page, readPage } from './page.ts';

/** A worked design, ready to be damaged. */
export interface Subject {
  template: Template;
  worked: WorkedProblem;
  folder: ProblemFolder;
}

/** What any of the doors says. */
export interface Told {
  path: string;
  line: number;
  rule: string;
}

/** The files of a design as their author wrote them. */
export function writtenPages({ template: { contract }, folder }: Subject): Page[] {
  const several = contract.files.length > 0;
  return [...folder.files]
    .filter(([name]) =>
      several ? name.startsWith(`${contract.id}/`) : name === `${contract.id}.md`,
    )
    .map(([, file]) => {
      const { body, bodyLinesBefore } = splitFrontMatter(file.text);
      return readPage(contract, { ...file, body, linesBefore: bodyLinesBefore });
    });
}

/** The same with their figures put in, as a visitor would paste them. */
export function filledPages({ template: { contract }, worked }: Subject): Page[] {
  const pages = worked.designs.find(({ format }) => format === contract.id)?.pages ?? [];
  return pages.map(({ path, filled: { text } }) =>
    readPage(contract, { path, text, body: text, linesBefore: 0 }),
  );
}

/** What a door says of a design in which one file became another, or went. */
export async function tell(
  door: Door,
  subject: Subject,
  { path, text }: { path: string; text: string | undefined },
  pool: DiagramPool | undefined,
): Promise<Told[]> {
  if (door === 'audit') return audit({ path, text: text ?? '' });
  if (door === 'diagrams') {
    if (pool === undefined) throw new Error('Mermaid is asked for without a pool');
    return checkFences({ path, text: text ?? '' }, pool);
  }
  if (door === 'strict') return checkStrictly(subject, path, text);
  const files = filledPages(subject).map((page) => ({
    path: page.path,
    text: page.path === path ? (text ?? '') : page.lines.join('\n'),
  }));
  const { template } = subject;
  return checkAnswer([template], files, template.contract.id)?.findings ?? [];
}

/** Results that the auditor flags. */
export function audit({ path, text }: ContentFile): Told[] {
  return auditText(text).flatMap(({ line, rule, verdict }) =>
    verdict === 'wrong' || verdict === 'unit' ? [{ path, line, rule }] : [],
  );
}

function checkStrictly(
  { template, worked, folder }: Subject,
  path: string,
  text: string | undefined,
): Told[] {
  const files = [...folder.files].flatMap(([name, file]): [string, ContentFile][] => {
    if (file.path !== path) return [[name, file]];
    return text === undefined ? [] : [[name, { path, text }]];
  });
  const changed = { ...folder, files: new Map(files) };
  const { quantities, problem } = worked;
  return [
    ...(text === undefined ? [] : checkEncoding({ path, text })),
    ...readDesign(template, { folder: changed, title: problem.title, quantities }).faults,
  ];
}
