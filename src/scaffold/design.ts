import { writerNote } from '../contract/writerNote.ts';
import type { Contract, Section } from '../schemas/contract.ts';
import type { Need } from '../schemas/need.ts';

/** A file to begin with: its path below the problem's folder, and its text. */
export interface Beginning {
  name: string;
  text: string;
}

/** The files of a design in one format: every heading of the contract, and what to write below it. */
export function beginDesign({ id, files, sections }: Contract): Beginning[] {
  if (files.length === 0) return [{ name: `${id}.md`, text: beginFile(sections) }];
  return files.map(({ name }) => ({
    name: `${id}/${name}`,
    text: beginFile(sections.filter(({ file }) => file === name)),
  }));
}

function beginFile(sections: readonly Section[]): string {
  return [
    "---\n# One sentence for lists, search and previews.\ndescription: ''\n---",
    ...sections.map(beginSection),
  ]
    .join('\n\n')
    .concat('\n');
}

function beginSection({ heading, holds, needs, optional, unless }: Section): string {
  const points = [
    ...(optional ? ['This section may be left out with its heading'] : []),
    ...(unless === undefined ? [] : [`Where it does not apply, say “${unless}” and why`]),
    ...holds,
  ];
  return [`## ${heading}`, writerNote(points), ...leads(needs)].join('\n\n');
}

/** The sub-headings and bold leads that the contract asks for, in its words. */
function leads(needs: readonly Need[]): string[] {
  const hasParts = needs.some(({ kind }) => kind === 'parts');
  const lines = needs.flatMap((need): string[] => {
    switch (need.kind) {
      case 'labels':
        return need.labels.map((label) => `**${label}**`);
      case 'items':
        return need.under === undefined ? [] : [`**${need.under}**`];
      case 'parts':
        return need.parts.map((part) => `### ${part}`);
      case 'answers':
        return need.questions.map((question) => `${hasParts ? '####' : '###'} ${question}`);
      default:
        return [];
    }
  });
  return [...new Set(lines)];
}
