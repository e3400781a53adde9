import { describe, expect, it } from 'vitest';
import { parseMarkdown } from '../source/markdown.ts';
import { figuresBySection, openingOf } from './sections.ts';

const opening = (markdown: string) => openingOf(parseMarkdown(markdown).children);

describe('openingOf', () => {
  it('takes the first prose and passes over labels, headings, tables and code', () => {
    const text = 'The first sentence that says what this section is about.';
    const markdown = `### Part\n\n**Functional**\n\n| a |\n|---|\n| b |\n\n\`\`\`sql\nselect 1\n\`\`\`\n\n${text}`;
    expect(opening(markdown)).toBe(text);
  });

  it('joins the items of a list, with semicolons where they are no sentences', () => {
    expect(opening('- Create a link with an alias\n- Redirect. It is fast.\n- Take down')).toBe(
      'Create a link with an alias; Redirect. It is fast. Take down',
    );
  });

  it('falls back to a short text, and to nothing', () => {
    expect(opening('Short.')).toBe('Short.');
    expect(opening('```text\na\n```')).toBe('');
  });

  it('cuts at a word', () => {
    const cut = opening('word '.repeat(100));
    expect(cut.length).toBeLessThanOrEqual(222);
    expect(cut).toMatch(/word …$/);
  });
});

describe('figuresBySection', () => {
  it('finds each figure once, in its section', () => {
    const figure = (id: string) => `<data class="figure" value="1" data-quantity="${id}">1</data>`;
    const html = `${figure('lead')}<h2 id="a">A</h2>${figure('x')}${figure('y')}${figure('x')}<h2>B</h2><p>none</p>`;
    expect(figuresBySection(html)).toEqual([['x', 'y'], []]);
  });
});
