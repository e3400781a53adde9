// The number build of mathjs has the same parser at half the cost of the import.
import {
  isConstantNode,
  isFunctionNode,
  isOperatorNode,
  isParenthesisNode,
  isSymbolNode,
  type FunctionNode,
  type MathNode,
  type OperatorNode,
  type OperatorNodeFn,
  type OperatorNodeOp,
  parse,
} from 'mathjs/number';
import {
  comparisons,
  type Condition,
  type Formula,
  formulaFunctions,
  isFormulaFunction,
  type Operator,
} from './formula.ts';
import { Mistake } from './mistake.ts';
import { type Operand, setUnitsApart } from './operands.ts';
import type { Units } from './units.ts';

/** Formulas are one line; this keeps a slip (a pasted page) from exhausting the stack. */
const longest = 1000;

type AnyOperator = OperatorNode<OperatorNodeOp, OperatorNodeFn>;

const operators: readonly Operator[] = ['+', '-', '*', '/', '^'];

const allowed =
  'quantity ids, numbers with units, `+ - * / ^`, parentheses, and ' +
  `${Object.keys(formulaFunctions).join(', ')}`;

const operandExpected = 'a quantity, a number or a parenthesis';

/** What mathjs would read as a string, a list, an assignment, a property, a decimal `.5` … */
const stranger = /[^\w\s+\-*/^(),.]|(?<!\d)\.|\.(?!\d)/;
const comparing = /[<>=!]=|[<>]/g;

/**
 * Reads a formula: quantity ids, numbers with or without a unit, `+ - * / ^`, parentheses and the
 * `formulaFunctions`. `x / 5,000 read/s` divides by 5,000 reads per second (see `setUnitsApart`).
 * Throws `formula-syntax` and `unit-unknown` mistakes.
 */
export function parseFormula(text: string, units: Units): Formula {
  const reader = new Reader(text, 'formula', units);
  return reader.read(reader.tree);
}

/** Reads a comparison of two formulas. Throws `formula-syntax` and `unit-unknown` mistakes. */
export function parseCondition(text: string, units: Units): Condition {
  const reader = new Reader(text, 'condition', units);
  const { tree } = reader;
  const sign = isOperatorNode(tree) ? tree.op : undefined;
  const comparison = comparisons.find((candidate) => candidate === sign);
  if (comparison === undefined || !isOperatorNode(tree)) {
    throw new Mistake(
      'formula-syntax',
      `\`${text}\` is not one comparison`,
      'two formulas joined by `<`, `>`, `<=` or `>=`',
    );
  }
  const [left, right] = reader.readAll(tree.args);
  if (left === undefined || right === undefined) throw new Error(`half a comparison: ${text}`);
  return { comparison, left, right };
}

/**
 * Turns mathjs's tree into a formula and refuses everything else that mathjs can read.
 * Its nodes do not know where they stand, but they come in the order of the written operands.
 */
class Reader {
  readonly tree: MathNode;
  readonly #written: string;
  readonly #what: 'formula' | 'condition';
  readonly #operands: readonly Operand[];
  /** How many operands have been read. */
  #count = 0;

  constructor(written: string, what: 'formula' | 'condition', units: Units) {
    this.#written = written;
    this.#what = what;
    if (written.length > longest) {
      throw new Mistake('formula-syntax', `the ${what} has more than ${longest} characters`);
    }
    this.#refuseStrangers();
    const { text, operands } = setUnitsApart(written, units);
    this.#operands = operands;
    this.tree = this.#parse(text);
  }

  read(node: MathNode): Formula {
    if (isParenthesisNode(node)) return this.read(node.content);
    if (isOperatorNode(node)) return this.#operation(node);
    if (isFunctionNode(node)) return this.#call(node);
    if (isConstantNode(node) || isSymbolNode(node)) {
      const { text, unit } = this.#next();
      // `true` and `NaN` are constants to mathjs, but names like others here.
      if (unit === undefined) return { kind: 'quantity', id: text };
      if (isConstantNode(node)) return { kind: 'number', value: Number(node.value), unit };
    }
    throw doesNotBelong(node.toString(), 'formula');
  }

