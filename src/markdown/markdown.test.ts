import { markdownToHtml } from 'satteri';
import { describe, expect, it } from 'vitest';
import { markFigure } from '../library/figureMark.ts';
import { callouts } from './callouts.ts';
import { markedFigures } from './figures.ts';
import { headingIcons } from './headingIcons.ts';
import { tableFrames } from './tableFrames.ts';

async function render(markdown: string): Promise<string> {
  const { html } = await markdownToHtml(markdown, {
    mdastPlugins: [callouts()],
    hastPlugins: [markedFigures(), tableFrames(), headingIcons()],
  });
  return html;
}

describe('headings', () => {
  it('give their icon an element of its own, and no other sign', async () => {
    expect(await render('## 🛡️ 10. Concerns')).toContain(
      '<span class="heading-icon" aria-hidden="true">🛡️</span> 10. Concerns</h2>',
    );
    const html = await render('## 1. One\n\n## 🎯x\n\n## Goal 🎯 set\n\n🎯 Text');
    expect(html).not.toContain('heading-icon');
  });
});

describe('callouts', () => {
  it('shows an Obsidian callout with its title', async () => {
    const html = await render('> [!warning] Two clocks\n> They **drift**.\n>\n> - so what');
    expect(html).toContain('<div class="callout callout-warning" role="note">');
    expect(html).toContain('<p class="callout-title">Two clocks</p>');
    expect(html).toContain('<strong>drift</strong>');
    expect(html).toContain('<li>so what</li>');
    expect(html).not.toContain('[!');
  });

  it('takes its kind as title where it has none', async () => {
    const html = await render('> [!tip]\n> Text');
    expect(html).toContain('<p class="callout-title">Tip</p>');
    expect(html).toContain('<p>Text</p>');
  });

  it('leaves quotations alone', async () => {
    expect(await render('> said `x`')).toContain('<blockquote>');
    expect(await render('> [link]: not')).not.toContain('callout');
  });
});

describe('table frames', () => {
  it('frames a table and names it by its columns', async () => {
    const html = await render('| Key | Value |\n|---|---|\n| a | b |');
    expect(html).toContain(
      '<div class="table-frame" tabindex="0" role="group" aria-label="Table: Key Value"><table>',
    );
    expect(html.match(/<\/table><\/div>/)).not.toBeNull();
  });

  it('does not head a column with nothing', async () => {
    const html = await render('| | Daily |\n|---|---|\n| a | b |');
    expect(html).not.toContain('<th></th>');
    expect(html).toContain('<th scope="col">Daily</th>');
  });
});

describe('marked figures', () => {
  const quantity = {
    kind: 'input' as const,
    id: 'lease_time',
    label: 'lease',
    value: 15,
    unit: 's',
    text: '15 s',
    exact: '15 s',
    range: [1, 60] as [number, number],
    why: 'Long enough',
  };
  const figure = markFigure(quantity, '15', 'number');
  const element = '<data value="15" data-quantity="lease_time" data-form="number">15</data>';

  it('become elements in inline code and headings', async () => {
    const html = await render(`## After ${figure} s\n\n\`now() + '${figure} s'\`, \`${figure}\``);
    expect(html).toContain(`After ${element} s</h2>`);
    expect(html).toContain(`<code>now() + '${element} s'</code>, <code>${element}</code>`);
  });

  it('leave no mark where code stands in a heading', async () => {
    const html = await render(`## ${figure}, \`${figure}\``);
    expect(html).toContain(`${element}, <code>${element}</code>`);
  });
});
