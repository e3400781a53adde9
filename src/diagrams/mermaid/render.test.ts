import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { isThemed } from './colours.ts';
import { outcomeOf, renderMermaid, verdictOn } from './render.ts';

const fixtures = new URL('../../../tests/diagrams/fixtures/', import.meta.url);
const names = readdirSync(fixtures).map((name) => name.replace(/\.mmd$/, ''));
const read = (name: string): string => readFileSync(new URL(`${name}.mmd`, fixtures), 'utf8');

describe.each(names)('%s', (name) => {
  it('becomes a small, strict, labelled SVG', async () => {
    const { svg, prefix, width, height, title, description } = await renderMermaid(read(name));
    expect(svg).not.toMatch(/<style| style=|<script|foreignObject| data-|NaN|undefined/);
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}" width="${width}" height="${height}"`);
    expect(svg).toContain(`role="img" aria-labelledby="${prefix}-t ${prefix}-d"`);
    expect(title).not.toBe('');
    expect(description).not.toBe('');
    expect(gzipSync(svg).length).toBeLessThanOrEqual(4096);
    for (const [, id = ''] of svg.matchAll(/ id="([^"]*)"/g)) {
      expect(id.startsWith(`${prefix}-`)).toBe(true);
    }
    for (const [, reference = ''] of svg.matchAll(/url\(#([^)]*)\)/g)) {
      expect(svg).toContain(` id="${reference}"`);
    }
  });
});

it('takes every colour from the theme, but for those that authors write', async () => {
  for (const name of names.filter((other) => other !== 'flow-styled')) {
    const { svg } = await renderMermaid(read(name));
    const colours = [...svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)].map(
      ([, colour]) => colour ?? '',
    );
    expect(
      colours.filter((colour) => !isThemed(colour)),
      name,
    ).toEqual([]);
  }
});

it('is the same to the byte whatever was drawn before', async () => {
  const some = ['git-release', 'mindmap-topics', 'flow-shapes', 'sequence-boxes', 'c4-context'];
  const first = new Map<string, string>();
  for (const name of some) first.set(name, (await renderMermaid(read(name))).svg);
  for (const name of some.toReversed()) {
    expect((await renderMermaid(read(name))).svg).toBe(first.get(name));
  }
});

describe('outcomeOf', () => {
  it('leaves types that it does not draw', async () => {
    expect(await outcomeOf('architecture-beta\n  group a(cloud)[A]')).toEqual({
      status: 'unknown',
      kind: 'architecture',
    });
  });

  it.each([
    ['flowchart TB\n  a -->\n  b --', 3],
    ['sequenceDiagram\n  A->>B: x\n  what is this', 3],
    ['erDiagram\n  A ||--o{ B', 2],
    ['classDiagram\n  class A {', 2],
    ['pie\n  "a" : x', 2],
    ['gitGraph\n  commit\n  foo', 3],
    ['C4Context\n  Person(a, "A")\n  Foo(b)', 3],
    ['nothing known', 1],
  ])('names the line of a fault in %j', async (source, line) => {
    const outcome = await outcomeOf(source);
    expect(outcome).toMatchObject({ status: 'faulty', fault: { line } });
    if (outcome.status === 'faulty') expect(outcome.fault.message).not.toContain('\n');
  });

  it('draws on after a fault', async () => {
    await outcomeOf('flowchart TB\n  a --');
    expect((await outcomeOf('flowchart TB\n  a --> b')).status).toBe('drawn');
  });

  it('does not let a directive change the looks', async () => {
    const plain = await renderMermaid('flowchart TB\n  a --> b');
    const loud = await renderMermaid(
      '%%{init: {"theme": "forest", "themeVariables": {"primaryColor": "#ff0000"}, "themeCSS": "rect{fill:red}"}}%%\nflowchart TB\n  a --> b',
    );
    expect(loud.svg.replaceAll(loud.prefix, plain.prefix)).toBe(plain.svg);
  });

  it('keeps markup in labels as text', async () => {
    const { svg } = await renderMermaid(
      'flowchart TB\n  a["<img src=x onerror=alert(1)>"] --> b["x < y & z"]',
    );
    expect(svg).not.toMatch(/<img|onerror/);
  });
});

describe('verdictOn', () => {
  it('gives title and description without drawing', async () => {
    expect(await verdictOn('flowchart TB\n  accTitle: T\n  accDescr: D\n  a --> b')).toEqual({
      status: 'sound',
      kind: 'flowchart-v2',
      title: 'T',
      description: 'D',
    });
  });
});
