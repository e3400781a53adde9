import { Mistake } from './mistake.ts';
import { didYouMean } from './suggestion.ts';
import { one, parseUnit, type Unit, type Units } from './units.ts';

/** The functions that a formula may call, with the number of arguments they take. */
export const formulaFunctions = {
  min: { least: 1, most: Number.POSITIVE_INFINITY },
  max: { least: 1, most: Number.POSITIVE_INFINITY },
  ceil: { least: 1, most: 1 },
  floor: { least: 1, most: 1 },
  round: { least: 1, most: 1 },
  sqrt: { least: 1, most: 1 },
  log2: { least: 1, most: 1 },
} as const;

export type FormulaFunction = keyof typeof formulaFunctions;
export type Operator = '+' | '-' | '*' | '/' | '^';

/** A parsed formula. Names are not resolved yet: a `quantity` node may name nothing. */
export type Formula =
  | { kind: 'number'; value: number; unit: Unit }
  | { kind: 'quantity'; id: string }
  | { kind: 'negative'; operand: Formula }
  | { kind: 'operation'; operator: Operator; left: Formula; right: Formula }
  | { kind: 'call'; name: FormulaFunction; operands: Formula[] };

/** Formulas are one line; this keeps a slip (a pasted page) from exhausting the stack. */
const longest = 1000;

const allowed =
  'quantity ids, numbers with units, `+ - * / ^`, parentheses, and ' +
  `${Object.keys(formulaFunctions).join(', ')}`;

interface Token {
  kind: 'number' | 'word' | 'sign' | 'end';
  text: string;
  start: number;
  end: number;
}

/**
 * Reads a formula: quantity ids, numbers with or without a unit, `+ - * / ^`, parentheses and the
 * functions above. A unit stands behind its number and has no spaces in it, so that
 * `x / 5,000 read/s` divides by 5,000 reads per second. `20,000` is one number; in a list of
 * arguments a space follows the comma.
 * Throws `formula-syntax` and `unit-unknown` mistakes.
 */
export function parseFormula(text: string, units: Units): Formula {
  if (text.length > longest) {
    throw new Mistake('formula-syntax', `the formula has more than ${longest} characters`);
  }
  return new FormulaParser(text, units).parse();
}

/** The ids that a formula names, each once, in order of appearance. */
export function namesIn(formula: Formula): string[] {
  const names = new Set<string>();
  const visit = (node: Formula): void => {
    if (node.kind === 'quantity') names.add(node.id);
    else if (node.kind === 'negative') visit(node.operand);
    else if (node.kind === 'call') node.operands.forEach(visit);
    else if (node.kind === 'operation') {
      visit(node.left);
      visit(node.right);
    }
  };
  visit(formula);
  return [...names];
}

const tokenPattern =
  /(?<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][+-]?\d+(?![A-Za-z_\d]))?)|(?<word>[A-Za-z_]\w*)|(?<sign>[-+*/^(),])|(?<space>\s+)/y;

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) {
      const [character = ''] = text.slice(start);
      const hint = character === '%' ? '`percent`, as in `20 percent`' : allowed;
      throw new Mistake('formula-syntax', `\`${character}\` does not belong in a formula`, hint);
    }
    const { number, word, sign } = match.groups ?? {};
    const kind = number !== undefined ? 'number' : word !== undefined ? 'word' : 'sign';
    const token = number ?? word ?? sign;
    if (token !== undefined) tokens.push({ kind, text: token, start, end: start + token.length });
  }
  tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
  return tokens;
}

class FormulaParser {
  readonly #text: string;
  readonly #units: Units;
  readonly #tokens: Token[];
  #index = 0;

  constructor(text: string, units: Units) {
    this.#text = text;
    this.#units = units;
    this.#tokens = tokenize(text);
  }

  parse(): Formula {
    const formula = this.#sum();
    const rest = this.#peek();
    if (rest.kind !== 'end') throw this.#unexpected(rest);
    return formula;
  }

  #sum(): Formula {
    let left = this.#product();
    for (let operator = this.#take('+', '-'); operator; operator = this.#take('+', '-')) {
      left = { kind: 'operation', operator, left, right: this.#product() };
    }
    return left;
  }

  #product(): Formula {
    let left = this.#signed();
    for (let operator = this.#take('*', '/'); operator; operator = this.#take('*', '/')) {
      left = { kind: 'operation', operator, left, right: this.#signed() };
    }
    return left;
  }

