import type { ContentFile } from '../library/tree.ts';
import type { Template } from '../prompt/template.ts';
import { beginDesign } from './design.ts';
import { beginFacts, beginModel } from './facts.ts';

/** What a new problem is called and where it stands in lists. */
export interface NewProblem {
  slug: string;
  title: string;
  /** Place in lists: behind all others. */
  order: number;
}

/** All files of a new problem, made from the contracts; the checker says what is to be written. */
export function beginProblem(
  { slug, title, order }: NewProblem,
  templates: readonly Template[],
): ContentFile[] {
  const files = [
    beginFacts(title, order),
    beginModel(),
    ...templates.flatMap(({ contract }) => beginDesign(contract)),
  ];
  return files.map(({ name, text }) => ({ path: `content/problems/${slug}/${name}`, text }));
}
