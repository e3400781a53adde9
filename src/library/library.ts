import { type Fault, sortFaults } from '../faults/fault.ts';
import { readTemplate, type Template } from '../prompt/template.ts';
import type { Components } from '../schemas/component.ts';
import { formatIds } from '../schemas/format.ts';
import type { Design } from './design.ts';
import { checkEncoding } from '../source/encoding.ts';
import { readProblem, type WorkedProblem } from './problem.ts';
import { type Reference, readComponents, readReference } from './reference.ts';
import { findRepeats } from './repeats.ts';
import { type ContentFile, sortTree } from './tree.ts';

/** All content, read and checked. */
export interface Library {
  /** In the order of the formats. */
  templates: Template[];
  components: Components;
  /** In the order of their `order`. */
  problems: WorkedProblem[];
  reference: Reference;
  /** Everything that is wrong, in reading order. Only a library without faults becomes a site. */
  faults: Fault[];
}

/** Content → quantities → contract: the one way from files to what pages are made of. */
export function readLibrary(files: readonly ContentFile[]): Library {
  const tree = sortTree(files);
  const faults: Fault[] = files.flatMap(checkEncoding);

  const { templates, faults: templateFaults } = readTemplates(tree.templates);
  faults.push(...templateFaults);

  const { components, faults: componentFaults } = readComponents(tree.reference);
  faults.push(...componentFaults);

  const shelf = { templates, components };
  const slugs = tree.problems.map(({ slug }) => slug);
  const read = tree.problems.map((folder) => readProblem(folder, shelf));
  faults.push(...read.flatMap((result) => result.faults));

  const problems = read
    .flatMap(({ worked }) => (worked === undefined ? [] : [worked]))
    .sort((a, b) => a.problem.order - b.problem.order || (a.slug < b.slug ? -1 : 1));
  faults.push(...findRepeats(problems));

  const { reference, faults: referenceFaults } = readReference(tree.reference, {
    components,
    problems,
    unread: new Set(read.flatMap(({ worked }, index) => (worked ? [] : (slugs[index] ?? [])))),
  });
  faults.push(...referenceFaults);
  return { templates, components, problems, reference, faults: sortFaults(faults) };
}

/** The templates in the order of the formats; the faults name those that are broken or missing. */
export function readTemplates(files: readonly ContentFile[]): {
  templates: Template[];
  faults: Fault[];
} {
  const read = files.map(readTemplate);
  const faults = read.flatMap((result) => result.faults);
  const templates = formatIds.flatMap((id) => {
    const found = read.find(({ template }) => template?.contract.id === id)?.template;
    if (found !== undefined) return [found];
    const path = `content/templates/${id}.md`;
    if (!faults.some((fault) => fault.path === path)) {
      const message = `the template of the format “${id}” is missing`;
      faults.push({ path, line: 1, column: 1, rule: 'file-missing', message });
    }
    return [];
  });
  return { templates, faults };
}

/** Counts that a build prints. */
export function countLibrary({ problems, templates }: Library) {
  const designs = problems.flatMap((worked) => worked.designs);
  return {
    problems: problems.length,
    designs: designs.length,
    pages: designs.reduce((sum, { pages }) => sum + pages.length, 0),
    quantities: problems.reduce((sum, { quantities }) => sum + quantities.size, 0),
    results: countResults(designs),
    checks: problems.reduce((sum, worked) => sum + countChecks(worked, templates), 0),
  };
}

/** What was held against a problem: units of figures, conditions, headings, needs, limits, placeholders, results. */
function countChecks(
  { quantities, problem, designs }: WorkedProblem,
  templates: readonly Template[],
) {
  const flips = problem.decisions.reduce((sum, decision) => sum + decision.flips.length, 0);
  const contracts = designs.flatMap(
    ({ format }) => templates.find(({ contract }) => contract.id === format)?.contract ?? [],
  );
  const rules = contracts.reduce(
    (sum, { sections, needs, bans, words }) =>
      sum +
      sections.reduce((inner, section) => inner + 1 + section.needs.length, 0) +
      needs.length +
      bans.reduce((inner, ban) => inner + ban.words.length, 0) +
      (words === undefined ? 0 : 1),
    0,
  );
  const figures = designs
    .flatMap(({ pages }) => pages)
    .reduce((sum, { filled }) => sum + filled.figures, 0);
  return quantities.size + flips + rules + figures + countResults(designs);
}

/** Results of calculations that were worked out again. */
function countResults(designs: readonly Design[]): number {
  return designs.flatMap(({ pages }) => pages).reduce((sum, { results }) => sum + results, 0);
}
