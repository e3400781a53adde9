import { type Fault, sortFaults } from '../faults/fault.ts';
import { evaluateModel } from '../quantities/model.ts';
import type { Quantities } from '../quantities/quantity.ts';
import { type AntiPattern, antiPatternsSchema } from '../schemas/antiPattern.ts';
import { type Components, componentsSchema } from '../schemas/component.ts';
import { type Area, frameworkSchema } from '../schemas/framework.ts';
import { type NumberGroup, numbersSchema } from '../schemas/numbers.ts';
import { type Synonym, synonymsSchema } from '../schemas/synonym.ts';
import { readYaml, type YamlResult } from '../source/yaml.ts';
import type { WorkedProblem } from './problem.ts';
import type { ContentTree } from './tree.ts';

/** What stands across all problems: `content/reference/*.yaml`. */
export interface Reference {
  /** The architect format's framework for choosing components. */
  areas: Area[];
  antiPatterns: AntiPattern[];
  numbers: { quantities: Quantities; groups: NumberGroup[] };
  /** What engineers call by several names, for the search. */
  synonyms: Synonym[];
}

type Files = ContentTree['reference'];

/** The components that decisions may name. They are read first, since problems need them. */
export function readComponents(files: Files): { components: Components; faults: Fault[] } {
  const { data, faults } = readFile(files, 'components.yaml', componentsSchema);
  return { components: data?.components ?? {}, faults };
}

/** What the reference is read against. */
export interface ReferenceShelf {
  components: Components;
  problems: readonly WorkedProblem[];
  /** Slugs of problems that a fault of their own kept from being read. */
  unread: ReadonlySet<string>;
}

/** Reads the reference files and follows what they name: components, sections and quantities. */
export function readReference(
  files: Files,
  { components, problems, unread }: ReferenceShelf,
): { reference: Reference; faults: Fault[] } {
  const framework = readFile(files, 'framework.yaml', frameworkSchema);
  const patterns = readFile(files, 'anti-patterns.yaml', antiPatternsSchema);
  const names = readFile(files, 'synonyms.yaml', synonymsSchema);
  const areas = framework.data?.areas ?? [];
  const antiPatterns = patterns.data?.antiPatterns ?? [];
  const { numbers, faults } = readNumbers(files);
  return {
    reference: { areas, antiPatterns, numbers, synonyms: names.data?.synonyms ?? [] },
    faults: sortFaults([
      ...framework.faults,
      ...checkAreas(areas, framework, components),
      ...patterns.faults,
      ...checkCures(antiPatterns, patterns, { problems, unread }),
      ...faults,
      ...names.faults,
    ]),
  };
}

const pathOf = (name: string) => `content/reference/${name}`;

function readFile<T>(
  files: Files,
  name: string,
  schema: Parameters<typeof readYaml<T>>[1],
): YamlResult<T> {
  const path = pathOf(name);
  const file = files.get(name);
  if (file !== undefined) return readYaml(file.text, schema, { path });
  const top = { line: 1, column: 1 };
  const message = `the reference has no ${name}`;
  const fault = { path, ...top, rule: 'file-missing', message };
  return { data: undefined, faults: [fault], locate: () => top };
}

function checkAreas(
  areas: readonly Area[],
  { locate }: YamlResult<unknown>,
  components: Components,
): Fault[] {
  const path = pathOf('framework.yaml');
  const repeated = findRepeated(areas, ['areas'], { path, locate });
  const missing = areas.flatMap(({ options }, area) =>
    options.flatMap((option, place) =>
      option.components.flatMap((id, at): Fault[] => {
        if (Object.hasOwn(components, id)) return [];
        const position = locate(['areas', area, 'options', place, 'components', at]);
        const message = `there is no component “${id}”`;
        const expected = `an id of ${pathOf('components.yaml')}`;
        return [{ path, ...position, rule: 'component-missing', message, expected }];
      }),
    ),
  );
  return [...repeated, ...missing];
}

