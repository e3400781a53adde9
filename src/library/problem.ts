import { type Fault, sortFaults } from '../faults/fault.ts';
import type { Template } from '../prompt/template.ts';
import { evaluateCondition } from '../quantities/condition.ts';
import { evaluateModel } from '../quantities/model.ts';
import { fillText } from '../quantities/placeholder.ts';
import type { Quantities } from '../quantities/quantity.ts';
import type { Units } from '../quantities/units.ts';
import type { Components } from '../schemas/component.ts';
import { type Model, modelSchema } from '../schemas/model.ts';
import { type Problem, problemSchema } from '../schemas/problem.ts';
import { readYaml, type YamlResult } from '../source/yaml.ts';
import { type Design, readDesign } from './design.ts';
import { checkText } from './fill.ts';
import { type Question, questionsOf } from './questions.ts';
import type { ProblemFolder } from './tree.ts';

/** A problem with its figures and all that was made of it. */
export interface WorkedProblem {
  slug: string;
  /** `content/problems/<slug>` */
  path: string;
  problem: Problem;
  quantities: Quantities;
  /** What this problem counts beyond the built-in units. */
  units: Model['units'];
  designs: Design[];
  /** The hardest questions, with the answers that the designs give. */
  hardest: Question[];
}

/** What a problem is read against. */
export interface Shelf {
  templates: readonly Template[];
  components: Components;
}

/** Reads one problem's folder: facts, figures and the designs in every format. */
export function readProblem(
  folder: ProblemFolder,
  { templates, components }: Shelf,
): { worked: WorkedProblem | undefined; faults: Fault[] } {
  const facts = readFile(folder, 'problem.yaml', problemSchema);
  const model = readFile(folder, 'model.yaml', modelSchema);
  const evaluated = evaluateModel(model.data ?? emptyModel, {
    path: `${folder.path}/model.yaml`,
    locate: model.locate,
  });
  const { quantities, units } = evaluated;
  const title = facts.data?.title ?? folder.slug;
  const read = templates.map((template) => readDesign(template, { folder, title, quantities }));
  const designs = read.flatMap(({ design }) => (design === undefined ? [] : [design]));
  const questions = questionsOf(designs, templates);
  const used = [
    ...(facts.data === undefined
      ? []
      : checkFacts(facts, facts.data, { folder, quantities, units, components, questions })),
    ...read.flatMap((result) => result.faults),
  ];

  // A figure that is missing because the model is broken is the model's fault alone.
  const isModelSound = model.faults.length === 0 && evaluated.faults.length === 0;
  const faults = [
    ...facts.faults,
    ...model.faults,
    ...evaluated.faults,
    ...findStrays(folder, templates),
    ...(isModelSound ? used : used.filter(({ rule }) => !needsFigures.has(rule))),
  ];
  if (facts.data === undefined || model.data === undefined) {
    return { worked: undefined, faults: sortFaults(faults) };
  }
  const worked = {
    slug: folder.slug,
    path: folder.path,
    problem: facts.data,
    quantities,
    units: model.data.units,
    designs,
    hardest: facts.data.hardest.flatMap(
      (wanted) => findQuestion(wanted, quantities, questions) ?? [],
    ),
  };
  return { worked, faults: sortFaults(faults) };
}

/** The first question of the designs that is worded so, figures filled in. */
function findQuestion(
  wanted: string,
  quantities: Quantities,
  questions: readonly Question[],
): Question | undefined {
  const { text } = fillText(wanted, quantities);
  return questions.find(({ question }) => question === text);
}

const emptyModel: Model = { units: {}, inputs: {}, derived: {} };

/** Rules that say that a figure is not there. */
const needsFigures = new Set(['quantity-missing', 'working-missing', 'unit-unknown']);

function readFile<T>(
  { path, files }: ProblemFolder,
  name: string,
  schema: Parameters<typeof readYaml<T>>[1],
): YamlResult<T> {
  const file = files.get(name);
  if (file !== undefined) return readYaml(file.text, schema, { path: file.path });
  const top = { line: 1, column: 1 };
  const message = `the problem has no ${name}`;
  const fault = { path: `${path}/${name}`, ...top, rule: 'file-missing', message };
  return { data: undefined, faults: [fault], locate: () => top };
}

