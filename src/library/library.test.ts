import { describe, expect, it } from 'vitest';
import { unmarked } from './figureMark.ts';
import { readLibrary } from './library.ts';
import { change, drop, filesOf, lineOf, type Tree, validTree } from './testTree.ts';

const clock = 'content/problems/clock';
const model = `${clock}/model.yaml`;
const problem = `${clock}/problem.yaml`;
const spoken = `${clock}/spoken.md`;
const template = 'content/templates/spoken.md';

/** The last section of the spoken answer. */
const interview = (validTree[spoken] ?? '').slice((validTree[spoken] ?? '').indexOf('## 4) Int'));

const faultsOf = (tree: Tree) => readLibrary(filesOf(tree)).faults;

describe('readLibrary', () => {
  it('finds nothing wrong with sound content', () => {
    expect(faultsOf(validTree)).toEqual([]);
  });

  it('reads problems, designs and pages', () => {
    const { problems, templates } = readLibrary(filesOf(validTree));
    expect(templates.map(({ contract }) => contract.id)).toEqual([
      'spoken',
      'story',
      'architect',
      'note',
      'dossier',
    ]);
    const pages = problems[0]?.designs.flatMap((design) => design.pages) ?? [];
    expect(pages.map(({ id }) => id)).toEqual([
      'designs/clock/spoken',
      'designs/clock/story',
      'designs/clock/architect',
      'designs/clock/note',
      'designs/clock/dossier/01-a',
      'designs/clock/dossier/02-b',
    ]);
    expect(pages[0]?.sections[1]).toEqual({ id: 'load', heading: '2) Load', topics: ['capacity'] });
  });

  it('says everything that is wrong in one run', () => {
    let tree = change(validTree, model, 'unit: user', 'unit: hobbit');
    tree = change(tree, template, 'One callout. ', '');
    tree = drop(tree, `${clock}/problem.yaml`);
    expect(new Set(faultsOf(tree).map(({ path }) => path))).toEqual(
      new Set([model, template, problem]),
    );
  });
});

/** One fault each: what is changed where, and the rule, file and line that must name it. */
type Case = [rule: string, path: string, from: string, to: string, line?: string];

