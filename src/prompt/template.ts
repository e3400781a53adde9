import { type Fault, type Position, sortFaults } from '../faults/fault.ts';
import { type Contract, contractSchema, headingStyles } from '../schemas/contract.ts';
import { splitFrontMatter } from '../source/frontmatter.ts';
import { readYaml } from '../source/yaml.ts';
import { parsePrompt } from './fill.ts';

/** A part of a prompt that is pasted by itself. */
export interface PromptBlock {
  role: 'system' | 'user';
  /** Exact slice of the body. */
  text: string;
}

/** A template: the contract of a format and the prompt that asks for it. */
export interface Template {
  path: string;
  contract: Contract;
  /** The prompt, with `{{variables}}`. */
  body: string;
  /** The prompt as it is pasted: one block, or a system and a user message. */
  blocks: PromptBlock[];
}

interface TemplateResult {
  /** `undefined` when the front matter is not a contract. */
  template: Template | undefined;
  faults: Fault[];
}

/** Reads a template file and proves that its body and its contract agree. */
export function readTemplate({ path, text }: { path: string; text: string }): TemplateResult {
  const { yaml, body, yamlLinesBefore, bodyLinesBefore } = splitFrontMatter(text);
  const {
    data: contract,
    faults,
    locate,
  } = readYaml(yaml, contractSchema, {
    path,
    linesBefore: yamlLinesBefore,
  });
  if (contract === undefined) return { template: undefined, faults };

  const bodyLines = body.split('\n');
  const report: Report = (place, rule, message) => {
    const at = 'keys' in place ? locate(place.keys) : place;
    faults.push({ path, ...at, rule, message });
  };
  compareHeadings(contract, bodyLines, bodyLinesBefore, report);
  findAsks(contract, bodyLines, report);
  compareVariables(contract, body, report);
  compareReferences(contract, report);

  const template = { path, contract, body, blocks: cutBlocks(body, contract.role) };
  return { template, faults: sortFaults(faults) };
}

type Report = (place: { keys: PropertyKey[] } | Position, rule: string, message: string) => void;

/** Each heading of the contract stands in the body, in order, and nothing else does. */
function compareHeadings(
  { sections, headingStyle }: Contract,
  bodyLines: readonly string[],
  linesBefore: number,
  report: Report,
): void {
  const pattern = headingStyles[headingStyle];
  const found = bodyLines.flatMap((text, index) => {
    const heading = pattern.exec(text.trimEnd())?.[1];
    return heading === undefined ? [] : [{ heading, line: index + 1 + linesBefore }];
  });
  const wanted = sections.map(({ heading, hint }) =>
    hint === undefined ? heading : `${heading} ${hint}`,
  );
  for (const { heading, line } of found) {
    if (!wanted.includes(heading)) {
      report(
        { line, column: 1 },
        'template-heading',
        `“${heading}” is not a heading of the contract`,
      );
    }
  }
  const order = found.map(({ heading }) => heading);
  wanted.forEach((heading, index) => {
    const keys = ['sections', index, 'heading'];
    const place = order.indexOf(heading);
    if (place === -1) {
      report({ keys }, 'template-heading', `“${heading}” does not stand in the prompt`);
    } else if (index > 0 && place < order.indexOf(wanted[index - 1] ?? '')) {
      report({ keys }, 'template-heading', `“${heading}” stands before its predecessor`);
    }
  });
}

/** Each quotation of the prompt in a need or a ban stands in one line of the body. */
function findAsks(contract: Contract, bodyLines: readonly string[], report: Report): void {
  const quotations = [
    ...contract.needs.map(({ asks }, index) => ({ asks, keys: ['needs', index, 'asks'] })),
    ...contract.bans.map(({ asks }, index) => ({ asks, keys: ['bans', index, 'asks'] })),
    ...contract.sections.flatMap(({ needs }, section) =>
      needs.map(({ asks }, index) => ({
        asks,
        keys: ['sections', section, 'needs', index, 'asks'],
      })),
    ),
  ];
  for (const { asks, keys } of quotations) {
    if (!bodyLines.some((line) => line.includes(asks))) {
      report({ keys }, 'template-asks', `no line of the prompt says “${asks}”`);
    }
  }
}

/** The body's variables are those of the contract. */
function compareVariables({ variables }: Contract, body: string, report: Report): void {
  const used = new Set(
    parsePrompt(body).flatMap((part) => ('variable' in part ? [part.variable] : [])),
  );
  variables.forEach(({ name }, index) => {
    if (!used.delete(name)) {
      report(
        { keys: ['variables', index, 'name'] },
        'template-variable',
        `the prompt never uses {{${name}}}`,
      );
    }
  });
  for (const name of used) {
    report(
      { keys: ['variables'] },
      'template-variable',
      `the prompt uses {{${name}}}, which is not declared`,
    );
  }
}

/** Ids and file names that the contract mentions exist in it. */
function compareReferences(contract: Contract, report: Report): void {
  const ids = new Set<string>();
  const files = contract.files.map(({ name }) => name);
  contract.sections.forEach(({ id, file }, index) => {
    if (ids.has(id))
      report(
        { keys: ['sections', index, 'id'] },
        'template-reference',
        `section id “${id}” stands twice`,
      );
    ids.add(id);
    if (files.length > 0 ? file === undefined || !files.includes(file) : file !== undefined) {
      report(
        { keys: ['sections', index, 'file'] },
        'template-reference',
        `section “${id}” must name one of the contract's files`,
      );
    }
  });
  contract.pacing.forEach(({ sections }, index) => {
    for (const id of sections.filter((section) => !ids.has(section))) {
      report(
        { keys: ['pacing', index, 'sections'] },
        'template-reference',
        `there is no section “${id}”`,
      );
    }
  });
}

/** A system prompt ends with `</system>`; what follows it is the user's message. */
function cutBlocks(body: string, role: Contract['role']): PromptBlock[] {
  if (role === 'user') return [{ role, text: body }];
  const end = body.indexOf('</system>') + '</system>\n'.length;
  return [
    { role: 'system', text: body.slice(0, end) },
    { role: 'user', text: body.slice(end).replace(/^\n+/, '') },
  ];
}
