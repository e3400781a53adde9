import { readLibrary } from '../../library/library.ts';
import { sortTree } from '../../library/tree.ts';
import { readContentFolder } from '../../loaders/contentFolder.ts';
import { countDamages } from './counts.ts';
import { diagramDamages } from './diagrams.ts';
import type { Subject } from './doors.ts';
import { figureDamages } from './figures.ts';
import { fileDamages } from './files.ts';
import { headingDamages } from './headings.ts';
import type { Damage } from './page.ts';
import { placeholderDamages } from './placeholders.ts';
import { wordDamages } from './words.ts';

/** Every worked design of the project, and what is wrong with them as they are. */
export async function readSubjects() {
  const files = await readContentFolder('.');
  const { templates, problems, faults } = readLibrary(files);
  const folders = new Map(sortTree(files).problems.map((folder) => [folder.slug, folder]));
  const subjects = problems.flatMap((worked) =>
    templates.flatMap((template): Subject[] => {
      const folder = folders.get(worked.slug);
      return folder === undefined ? [] : [{ template, worked, folder }];
    }),
  );
  return { templates, subjects, faults };
}

/** All ways to damage a design. */
export function damagesOf({ worked: { quantities } }: Subject): Damage[] {
  return [
    ...headingDamages,
    ...countDamages,
    ...wordDamages,
    ...diagramDamages,
    ...figureDamages,
    ...placeholderDamages(quantities),
    ...fileDamages,
  ];
}

export function nameOf({ worked: { slug }, template }: Subject): string {
  return `${slug}/${template.contract.id}`;
}