const cases: Case[] = [
  // model.yaml
  ['unit-unknown', model, 'unit: user', 'unit: hobbit', 'hobbit'],
  ['unit-mismatch', model, 'viewers * looks', 'viewers + looks', 'viewers + looks'],
  [
    'unit-mismatch',
    model,
    'formula: read_rate * peak_factor\n    unit: read/s',
    'formula: read_rate * peak_factor\n    unit: byte/s',
    'read_rate * peak_factor',
  ],
  ['quantity-missing', model, 'viewers * looks', 'viewer * looks', 'viewer * looks'],
  ['quantity-cycle', model, 'viewers * looks', 'viewers * looks * peak_rate / read_rate'],
  ['formula-syntax', model, 'viewers * looks', 'viewers * * looks', '* * looks'],
  ['formula-syntax', model, 'viewers * looks', 'evil(viewers)', 'evil'],
  ['quantity-range', model, 'value: 20', 'value: 2000', 'value: 2000'],
  ['quantity-name', model, '  looks:', '  day:'],
  ['unit-name', model, 'glance: {}', 'byte: {}'],
  ['quantity-value', model, 'viewers * looks', 'viewers * looks / 0', '/ 0'],
  ['schema', model, 'value: 20', 'value: twenty', 'value: twenty'],
  ['schema', model, 'range: [1, 100]', 'range: [100, 1]', 'range: [100, 1]'],
  ['schema', model, 'why: A town', 'whence: A town', 'label: people who'],
  ['yaml-syntax', model, 'value: 20', 'value: [20', 'unit: read/user/day'],
  ['yaml-syntax', model, '  looks:', '  viewers:'],
  // problem.yaml
  ['schema', problem, 'level: senior', 'level: hobbit', 'level: hobbit'],
  [
    'schema',
    problem,
    'Where does the time come from?',
    'Where does the time come from',
    'come from',
  ],
  ['schema', problem, 'order: 1', 'order: 1\nmood: good'],
  ['quantity-missing', problem, '[viewers, looks,', '[viewers, lookz,', 'lookz'],
  ['quantity-missing', problem, 'answers {{peak_rate}}', 'answers {{peek_rate}}', 'peek_rate'],
  ['placeholder-syntax', problem, 'answers {{peak_rate}}', 'answers {{Peak Rate}}', 'Peak Rate'],
  [
    'component-missing',
    problem,
    '    components: [sundial]',
    '    components: [moondial]',
    'moondial',
  ],
  [
    'component-missing',
    problem,
    'month., components: [sundial]',
    'month., components: [moondial]',
    'moondial',
  ],
  ['decision-twice', problem, 'id: display', 'id: source', ''],
  ['flip-holds', problem, '20,000 read/s', '20 read/s', '20 read/s'],
  ['unit-mismatch', problem, '20,000 read/s', '20,000 byte', '20,000 byte'],
  ['formula-syntax', problem, 'peak_rate > 20,000 read/s', 'peak_rate', "when: 'peak_rate'"],
  ['question-missing', problem, '- Why not a quartz?', '- Why a sundial?', 'Why a sundial?'],
  ['quantity-missing', problem, 'All of {{viewers}}', 'All of {{lookers}}', 'lookers'],
  // A design against its contract
  ['heading-missing', spoken, '## 4) Interview', '### 4) Interview'],
  ['heading-unknown', spoken, '## 4) Interview', '## 4) Chat', '4) Chat'],
  ['heading-unknown', spoken, '🎯 1)', '🐉 1)', '🐉'],
  ['heading-order', spoken, '## 4) Interview', '## 2) Load\n\nAgain.\n\n## 4) Interview', ''],
  ['heading-level', spoken, '## 🎯 1)', '# Clock\n\n## 🎯 1)', '# Clock'],
  ['section-empty', spoken, interview, '## 4) Interview', '## 4) Interview'],
  ['word-count', spoken, 'The stick.', `The ${'long '.repeat(200)}stick.`, '## 🎯 1)'],
  ['figure-typed', spoken, 'from {{viewers}}', 'from 2 M users', '2 M users'],
  ['figure-typed', spoken, '| {{read_rate}} |', '| $3.50 |', '$3.50'],
  ['need-questions', spoken, '- May it be late?', '- It may be late.', '1) Questions'],
  ['need-items', spoken, '- The sun shines.\n', '', '**Assumptions**'],
  ['need-labels', spoken, '**Assumptions**', 'Assumptions', '1) Questions'],
  ['need-sentences', spoken, '- It is day.', `- ${'It is. '.repeat(10)}`, '1) Questions'],
  ['need-workings', spoken, '{{= peak_rate}}', '{{peak_rate}}', '## 2) Load'],
  ['need-tables', spoken, '|---|---|\n', '', '## 2) Load'],
  ['need-mentions', spoken, 'At its peak: ', 'Often: ', '## 2) Load'],
  ['need-parts', spoken, '### B) TWO', '### B) THREE', '## 3) Parts'],
  ['need-answers', spoken, 'The sun does not stop.', 'No.', 'What if it stops?'],
  ['need-answers', spoken, '#### What if it stops?', '#### When it stops', '## 3) Parts'],
  ['need-diagrams', spoken, 'sun --> stick', 'sun and stick', '## 3) Parts'],
  ['need-code', spoken, '```json', '```yaml', '## 3) Parts'],
  ['need-qa', spoken, '### Why not a quartz?', '### Quartz', '## 4) Interview'],
  ['need-qa', spoken, 'It drifts. The', 'It drifts. It does. The', 'Why not a quartz?'],
  ['need-callouts', spoken, '[!note] Light', 'Light', '## 🎯 1)'],
  [
    'diagram-medium',
    spoken,
    '```text\nsun',
    '```mermaid\nflowchart TD\na-->b\n```\n\n```text\nsun',
    '```mermaid',
  ],
  ['word-banned', spoken, 'The ground.', 'The ground of AWS.', 'AWS'],
  ['quantity-missing', spoken, '{{viewers}}', '{{veiwers}}', 'veiwers'],
  ['working-missing', spoken, '{{viewers}}', '{{= viewers}}', '= viewers'],
  ['placeholder-syntax', spoken, '{{viewers}}', '{{viewers}', '{{viewers}'],
  ['image-missing', spoken, './stick.excalidraw', './stone.excalidraw', './stone'],
  ['image-alt', spoken, 'A stick that throws a shadow on the ground', 'stick', '![stick]'],
  [
    'schema',
    spoken,
    'description: The clock, spoken aloud for a test of the library.',
    'description: Short',
    'description',
  ],
  ['encoding', spoken, 'The ground.', 'The gr\uFFFDund.', 'gr\uFFFDund'],
  // Templates
  ['template-heading', template, '4) Interview\n- Five', '4) Chat\n- Five', '4) Chat'],
  ['template-heading', template, '2) Load (show your work)\n', '2) Load\n', '2) Load'],
  ['template-asks', template, '- Draw it\n', '', 'asks: Draw it'],
  ['template-variable', template, 'Design {{problem}}.', 'Design {{system}}.', 'name: problem'],
  ['template-reference', template, '  - id: interview', '  - id: load', ''],
  ['schema', template, 'topics: [capacity]', 'topics: [capacities]', 'capacities'],
  ['schema', template, 'kind: callouts', 'kind: shoutouts', 'shoutouts'],
  [
    'template-reference',
    'content/templates/dossier.md',
    'file: 02-b.md',
    'file: 03-c.md',
    '03-c.md',
  ],
  ['yaml-syntax', 'content/reference/components.yaml', 'title: Sundial', '"title: Sundial'],
];