/** Files that nothing would read, most often a misspelt name. */
function findStrays({ files }: ProblemFolder, templates: readonly Template[]): Fault[] {
  const known = new Set(['problem.yaml', 'model.yaml']);
  const folders: string[] = [];
  for (const { contract } of templates) {
    if (contract.files.length === 0) known.add(`${contract.id}.md`);
    else folders.push(`${contract.id}/`);
  }
  return [...files]
    .filter(
      ([name]) =>
        !known.has(name) &&
        !folders.some((start) => name.startsWith(start)) &&
        !/^[^/]+\.(?:excalidraw|whiteboard\.yaml)$/.test(name),
    )
    .map(([name, { path }]) => ({
      path,
      line: 1,
      column: 1,
      rule: 'file-unknown',
      message: `${name} is no file of a worked problem`,
      expected: [...known, ...folders.map((start) => `${start}*.md`)].join(', '),
    }));
}

interface Surroundings {
  folder: ProblemFolder;
  quantities: Quantities;
  units: Units;
  components: Components;
  /** Those that the designs answer. */
  questions: readonly Question[];
}

/** References of `problem.yaml`: figures, components, conditions and placeholders in its texts. */
function checkFacts(
  { locate }: YamlResult<Problem>,
  problem: Problem,
  { folder, quantities, units, components, questions }: Surroundings,
): Fault[] {
  const path = `${folder.path}/problem.yaml`;
  const faults: Fault[] = [];
  const report = (keys: PropertyKey[], rule: string, message: string, expected?: string) =>
    faults.push({ path, ...locate(keys), rule, message, ...(expected && { expected }) });

  problem.keyFigures.forEach((id, index) => {
    if (!quantities.has(id)) {
      report(['keyFigures', index], 'quantity-missing', `the model has no quantity “${id}”`);
    }
  });
  const ids = new Set<string>();
  problem.decisions.forEach(({ id, components: chosen, rejected, flips }, index) => {
    const keys = ['decisions', index];
    if (ids.has(id)) report([...keys, 'id'], 'decision-twice', `the decision “${id}” stands twice`);
    ids.add(id);
    chosen.forEach((component, at) => {
      checkComponent(component, [...keys, 'components', at]);
    });
    rejected.forEach((rival, place) => {
      rival.components.forEach((component, at) => {
        checkComponent(component, [...keys, 'rejected', place, 'components', at]);
      });
    });
    flips.forEach(({ when }, at) => {
      checkFlip(when, [...keys, 'flips', at, 'when']);
    });
  });
  problem.hardest.forEach((wanted, index) => {
    if (findQuestion(wanted, quantities, questions) !== undefined) return;
    const message = `no design answers the question “${wanted}”`;
    report(
      ['hardest', index],
      'question-missing',
      message,
      'a sub-heading of an interview section',
    );
  });
  for (const { keys, text } of texts(problem)) {
    for (const { rule, message } of checkText(text, quantities)) report(keys, rule, message);
  }
  return faults;

  function checkComponent(id: string, keys: PropertyKey[]): void {
    if (id in components) return;
    const message = `there is no component “${id}”`;
    report(keys, 'component-missing', message, 'an id of content/reference/components.yaml');
  }

  function checkFlip(when: string, keys: PropertyKey[]): void {
    const result = evaluateCondition(when, quantities, units);
    if (!result.ok) {
      report(keys, result.rule, result.message, result.expected);
    } else if (result.holds) {
      const message = `“${when}” holds already, so the decision has flipped`;
      report(keys, 'flip-holds', message, 'a condition that is false at the model’s values');
    }
  }
}

/** Every text of a value, with the path of keys that leads to it. */
function texts(value: unknown, keys: PropertyKey[] = []): { keys: PropertyKey[]; text: string }[] {
  if (typeof value === 'string') return [{ keys, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, child]) =>
    texts(child, [...keys, Array.isArray(value) ? Number(key) : key]),
  );
}