function checkCures(
  antiPatterns: readonly AntiPattern[],
  { locate }: YamlResult<unknown>,
  { problems, unread }: Pick<ReferenceShelf, 'problems' | 'unread'>,
): Fault[] {
  const path = pathOf('anti-patterns.yaml');
  const repeated = findRepeated(antiPatterns, ['antiPatterns'], { path, locate });
  const missing = antiPatterns.flatMap(({ cure }, index): Fault[] => {
    if (unread.has(cure.problem)) return [];
    const pages = problems
      .find(({ slug }) => slug === cure.problem)
      ?.designs.find(({ format }) => format === cure.format)?.pages;
    const ids = pages?.flatMap(({ sections }) => sections.map(({ id }) => id));
    if (ids?.includes(cure.section)) return [];
    const key = ids === undefined ? 'problem' : 'section';
    return [
      {
        path,
        ...locate(['antiPatterns', index, 'cure', key]),
        rule: 'section-missing',
        message:
          ids === undefined
            ? `“${cure.problem}” is not worked out as ${cure.format}`
            : `${cure.problem}/${cure.format} has no section “${cure.section}”`,
        ...(ids !== undefined && { expected: ids.join(', ') }),
      },
    ];
  });
  return [...repeated, ...missing];
}

function readNumbers(files: Files): { numbers: Reference['numbers']; faults: Fault[] } {
  const path = pathOf('numbers.yaml');
  const { data, faults, locate } = readFile(files, 'numbers.yaml', numbersSchema);
  if (data === undefined) return { numbers: { quantities: new Map(), groups: [] }, faults };

  const { groups, ...model } = data;
  const evaluated = evaluateModel(model, { path, locate });
  const shown = new Set<string>();
  const wrong: Fault[] = findRepeated(groups, ['groups'], { path, locate });
  for (const { id, keys } of groups.flatMap(placesOf)) {
    const isKnown = evaluated.quantities.has(id) || evaluated.faulty.has(id);
    const message = isKnown ? `“${id}” is shown twice` : `there is no quantity “${id}”`;
    const rule = isKnown ? 'quantity-twice' : 'quantity-missing';
    if (!isKnown || shown.has(id)) wrong.push({ path, ...locate(keys), rule, message });
    shown.add(id);
  }
  for (const { id, kind } of evaluated.quantities.values()) {
    if (shown.has(id)) continue;
    const keys = [kind === 'input' ? 'inputs' : 'derived', id];
    const message = `“${id}” stands in no group`;
    wrong.push({ path, ...locate(keys, 'key'), rule: 'quantity-unshown', message });
  }
  const numbers = { quantities: evaluated.quantities, groups };
  return { numbers, faults: [...evaluated.faults, ...wrong] };
}

/** The quantities that a group shows, and where each is named. */
function placesOf(group: NumberGroup, index: number): { id: string; keys: PropertyKey[] }[] {
  const keys = ['groups', index];
  if (group.kind === 'list') {
    return group.quantities.map((id, at) => ({ id, keys: [...keys, 'quantities', at] }));
  }
  return group.rows.flatMap(({ head, quantities }, row) => [
    { id: head, keys: [...keys, 'rows', row, 'head'] },
    ...quantities.map((id, at) => ({ id, keys: [...keys, 'rows', row, 'quantities', at] })),
  ]);
}

/** Ids that stand twice in one list: they are anchors and addresses. */
function findRepeated(
  entries: readonly { id: string }[],
  keys: PropertyKey[],
  { path, locate }: { path: string; locate: YamlResult<unknown>['locate'] },
): Fault[] {
  return entries.flatMap(({ id }, index): Fault[] => {
    if (entries.findIndex((entry) => entry.id === id) === index) return [];
    const message = `the id “${id}” stands twice`;
    return [{ path, ...locate([...keys, index, 'id']), rule: 'id-twice', message }];
  });
}
