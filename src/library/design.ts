import { checkDesign } from '../contract/check.ts';
import type { DesignFile } from '../contract/designFile.ts';
import { matchSections } from '../contract/headings.ts';
import { outline } from '../contract/outline.ts';
import { proseOf, type Speak } from '../contract/text.ts';
import { type Fault, sortFaults } from '../faults/fault.ts';
import { countWords } from '../prompt/count.ts';
import type { Template } from '../prompt/template.ts';
import type { Quantities } from '../quantities/quantity.ts';
import type { FormatId } from '../schemas/format.ts';
import type { TopicId } from '../schemas/topic.ts';
import { splitFrontMatter } from '../source/frontmatter.ts';
import { readYaml } from '../source/yaml.ts';
import { checkArithmetic } from './arithmetic.ts';
import { type FilledText, fillMarkdown } from './fill.ts';
import { checkImages } from './images.ts';
import { pageFrontMatter } from './pageFrontMatter.ts';
import type { ContentFile, ProblemFolder } from './tree.ts';

/** A section of a page, as the contract knows it. */
export interface PageSection {
  id: string;
  heading: string;
  topics: TopicId[];
}

/** One page of a worked design: one file. */
export interface DesignPage {
  /** Address without slashes at its ends: `designs/chat/dossier/01-problem-requirements`. */
  id: string;
  path: string;
  /** Lines of front matter, which stand before the filled text in the file. */
  linesBefore: number;
  /** Name of the file in formats of several files. */
  file: string | undefined;
  title: string;
  description: string;
  /** Markdown with the figures put in: as `<data>` elements for the page, as words for its twin. */
  filled: FilledText;
  sections: PageSection[];
  /** How many results of calculations in it were worked out again and held. */
  results: number;
  words: number;
  /** Minutes that reading takes, at 220 words a minute. */
  minutes: number;
}

/** A problem worked out in one format. */
export interface Design {
  format: FormatId;
  pages: DesignPage[];
}

interface Surroundings {
  folder: ProblemFolder;
  title: string;
  quantities: Quantities;
}

/** Reads the files of one format and holds them against its contract. */
export function readDesign(
  { contract }: Template,
  { folder, title, quantities }: Surroundings,
): { design: Design | undefined; faults: Fault[] } {
  const format = contract.id;
  const several = contract.files.length > 0;
  const files = [...folder.files]
    .filter(([name]) =>
      several ? name.startsWith(`${format}/`) && name.endsWith('.md') : name === `${format}.md`,
    )
    .map(([, file]) => file);
  if (files.length === 0) {
    const path = `${folder.path}/${several ? `${format}/${contract.files[0]?.name}` : `${format}.md`}`;
    const message = `“${title}” is not worked out as ${contract.title}`;
    return {
      design: undefined,
      faults: [{ path, line: 1, column: 1, rule: 'design-missing', message }],
    };
  }

  const speak: Speak = (placeholder) => sayPlaceholder(placeholder, quantities);
  const read = files.map((file) => readPage(file, folder, quantities));
  const designFiles = read.map(({ designFile }) => designFile);
  const matched = matchSections(contract, designFiles);
  const faults = [
    ...read.flatMap((page) => page.faults),
    ...checkDesign(contract, designFiles, {
      folder: several ? `${folder.path}/${format}` : folder.path,
      speak,
    }),
  ];

  const pages = read.map(({ designFile, description, filled, results }): DesignPage => {
    const words = countWords(proseOf(designFile.outline.root.children, speak));
    const known = contract.files.find(({ name }) => name === designFile.name);
    const address = several
      ? `${format}/${designFile.name.replace(/\.md$/, '').toLowerCase()}`
      : format;
    return {
      id: `designs/${folder.slug}/${address}`,
      path: designFile.path,
      linesBefore: designFile.linesBefore,
      file: several ? designFile.name : undefined,
      title: several
        ? `${title}: ${known?.title ?? designFile.name}`
        : `${title}: ${contract.title}`,
      description,
      filled,
      sections: matched
        .filter(({ file }) => file === designFile)
        .map(({ section: { id, heading, topics } }) => ({ id, heading, topics })),
      results,
      words,
      minutes: Math.max(1, Math.round(words / 220)),
    };
  });
  return { design: { format, pages }, faults: sortFaults(faults) };
}

function readPage(file: ContentFile, folder: ProblemFolder, quantities: Quantities) {
  const { path, text } = file;
  const { yaml, body, yamlLinesBefore, bodyLinesBefore } = splitFrontMatter(text);
  const { data, faults } = readYaml(yaml, pageFrontMatter, { path, linesBefore: yamlLinesBefore });
  const designFile: DesignFile = {
    path,
    name: path.slice(path.lastIndexOf('/') + 1),
    body,
    outline: outline(body, bodyLinesBefore),
    linesBefore: bodyLinesBefore,
  };
  const { root } = designFile.outline;
  const filled = fillMarkdown({ path, body, root, linesBefore: bodyLinesBefore }, quantities);
  const arithmetic = checkArithmetic(
    { path, body, filled: filled.text, linesBefore: bodyLinesBefore },
    quantities,
  );
  return {
    designFile,
    description: data?.description ?? '',
    filled,
    results: arithmetic.results,
    faults: [...faults, ...filled.faults, ...arithmetic.faults, ...checkImages(designFile, folder)],
  };
}

/** What a placeholder's inside (`= name`, `# name`, `name`) reads as; unknown names stay. */
function sayPlaceholder(inside: string, quantities: Quantities): string {
  const quantity = quantities.get(inside.replace(/^[=#]\s*/, ''));
  if (quantity === undefined) return inside;
  return inside.startsWith('=') && quantity.kind === 'derived' ? quantity.working : quantity.text;
}
