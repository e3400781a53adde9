import { matchSections } from '../contract/headings.ts';
import { findLabels } from '../contract/labels.ts';
import { outline, type OutlineSection } from '../contract/outline.ts';
import type { Template } from '../prompt/template.ts';
import type { Design } from './design.ts';
import { unmarked } from './figureMark.ts';

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
    const asking = new Set(
      contract.sections
        .filter(({ needs }) => needs.some(({ kind }) => kind === 'qa'))
        .map(({ id }) => id),
    );
    return pages
      .filter(({ sections }) => sections.some(({ id }) => asking.has(id)))
      .flatMap(({ path, file = '', filled: { html } }) => {
        const read = { path, name: file, body: html, linesBefore: 0, outline: outline(html) };
        return matchSections(contract, [read])
          .filter(({ section }) => asking.has(section.id))
          .flatMap(({ found }) => cutQuestions(html, found.nodes));
      });
  });
}

function cutQuestions(text: string, nodes: OutlineSection['nodes']): Question[] {
  return findLabels(nodes)
    .filter((label) => label.kind === 'heading' && label.text.trimEnd().endsWith('?'))
    .map((label) => {
      const start = label.content[0]?.position?.start.offset ?? 0;
      const end = label.content.at(-1)?.position?.end.offset ?? start;
      return { question: unmarked(label.text.trim()), answer: text.slice(start, end) };
    });
}
