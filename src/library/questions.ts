import { matchSections } from '../contract/check.ts';
import { findLabels } from '../contract/labels.ts';
import type { Template } from '../prompt/template.ts';
import type { Design } from './design.ts';

/** A question of an interview section with its answer. */
export interface Question {
  /** The heading's text, figures filled in. */
  question: string;
  /** Markdown of the answer, figures as elements. */
  answer: string;
}

/** The questions with answers of all sections in which the contracts ask for such, in reading order. */
export function questionsOf(
  designs: readonly Design[],
  templates: readonly Pick<Template, 'contract'>[],
): Question[] {
  return designs.flatMap(({ format, pages }) => {
    const contract = templates.find((one) => one.contract.id === format)?.contract;
    if (contract === undefined) return [];
    return pages.flatMap(({ path, file = '', filled: { html } }) =>
      matchSections(contract, [{ path, name: file, body: html, linesBefore: 0 }])
        .filter(({ section }) => section.needs.some(({ kind }) => kind === 'qa'))
        .flatMap(({ found }) => findLabels(found.nodes))
        .filter(({ kind, text }) => kind === 'heading' && text.trimEnd().endsWith('?'))
        .map(({ text, content }) => {
          const start = content[0]?.position?.start.offset ?? 0;
          const end = content.at(-1)?.position?.end.offset ?? start;
          return { question: text.trim(), answer: html.slice(start, end) };
        }),
    );
  });
}
