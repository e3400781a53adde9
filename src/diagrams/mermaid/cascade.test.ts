import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { computed, declared, fontSize, fontWeight } from './cascade.ts';
import { layoutLines } from './text.ts';

function find(css: string, body: string): Element {
  const { window } = new JSDOM(`<svg id="a"><style>${css}</style>${body}</svg>`);
  const target = window.document.querySelector('.target');
  if (!target) throw new Error('No target');
  return target;
}

describe('the cascade', () => {
  it('puts rules over attributes, and more telling rules over others', () => {
    const element = find(
      '#a .node rect{fill:green;} #a rect{fill:blue;}',
      '<g class="node"><rect class="target" fill="red"/></g>',
    );
    expect(computed(element, 'fill')).toBe('green');
  });

  it('puts the style attribute over rules, and !important over that', () => {
    const body = '<g class="x"><rect class="target" style="fill: red; stroke: red"/></g>';
    const element = find('#a .x rect{fill:green !important;stroke:green;}', body);
    expect([computed(element, 'fill'), computed(element, 'stroke')]).toEqual(['green', 'red']);
  });

  it('inherits what is inherited and nothing else', () => {
    const element = find('', '<g fill="red" opacity="0.5"><rect class="target"/></g>');
    expect([computed(element, 'fill'), computed(element, 'opacity')]).toEqual(['red', '1']);
  });

  it.each([
    ['g > rect', true],
    ['svg > rect', false],
    ['[class^="tar"]', true],
    ['.node:not(.other) rect', true],
    ['.node:not(.node) rect', false],
    ['text + rect', true],
    ['text ~ rect', true],
    ['rect:first-child', false],
    ['rect:last-child', true],
    ['rect:hover', false],
    ['a, rect', true],
  ])('knows %s', (selector, hit) => {
    const element = find(
      `${selector}{fill:green;}`,
      '<g class="node"><text/><rect class="target"/></g>',
    );
    expect(declared(element).has('fill')).toBe(hit);
  });

  it('passes over keyframes and media', () => {
    const element = find(
      '@keyframes k{from{fill:red;}to{fill:red;}}rect{fill:green;}@media print{rect{fill:red;}}',
      '<rect class="target"/>',
    );
    expect(computed(element, 'fill')).toBe('green');
  });

  it('resolves font sizes and weights', () => {
    const element = find(
      '.a{font-size:20px;} .b{font-size:0.5em;font-weight:bolder;}',
      '<g class="a"><g class="b"><text class="target"/></g></g>',
    );
    expect([fontSize(element), fontWeight(element)]).toEqual([10, 700]);
  });
});

describe('layoutLines', () => {
  it('lays lines out around their anchor, on alphabetic baselines', () => {
    const text = find(
      '',
      '<text class="target" y="-10" text-anchor="middle" font-size="10"><tspan x="5" y="-0.1em" dy="1.1em">one</tspan><tspan x="5" y="1em" dy="1.1em">two <tspan font-weight="bold"> three</tspan></tspan></text>',
    );
    const lines = layoutLines(text);
    expect(lines.map(({ runs }) => runs.map((run) => run.text))).toEqual([
      ['one'],
      ['two ', 'three'],
    ]);
    expect(lines.map(({ runs }) => runs[0]?.y)).toEqual([10, 21]);
    const [first] = lines;
    expect((first?.runs[0]?.x ?? 0) + (first?.runs[0]?.width ?? 0) / 2).toBeCloseTo(5);
  });
});