  #signed(): Formula {
    if (this.#take('-')) return { kind: 'negative', operand: this.#signed() };
    return this.#power();
  }

  #power(): Formula {
    const left = this.#atom();
    const operator = this.#take('^');
    // Powers group from the right, and `2^-3` needs no parentheses.
    return operator ? { kind: 'operation', operator, left, right: this.#signed() } : left;
  }

  #atom(): Formula {
    const token = this.#peek();
    if (token.kind === 'number') {
      this.#index += 1;
      const value = Number(token.text.replaceAll(',', ''));
      return { kind: 'number', value, unit: this.#unitAfter(token) };
    }
    if (token.kind === 'word') {
      this.#index += 1;
      return this.#peek().text === '(' ? this.#call(token) : { kind: 'quantity', id: token.text };
    }
    if (this.#take('(')) {
      const inner = this.#sum();
      if (!this.#take(')')) throw this.#unexpected(this.#peek(), 'a closing parenthesis');
      return inner;
    }
    throw this.#unexpected(token, 'a quantity, a number or a parenthesis');
  }

  #call({ text }: Token): Formula {
    if (!isFormulaFunction(text)) {
      throw new Mistake(
        'formula-syntax',
        `a formula has no function \`${text}\``,
        `one of ${Object.keys(formulaFunctions).join(', ')}`,
      );
    }
    this.#take('(');
    const operands = [this.#sum()];
    while (this.#take(',')) operands.push(this.#sum());
    if (!this.#take(')')) throw this.#unexpected(this.#peek(), 'a comma or a closing parenthesis');
    if (operands.length > formulaFunctions[text].most) {
      throw new Mistake('formula-syntax', `\`${text}\` takes one argument, not ${operands.length}`);
    }
    return { kind: 'call', name: text, operands };
  }

  /** The unit written behind a number: as far as names of units go without a space. */
  #unitAfter(number: Token): Unit {
    const first = this.#peek();
    if (first.kind !== 'word') return one;
    if (!this.#units.has(first.text)) {
      throw new Mistake(
        'unit-unknown',
        `\`${first.text}\` after \`${number.text}\` is not a unit of this problem` +
          didYouMean(first.text, this.#units.keys()),
        'a unit, or an operator before a quantity',
      );
    }
    this.#index += 1;
    let last = this.#unitPower(first);
    for (;;) {
      const operator = this.#peek();
      const next = this.#tokens[this.#index + 1];
      const joins = operator.text === '/' || operator.text === '*';
      if (!joins || next === undefined || !this.#units.has(next.text)) break;
      if (operator.start !== last.end || next.start !== operator.end) break;
      this.#index += 2;
      last = this.#unitPower(next);
    }
    return parseUnit(this.#text.slice(first.start, last.end), this.#units);
  }

  /** The `2` of `s^2` when it is written without spaces; else the unit's own token. */
  #unitPower(unit: Token): Token {
    const sign = this.#peek();
    const power = this.#tokens[this.#index + 1];
    if (sign.text !== '^' || sign.start !== unit.end || power?.start !== sign.end) return unit;
    if (!/^[1-9]\d?$/.test(power.text)) return unit;
    this.#index += 2;
    return power;
  }

  #peek(): Token {
    return this.#tokens[this.#index] ?? { kind: 'end', text: '', start: 0, end: 0 };
  }

  #take<Sign extends string>(...signs: Sign[]): Sign | undefined {
    const { kind, text } = this.#peek();
    const found = kind === 'sign' ? signs.find((sign) => sign === text) : undefined;
    if (found !== undefined) this.#index += 1;
    return found;
  }

  #unexpected({ kind, text, start }: Token, expected = 'an operator'): Mistake {
    if (kind === 'end') return new Mistake('formula-syntax', 'the formula breaks off', expected);
    const where = `\`${text}\` at character ${start + 1} of the formula is out of place`;
    const separator = text === ',' && /\d$/.test(this.#text.slice(0, start));
    const hint = separator ? 'thousands separated in threes, as in `20,000`' : expected;
    return new Mistake('formula-syntax', where, hint);
  }
}

/** True for the name of a function that a formula may call. */
export function isFormulaFunction(name: string): name is FormulaFunction {
  return Object.hasOwn(formulaFunctions, name);
}