describe('a fault is named with its rule, file and line', () => {
  it.each(cases)('%s in %s: “%s” → “%s”', (rule, path, from, to, line) => {
    const tree = change(validTree, path, from, to);
    const found = faultsOf(tree).filter((fault) => fault.rule === rule && fault.path === path);
    expect(found).not.toEqual([]);
    if (line) expect(found.map((fault) => fault.line)).toContain(lineOf(tree, path, line));
    for (const fault of found) {
      expect(fault.line).toBeLessThanOrEqual((tree[path] ?? '').split('\n').length);
      expect(fault.message).not.toBe('');
    }
  });

  it.each([
    ['file-missing', model],
    ['file-missing', problem],
    ['file-missing', template],
    ['file-missing', `${clock}/dossier/02-b.md`],
    ['design-missing', `${clock}/story.md`],
  ])('%s: %s', (rule, path) => {
    const faults = faultsOf(drop(validTree, path));
    expect(faults).toContainEqual(expect.objectContaining({ rule, path, line: 1 }));
  });

  it.each([`${clock}/sopken.md`, `${clock}/dossier/03-c.md`, `${clock}/notes.txt.md`])(
    'file-unknown: %s',
    (path) => {
      const tree = { ...validTree, [path]: validTree[spoken] ?? '' };
      expect(faultsOf(tree)).toContainEqual(
        expect.objectContaining({ rule: 'file-unknown', path }),
      );
    },
  );

  it('lifts the needs of a section that says why it does not apply', () => {
    const text = validTree[spoken] ?? '';
    const start = text.indexOf('### A) ONE');
    const end = text.indexOf('## 4)');
    const tree = {
      ...validTree,
      [spoken]: `${text.slice(0, start)}There are no parts because the sun is one.\n\n${text.slice(end)}`,
    };
    expect(faultsOf(tree)).toEqual([]);
  });
});

describe('the hardest questions', () => {
  it('come with the answers of the designs', () => {
    const hardest = readLibrary(filesOf(validTree)).problems[0]?.hardest ?? [];
    expect(hardest).toHaveLength(5);
    expect(hardest[0]).toEqual({
      question: 'Why not a quartz?',
      answer: 'It drifts. The sun does not.',
    });
    expect(hardest[1]?.question).toBe('What if 1 M users look at once?');
    expect(hardest[1]?.answer).toContain('data-quantity="peak_rate"');
  });
});

describe('figures in a design', () => {
  const page = readLibrary(filesOf(validTree)).problems[0]?.designs[0]?.pages[0];

  it('are elements with value and working in prose, and marked words in code', () => {
    expect(page?.filled.html).toContain('<data class="figure unbroken" value="231.481481481"');
    expect(page?.filled.html).toContain('data-quantity="read_rate"');
    expect(unmarked(page?.filled.html ?? '')).toContain('{ "rate": 694.444444444 }');
  });

  it('are words in the Markdown twin', () => {
    expect(page?.filled.text).not.toContain('<data');
    expect(page?.filled.text).toContain('| reads | 231 reads/s |');
  });
});

describe('text that stands in two problems', () => {
  const paragraph =
    'The stick throws a shadow whose end moves along the ground, and where it points is what the hour is, unless a cloud stands before the sun or somebody has taken the stick away.';
  const second = Object.fromEntries(
    Object.entries(validTree).flatMap(([path, text]) =>
      path.startsWith(`${clock}/`)
        ? [[path.replace('/clock/', '/dial/'), text.replaceAll('It shows', 'This dial points')]]
        : [],
    ),
  );
  const two: Tree = { ...validTree, ...second };

  it('is found where a long paragraph is nearly the same', () => {
    const story = `${clock}/story.md`;
    let tree = change(two, story, 'It shows the time', `${paragraph} It shows the time`);
    tree = change(
      tree,
      'content/problems/dial/story.md',
      'This dial',
      `${paragraph.replace('hour', 'minute')} This dial`,
    );
    const found = faultsOf(tree).filter(({ rule }) => rule === 'text-repeated');
    expect(found).toContainEqual(
      expect.objectContaining({ path: story, line: lineOf(tree, story, 'stick throws') }),
    );
    expect(found.some(({ message }) => message.includes('% of the words'))).toBe(true);
  });

  it('is no fault in code and headings', () => {
    const fence = `\n\`\`\`sql\n${'select the time from the sun where it shines on us; '.repeat(5)}\n\`\`\`\n`;
    const note = `${clock}/note.md`;
    const text = `${validTree[note] ?? ''}${fence}`;
    const tree = {
      ...two,
      [note]: text,
      'content/problems/dial/note.md': text
        .replace('It shows the time', 'Look')
        .replace('{{= read_rate}}', '{{read_rate}}'),
    };
    const own = faultsOf(tree).filter(
      ({ rule, path }) => rule === 'text-repeated' && path.endsWith('note.md'),
    );
    expect(own).toEqual([]);
  });
});
