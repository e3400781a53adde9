import type { Contract, Section } from '../schemas/contract.ts';
import type { FormatId } from '../schemas/format.ts';
import { type HeadingLine, matchHeadings } from './tolerantHeadings.ts';

/** What the checker needs of a template. */
export interface AnswerTemplate {
  contract: Contract;
  /** The prompt, whose lines findings point to. */
  body: string;
}

/** The template that an answer is held against. */
export interface ChosenTemplate {
  template: AnswerTemplate;
  /** Why it was taken. */
  why: string;
  /** Sections by the index of the line at which they begin. */
  matched: ReadonlyMap<number, Section>;
}

/** The named format, or the one whose headings the text carries most of; `undefined` when it carries none. */
export function chooseTemplate(
  templates: readonly AnswerTemplate[],
  headings: ReadonlyMap<number, HeadingLine>,
  format: FormatId | undefined,
): ChosenTemplate | undefined {
  const named = templates.find(({ contract }) => contract.id === format);
  if (named !== undefined) {
    const matched = matchHeadings(headings, named.contract);
    return { template: named, why: 'it was chosen', matched };
  }
  const [best, second] = templates
    .map((template) => {
      const matched = matchHeadings(headings, template.contract);
      return { template, matched, found: matched.size, of: template.contract.sections.length };
    })
    .sort((a, b) => b.found / b.of - a.found / a.of || b.found - a.found);
  if (best === undefined || best.found < 2) return undefined;
  const { template, matched, found, of } = best;
  const runnerUp =
    second === undefined || second.found === 0
      ? ''
      : `; ${second.found} of ${second.of} of the ${second.template.contract.title}`;
  const why = `${found} of the ${of} headings of the ${template.contract.title} were found${runnerUp}`;
  return { template, why, matched };
}
