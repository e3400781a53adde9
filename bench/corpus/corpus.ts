import { parse, stringify } from 'yaml';
import {
  type ContentFile,
  type ContentTree,
  type ProblemFolder,
  sortTree,
} from '../../src/library/tree.ts';
import { readProblem, type Shelf } from '../../src/library/problem.ts';
import { readComponents } from '../../src/library/reference.ts';
import { readTemplate } from '../../src/prompt/template.ts';
import { modelSchema, type Model } from '../../src/schemas/model.ts';
import { type Problem, problemSchema } from '../../src/schemas/problem.ts';
import { splitFrontMatter } from '../../src/source/frontmatter.ts';
import { coinWord, type Vary, varyMarkdown, varyWith } from './vary.ts';
import { gatherVocabulary, type Vocabulary } from './vocabulary.ts';
import { randomFrom } from '../../src/random.ts';

/** Content of any size: the same for the same number of problems, however often it is asked for. */
export type Corpus = (problems: number) => ContentFile[];

/**
 * Makes content grow: the real problems, or the first of them, then as many more as are asked for.
 * Each of these is a real problem in all five formats with other words, figures and names, without
 * faults; all depend on the real content alone. A corpus begins with every smaller one.
 */
export function openCorpus(files: readonly ContentFile[]): Corpus {
  const tree = sortTree(files);
  const shelf = readShelf(tree);
  const texts = tree.problems.flatMap((folder) => designFiles(folder).map(({ text }) => text));
  const vocabulary = gatherVocabulary(
    texts,
    shelf.templates.map(({ contract }) => contract),
  );
  const real = tree.problems.map((folder) => [...folder.files.values()]);
  const shared = files.filter(({ path }) => !path.startsWith('content/problems/'));
  const added: ContentFile[][] = [];
  return (count) => {
    while (real.length + added.length < count) {
      const base = tree.problems[added.length % real.length];
      if (base === undefined) throw new Error('there is no problem to make others of');
      added.push(soundProblem(base, real.length + added.length + 1, { vocabulary, shelf }));
    }
    return [...shared, ...[...real, ...added].slice(0, count).flat()];
  };
}

function designFiles({ files }: ProblemFolder): ContentFile[] {
  return [...files].filter(([name]) => name.endsWith('.md')).map(([, file]) => file);
}

function readShelf({ templates, reference }: ContentTree): Shelf {
  return {
    templates: templates.flatMap((file) => readTemplate(file).template ?? []),
    components: readComponents(reference).components,
  };
}

/** Other figures can turn a decision round, or make a text a word too long. */
const mostTries = 40;

/** A further problem without faults. */
function soundProblem(
  base: ProblemFolder,
  number: number,
  { vocabulary, shelf }: { vocabulary: Vocabulary; shelf: Shelf },
): ContentFile[] {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const random = randomFrom(number * 7919 + attempt * 104_729);
    const files = varyProblem(base, number, { vocabulary, random });
    const [folder] = sortTree(files).problems;
    if (folder !== undefined && readProblem(folder, shelf).faults.length === 0) return files;
  }
  throw new Error(`no problem without faults could be made of ${base.slug} in ${mostTries} tries`);
}

/** A further problem made of a real one; its number makes it different from all others. */
function varyProblem(
  base: ProblemFolder,
  number: number,
  { vocabulary, random }: { vocabulary: Vocabulary; random: () => number },
): ContentFile[] {
  const vary = varyWith(vocabulary, random);
  const name = `${coinWord(random)}${coinWord(random)}`;
  const slug = `${base.slug}-${name}`;
  const rename = (text: string) => text.replaceAll(`/designs/${base.slug}/`, `/designs/${slug}/`);
  return [...base.files].flatMap(([path, { text }]): ContentFile[] => {
    const target = `content/problems/${slug}/${path}`;
    if (path === 'problem.yaml') {
      const problem = problemSchema.parse(parse(text));
      return [{ path: target, text: stringify(varyFacts(problem, vary, { number, name })) }];
    }
    if (path === 'model.yaml') {
      return [{ path: target, text: stringify(varyModel(modelSchema.parse(parse(text)), random)) }];
    }
    if (path.endsWith('.md')) {
      return [{ path: target, text: rename(varyDesign(text, vary, `of ${name}`)) }];
    }
    // Scenes are taken over; what they are made from is not needed.
    return path.endsWith('.excalidraw') ? [{ path: target, text }] : [];
  });
}

function varyDesign(text: string, vary: Vary, note: string): string {
  const { yaml, body } = splitFrontMatter(text);
  const properties = parse(yaml);
  const varied = { ...properties, description: atMost(vary(String(properties.description)), 200) };
  return `---\n${stringify(varied, { lineWidth: 0 })}---\n${varyMarkdown(body, vary, note)}`;
}

function varyFacts(
  problem: Problem,
  vary: Vary,
  { number, name }: { number: number; name: string },
): Problem {
  const title = `${problem.title} ${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  return {
    ...problem,
    title,
    order: number,
    ask: `${problem.ask}, as ${name} has it`,
    summary: vary(problem.summary),
    statement: vary(problem.statement),
    hardParts: problem.hardParts.map((part) => ({ ...part, why: vary(part.why) })),
    decisions: problem.decisions.map((decision) => ({
      ...decision,
      choice: vary(decision.choice),
      because: vary(decision.because),
      rejected: decision.rejected.map((rival) => ({ ...rival, because: vary(rival.because) })),
      flips: decision.flips.map((flip) => ({ ...flip, to: vary(flip.to) })),
    })),
  };
}

/** Every figure is a little higher or lower, inside of its range. */
function varyModel(model: Model, random: () => number): Model {
  const inputs = Object.entries(model.inputs).map(([id, input]) => {
    const [low, high] = input.range;
    const near = Number((input.value * (0.8 + 0.4 * random())).toPrecision(3));
    const step = Math.floor(3 * random()) - 1;
    const isCount = Number.isInteger(input.value) && input.value > 2 && input.value < 20;
    const whole = Number.isInteger(input.value) ? Math.round(near) : near;
    const value = isCount ? input.value + step : whole;
    return [id, value >= low && value <= high ? { ...input, value } : input];
  });
  return { ...model, inputs: Object.fromEntries(inputs) };
}

/** A text cut at a word. */
function atMost(text: string, length: number): string {
  if (text.length <= length) return text;
  return `${text.slice(0, text.lastIndexOf(' ', length - 1)).replace(/[,;:]$/, '')}.`;
}
