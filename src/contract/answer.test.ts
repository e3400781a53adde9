import { describe, expect, it } from 'vitest';
import { strangeText } from '../audit/corpus/strange.ts';
import { readLibrary } from '../library/library.ts';
import { readContentFolder } from '../loaders/contentFolder.ts';
import { formatIds } from '../schemas/format.ts';
import { checkAnswer } from './answer.ts';
import { randomFrom } from '../random.ts';

const { templates, problems } = readLibrary(await readContentFolder('.'));
// A finished problem; others may be at work on the rest.
const problem = problems.find(({ slug }) => slug === 'url-shortener');
const designs = problem?.designs ?? [];
const filesOf = (format: string) =>
  designs
    .find((design) => design.format === format)
    ?.pages.map(({ path, filled }) => ({ path, text: filled.text })) ?? [];
const spoken = filesOf('spoken')[0]?.text ?? '';
const check = (text: string) => checkAnswer(templates, [{ path: 'a.md', text }]);

/** Changes every heading of level two. */
const restyle = (text: string, heading: (number: string, words: string) => string) =>
  text.replace(/^## (\d+)\) (.+)$/gm, (_, number: string, words: string) => heading(number, words));

describe('a worked design, held as a visitor’s text', () => {
  it.each(formatIds)('%s is recognized and lacks nothing', (format) => {
    const report = checkAnswer(templates, filesOf(format));
    expect(report).toMatchObject({ format, findings: [], score: 100 });
    expect(report?.why).toContain('headings');
  });

  it('may be seven files in one paste', () => {
    const text = filesOf('dossier')
      .map((file) => `# ${file.path}\n\n${file.text}`)
      .join('\n\n');
    expect(check(text)).toMatchObject({ format: 'dossier', findings: [], score: 100 });
  });

  it('may be seven files, each in a fence', () => {
    const text = filesOf('dossier')
      .map((file) => `**${file.path}**\n\n\`\`\`markdown\n${file.text}\n\`\`\`\n`)
      .join('\n\n');
    expect(check(text)).toMatchObject({ format: 'dossier', findings: [], score: 100 });
  });

  it.each<[string, (text: string) => string]>([
    ['hashes of another level', (text) => restyle(text, (n, words) => `### ${n}) ${words}`)],
    ['dots', (text) => restyle(text, (n, words) => `## ${n}. ${words}`)],
    ['bold lines', (text) => restyle(text, (n, words) => `**${n}. ${words}**`)],
    ['steps', (text) => restyle(text, (n, words) => `### Step ${n} — ${words}`)],
    ['emoji', (text) => restyle(text, (n, words) => `## 🎯 ${n}) ${words}`)],
    ['bold in hashes', (text) => restyle(text, (n, words) => `# **${n}) ${words}**`)],
    ['no numbers', (text) => restyle(text, (_, words) => `## ${words}`)],
    ['capitals', (text) => restyle(text, (n, words) => `## ${n}) ${words.toUpperCase()}`)],
    ['plain numbered lines', (text) => restyle(text, (n, words) => `${n}) ${words}`)],
    ['Windows line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['a fence of three marks around it all', (text) => `\`\`\`markdown\n${text}\n\`\`\`\n`],
    [
      'words around its fence',
      (text) => `Sure, here it is:\n\n\`\`\`markdown\n${text}\n\`\`\`\n\nShall I go deeper?\n`,
    ],
    ['a colon behind headings', (text) => restyle(text, (n, words) => `**${n}. ${words}:**`)],
    ['keycaps', (text) => restyle(text, (n, words) => `## ${n}️⃣ ${words}`)],
    ['underlined headings', (text) => restyle(text, (n, words) => `${n}. ${words}\n---`)],
    ['underlines without numbers', (text) => restyle(text, (_, words) => `${words}\n-----`)],
    [
      'headings of HTML',
      (text) => restyle(text, (n, words) => `<h2 id="a">${n}) <b>${words}</b></h2>`),
    ],
    ['a quote around it all', (text) => text.replace(/^/gm, '> ')],
    ['a fence around it all', (text) => `\`\`\`\`markdown\n${text}\n\`\`\`\`\n`],
  ])('may have %s', (_name, change) => {
    const report = check(change(spoken));
    expect(report).toMatchObject({ format: 'spoken' });
    expect(report?.findings.filter(({ rule }) => rule.startsWith('heading'))).toEqual([]);
    expect(report?.score).toBeGreaterThanOrEqual(95);
  });
});

describe('a text with headings of another style', () => {
  const mark = '```';
  const plain = restyle(spoken, (n, words) => `### ${n}. ${words}`);
  const contents = [...plain.matchAll(/^### (\d.*)$/gm)].map(([, words]) => words).join('\n');
  const above = (n: number, text: string) => plain.replace(`### ${n}. `, `${text}\n\n$&`);
  const below = (n: number, text: string) =>
    plain.replace(new RegExp(`^### ${n}\\. .*$`, 'm'), `$&\n\n${text}\n`);

  it.each([
    ['code in one line between three marks', above(3, `${mark}GET /x${mark}`)],
    ['code in a list', above(3, `- ${mark}json\n  {}\n  ${mark}`)],
    ['code in a numbered list', above(3, `1. ${mark}json\n   {}\n   ${mark}`)],
    ['other marks in code', above(3, `${mark}text\n~~~\n${mark}`)],
    ['a rule right behind code', above(3, `${mark}text\nfoo\n\n${mark}\n---`)],
    ['a rule right behind a paragraph', below(2, 'Some words\nand more of them.\n---')],
    ['a rule right behind each section', plain.replace(/\n\n(?=### \d)/g, '\n---\n\n')],
    ['a rule right behind HTML', below(2, '<details>\n\nMore\n\n</details>\n---')],
    ['a bold line that is underlined', below(4, '**Note**\n---')],
    ['a numbered table of contents', `# Contents\n\n${contents}\n\n${plain}`],
    [
      'a table of contents with links',
      `${contents.replace(/ (.*)$/gm, ' [$1](#there)')}\n\n${plain}`,
    ],
    ['every second heading with its number only', plain.replace(/^### (?=\d?[02468]\.)/gm, '')],
    ['no blank behind hashes', plain.replace(/^### (?=\d)/gm, '###')],
    ['anchors in headings', plain.replace(/^### (?=\d)/gm, '### <a id="here"></a>')],
    [
      'underlines right behind other headings',
      spoken.replace(/^## \d+\) (.*)$/gm, '# Part\n$1\n---'),
    ],
  ])('may have %s', (_name, text) => {
    const report = checkAnswer(templates, [{ path: 'a.md', text }], 'spoken');
    expect(report?.findings.filter(({ rule }) => !rule.startsWith('need'))).toEqual([]);
    expect(report?.score).toBeGreaterThanOrEqual(99);
  });
});

describe('what is missing', () => {
  it('is told with its rule, place, section and the line of the prompt that asks for it', () => {
    const start = spoken.indexOf('## 8) ');
    const report = check(spoken.slice(0, start) + spoken.slice(spoken.indexOf('## 9) ')));
    const missing = report?.findings.find(({ rule }) => rule === 'heading-missing');
    expect(missing).toMatchObject({ path: 'a.md', section: 'capacity' });
    const prompt =
      templates.find(({ contract }) => contract.id === 'spoken')?.body.split('\n') ?? [];
    expect(prompt[(missing?.asks?.line ?? 0) - 1]).toContain('8) Capacity');
    expect(report?.sections.find(({ id }) => id === 'capacity')).toMatchObject({
      found: false,
      points: 0,
    });
    expect(report?.score).toBeLessThan(100);
  });

  it('is a section that stands in another place', () => {
    const cut = spoken.slice(spoken.indexOf('## 8) '), spoken.indexOf('## 9) '));
    const moved = spoken.replace(cut, '').replace('## 3) ', `${cut}## 3) `);
    expect(check(moved)?.findings).toContainEqual(
      expect.objectContaining({ rule: 'heading-order' }),
    );
  });

  it('is a question too few', () => {
    const from = spoken.indexOf('## 2) ');
    const to = spoken.indexOf('**Assumptions**');
    const fewer =
      spoken.slice(0, from) + spoken.slice(from, to).replaceAll('?', '.') + spoken.slice(to);
    const finding = check(fewer)?.findings.find(({ rule }) => rule === 'need-questions');
    expect(finding?.asks?.text).toContain('6–12 questions');
  });

  it('keeps the lines of the text as it was given', () => {
    const text = `\n\n\`\`\`markdown\n${spoken.replace(/^## 15\) .*$/m, 'And so on.')}\n\`\`\`\n`;
    const finding = check(text)?.findings.find(({ rule }) => rule === 'heading-missing');
    expect(finding?.line).toBeGreaterThan(spoken.split('\n').length - 20);
  });
});

describe('a file of a dossier', () => {
  const files = filesOf('dossier');

  it.each(files.map(({ path }, index) => [path.slice(path.lastIndexOf('/') + 1), index] as const))(
    '%s is missed among files and in a paste',
    (name, gone) => {
      const left = files.filter((_, index) => index !== gone);
      const paste = left.map(({ text }) => text).join('\n\n');
      for (const given of [left, [{ path: 'paste.md', text: paste }]]) {
        const findings = checkAnswer(templates, given)?.findings ?? [];
        expect(findings.map(({ rule }) => rule)).toContain('file-missing');
        const [finding] = findings.filter(({ rule }) => rule === 'file-missing');
        expect(finding?.message).toContain(name);
        expect(finding?.asks?.text).toContain(name);
        expect(findings.filter(({ rule }) => rule === 'heading-missing')).toEqual([]);
      }
    },
  );
});

it('misses the length of an answer to a question', () => {
  const start = spoken.lastIndexOf('\n### ');
  const [question = '', ...rest] = spoken.slice(start + 1).split('\n');
  const longer = `${spoken.slice(0, start)}\n${question}\n\n${'This is so. '.repeat(9)}\n`;
  expect(rest.length).toBeGreaterThan(0);
  const [finding] = check(longer)?.findings ?? [];
  expect(finding).toMatchObject({ rule: 'need-qa', expected: '2 to 4' });
  expect(finding?.message).toContain('is answered in 9 sentences');
  expect(longer.split('\n')[(finding?.line ?? 0) - 1]).toBe(question);
});

it('guesses no format where there is none, and takes the one that is named', () => {
  expect(check('Dear diary,\n\ntoday nothing.')).toBeUndefined();
  const report = checkAnswer(templates, [{ path: '-', text: 'Nothing.' }], 'story');
  expect(report).toMatchObject({ format: 'story', why: 'it was chosen', score: 0 });
});

it('reads 10,000 strange texts without a throw, none for over a second', () => {
  const next = randomFrom(5);
  let slowest = 0;
  for (let index = 0; index < 10_000; index += 1) {
    const format = index % 20 === 0 ? formatIds[(index / 20) % formatIds.length] : undefined;
    const start = performance.now();
    checkAnswer(templates, [{ path: '-', text: strangeText(next) }], format);
    slowest = Math.max(slowest, performance.now() - start);
  }
  expect(slowest).toBeLessThan(1000);
}, 240_000);