  readAll(nodes: readonly MathNode[]): Formula[] {
    return nodes.map((node) => this.read(node));
  }

  #operation({ op, args, implicit }: AnyOperator): Formula {
    if (implicit) {
      const [left] = args;
      if (left !== undefined) this.read(left);
      throw this.#outOfPlace(this.#behindLast(/[^\s)]/), 'an operator');
    }
    const operator = operators.find((candidate) => candidate === op);
    if (operator === undefined) throw doesNotBelong(op, 'formula');
    if (args.length === 1 && operator === '+') {
      const { start } = this.#operands[this.#count] ?? { start: 0 };
      throw this.#outOfPlace(this.#written.lastIndexOf('+', start), operandExpected);
    }
    const [left, right] = this.readAll(args);
    if (left === undefined) throw new Error(`an operator without operands: ${this.#written}`);
    return right === undefined
      ? { kind: 'negative', operand: left }
      : { kind: 'operation', operator, left, right };
  }

  #call({ args }: FunctionNode): Formula {
    const { text: name } = this.#next();
    if (!isFormulaFunction(name)) {
      throw new Mistake(
        'formula-syntax',
        `a formula has no function \`${name}\``,
        `one of ${Object.keys(formulaFunctions).join(', ')}`,
      );
    }
    if (args.length === 0) throw this.#outOfPlace(this.#behindLast(/\)/), operandExpected);
    const operands = this.readAll(args);
    if (operands.length > formulaFunctions[name].most) {
      throw new Mistake('formula-syntax', `\`${name}\` takes one argument, not ${operands.length}`);
    }
    return { kind: 'call', name, operands };
  }

  #next(): Operand {
    const operand = this.#operands[this.#count];
    if (operand === undefined) throw new Error(`more operands than are written: ${this.#written}`);
    this.#count += 1;
    return operand;
  }

  /** Where the first such character stands behind the operand that was read last. */
  #behindLast(character: RegExp): number {
    const { end } = this.#operands[this.#count - 1] ?? { end: 0 };
    return end + this.#written.slice(end).search(character);
  }

  #parse(text: string): MathNode {
    // mathjs reads nothing as `undefined`.
    if (text.trim() === '') throw this.#outOfPlace(0, operandExpected);
    try {
      return parse(text);
    } catch (error) {
      // Thrown when the stack is full.
      if (error instanceof RangeError) {
        throw new Mistake('formula-syntax', `the ${this.#what} has too many parentheses`);
      }
      if (!isSyntaxError(error)) throw error;
      const { message, char } = error;
      let expected = 'an operator';
      if (/^(?:Value expected|Unexpected end)/.test(message)) expected = operandExpected;
      if (message.startsWith('Parenthesis')) expected = 'a closing parenthesis';
      throw this.#outOfPlace(char - 1, expected);
    }
  }

  #refuseStrangers(): void {
    const text =
      this.#what === 'condition' ? this.#written.replaceAll(comparing, ' ') : this.#written;
    const [character] = stranger.exec(text) ?? [];
    if (character !== undefined) throw doesNotBelong(character, this.#what);
  }

  /** A fault at an offset of the written text. */
  #outOfPlace(offset: number, expected: string): Mistake {
    const before = this.#written.slice(0, offset);
    const [character = ''] = this.#written.slice(offset).trim();
    if (character === '') {
      return new Mistake('formula-syntax', `the ${this.#what} breaks off`, expected);
    }
    const text = this.#operands.find(({ start }) => start === offset)?.text ?? character;
    const separator = text === ',' && /\d$/.test(before);
    return new Mistake(
      'formula-syntax',
      `\`${text}\` at character ${offset + 1} of the ${this.#what} is out of place`,
      separator ? 'thousands separated in threes, as in `20,000`' : expected,
    );
  }
}

function isSyntaxError(error: unknown): error is SyntaxError & { char: number } {
  return error instanceof SyntaxError && 'char' in error && typeof error.char === 'number';
}

function doesNotBelong(text: string, what: 'formula' | 'condition'): Mistake {
  const expected = text === '%' ? '`percent`, as in `20 percent`' : allowed;
  return new Mistake('formula-syntax', `\`${text}\` does not belong in a ${what}`, expected);
}
