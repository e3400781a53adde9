import type { RootContent } from 'mdast';
import { auditText } from '../audit/audit.ts';
import type { Need, NeedKind } from '../schemas/need.ts';
import { plainText, walk } from '../source/markdown.ts';
import { parseInPieces } from '../source/pieces.ts';
import { termsOf } from './headingWords.ts';
import { counted, meetNeed, type Scope, type Shortfall } from './needs.ts';

/** A need that is not met, or only likely not. */
export interface TolerantShortfall extends Shortfall {
  likely?: true;
}

/** A part of a visitor's text. */
export interface TolerantScope extends Scope {
  /** The line of the answer at which it begins. */
  firstLine: number;
}

type NeedOf<K extends NeedKind> = Extract<Need, { kind: K }>;

/** Holds one need against a visitor's text; what is matched by meaning is marked as likely. */
export function meetTolerantly(need: Need, scope: TolerantScope): TolerantShortfall[] {
  switch (need.kind) {
    case 'workings': {
      // A built design computes; a visitor writes the calculation out.
      const found = auditText(scope.source).length;
      const { min = 0 } = need;
      return found >= min
        ? []
        : [
            {
              message: `${counted(found, 'calculation')} shown in full`,
              expected: `at least ${min}`,
            },
          ];
    }
    case 'callouts': {
      const quotes = [...walk(scope.nodes)].filter(({ type }) => type === 'blockquote').length;
      return quotes >= (need.min ?? 0) ? [] : meetNeed(need, scope);
    }
    case 'labels':
      return meetNeed(
        {
          ...need,
          labels: need.labels.filter((label) => !isSpokenOf(label, scope)) as [string, ...string[]],
        },
        scope,
      );
    case 'parts':
      return need.parts
        .filter((part) => !isSpokenOf(part, scope))
        .map((part) => ({
          message: `“${part}” is likely missing`,
          expected: 'a sub-heading with these words',
          likely: true as const,
        }));
    case 'answers':
      return need.questions
        .filter((question) => !isSpokenOf(question, scope))
        .map((question) => ({
          message: `the mandatory question “${question}” is likely not answered`,
          expected: 'the question, and an answer to it',
          likely: true as const,
        }));
    case 'qa':
      return meetQuestions(need, scope);
    default:
      return meetNeed(need, scope);
  }
}

/** Whether some block of the text holds most of the words that tell a phrase apart. */
function isSpokenOf(phrase: string, { nodes }: Scope): boolean {
  const terms = [...termsOf(phrase)];
  if (terms.length === 0) return true;
  return [...walk(nodes)].some((node) => {
    if (!['heading', 'paragraph', 'tableRow', 'listItem'].includes(node.type)) return false;
    const words = termsOf(plainText(node));
    return terms.filter((term) => words.has(term)).length / terms.length >= 0.6;
  });
}

/** Questions with an answer, as sub-headings or as a visitor writes them: the kinder reading holds. */
function meetQuestions(need: NeedOf<'qa'>, scope: TolerantScope): Shortfall[] {
  const written = meetNeed(need, scope);
  if (written.length === 0) return [];
  const read = meetNeed(need, { ...scope, nodes: withQuestionHeadings(scope) });
  return read.length < written.length ? read : written;
}

const question =
  /^\s*(?:[-*]\s+|\d{1,2}[.)]\s+)?(?:\*\*|__)?\s*(?:Q\d{0,2}\s*[.:)–-]\s*)?([^*_\n]{4,300}\?)\s*(?:\*\*|__)?\s*(.*)$/;

/** Questions as a visitor writes them: `**Q1: Why?**`, `1. Why?` become sub-headings. */
function withQuestionHeadings({ source, firstLine }: TolerantScope): RootContent[] {
  /** Lines with headings put in, each with its line in the answer. */
  const lines: { text: string; line: number }[] = [];
  for (const [index, text] of source.split('\n').entries()) {
    const line = firstLine + index;
    const found = text.length > 1000 || /^\s*#/.test(text) ? null : question.exec(text);
    if (found === null) lines.push({ text, line });
    else
      lines.push(
        { text: `### ${found[1] ?? ''}`, line },
        { text: '', line },
        { text: found[2] ?? '', line },
      );
  }
  const { children } = parseInPieces(lines.map(({ text }) => text).join('\n'));
  for (const { position } of children) {
    if (position !== undefined)
      position.start.line = lines[position.start.line - 1]?.line ?? firstLine;
  }
  return children;
}
