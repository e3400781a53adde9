import { describe, expect, it } from 'vitest';
import { faultOf } from './fault.ts';
import { authorsLine } from './lines.ts';

describe('authorsLine', () => {
  const source = [
    '---',
    'title: x',
    '---',
    'flowchart TB',
    '%% a comment',
    'a --> b',
    '  %% more',
    'c -->',
  ];

  it('counts what mermaid takes out', () => {
    const text = source.join('\n');
    expect([1, 2, 3].map((line) => authorsLine(text, line))).toEqual([4, 6, 8]);
  });

  it('counts directives and Windows line ends', () => {
    const text = '%%{init: {"flowchart": {}}}%%\r\nflowchart TB\r\na --> b';
    expect([1, 2].map((line) => authorsLine(text, line))).toEqual([2, 3]);
  });

  it('stays within the source', () => {
    expect(authorsLine('a', 9)).toBe(1);
  });
});

describe('faultOf', () => {
  it('takes a jison message apart', () => {
    const error = new Error(
      "Parse error on line 2:\nflowchart TBa -->\n----------------^\nExpecting 'AMP', 'NODE_STRING', got 'EOF'",
    );
    expect(faultOf(error, 'flowchart TB\na -->')).toEqual({
      line: 2,
      message: 'unexpected end of the diagram in "a -->", expected AMP or NODE_STRING',
    });
  });

  it('says so where a node is named with a word of the language', () => {
    const error = new Error("Parse error on line 2:\nx\n^\nExpecting 'A', got 'GRAPH'");
    expect(faultOf(error, 'flowchart TB\ngraph[Graph]').message).toContain('cannot name a node');
  });

  it('keeps other messages, on one line and not too long', () => {
    const { line, message } = faultOf(new Error(`Oh\n no ${'x'.repeat(400)}`), 'pie');
    expect(line).toBe(1);
    expect(message).toMatch(/^Oh no x+…$/);
    expect(message).toHaveLength(240);
  });
});
