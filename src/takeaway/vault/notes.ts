import type { DesignFacts, ProblemFacts } from '../record.ts';
import type { TwinFacts } from '../twin.ts';
import type { TwinStore } from '../twinStore.ts';

/** A note of the vault. */
export interface Note {
  /** Path inside the vault, with `.md`. */
  path: string;
  twin: TwinFacts;
  /** Obsidian's properties, without the title. */
  properties: Record<string, unknown>;
}

/** Everything stands in one folder, so that the vault can be put into another. */
export const vaultFolder = 'Worked Designs';

/** The notes of the vault: overview, sheet, inputs and all designs of each problem, and the templates. */
export function vaultNotes(problems: readonly ProblemFacts[], twins: TwinStore): Note[] {
  const note = (path: string, address: string, properties: Note['properties']): Note[] => {
    const twin = twins.get(address);
    return twin === undefined ? [] : [{ path: `${vaultFolder}/${path}.md`, twin, properties }];
  };
  const designs = problems.flatMap(({ slug, title, level, tags, designs: pages }) => {
    const name = noteName(title);
    const common = ['worked-design', `problem/${slug}`, `level/${level}`, ...tags];
    const single = ({ formatTitle }: DesignFacts) => `${name}/${name}, ${noteName(formatTitle)}`;
    /** The page that leads to the files of a format. */
    const contents = (page: DesignFacts) =>
      note(single(page), `/designs/${slug}/${page.format}/`, {
        problem: title,
        format: page.format,
        level,
        tags: [...common, `format/${page.format}`],
      });
    const design = (page: DesignFacts) => {
      const { address, format, file, words, minutes, topics } = page;
      const path =
        file === undefined ? single(page) : `${name}/${format}/${file.replace(/\.md$/, '')}`;
      return note(path, address, {
        problem: title,
        format,
        level,
        words,
        minutes,
        tags: [...common, `format/${format}`, ...topics.map((topic) => `topic/${topic}`)],
      });
    };
    return [
      ...note(`${name}/${name}`, `/designs/${slug}/`, {
        problem: title,
        level,
        tags: [...common, 'overview'],
      }),
      ...note(`${name}/${name}, Revision sheet`, `/designs/${slug}/sheet/`, {
        problem: title,
        level,
        tags: [...common, 'revision-sheet'],
      }),
      ...note(`${name}/${name}, Inputs`, `/designs/${slug}/inputs/`, {
        problem: title,
        level,
        tags: [...common, 'inputs'],
      }),
      ...pages.flatMap((page, index) => [
        ...(page.file !== undefined && page.format !== pages[index - 1]?.format
          ? contents(page)
          : []),
        ...design(page),
      ]),
    ];
  });
  const templates = twins.facts
    .filter(({ address }) => /^\/templates\/[^/]+\/$/.test(address))
    .flatMap(({ address, title }) =>
      note(`Templates/${noteName(title)}`, address, {
        format: address.split('/')[2],
        tags: ['worked-design', 'template'],
      }),
    );
  return [...designs, ...templates];
}

/** A title as a file's name: without what Obsidian or a file system takes for something else. */
export function noteName(title: string): string {
  return title
    .replace(/[\\/:*?"<>|#^[\]]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
