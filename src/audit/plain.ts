import { type Mapped, rewrite } from './mapped.ts';

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

const entities: Readonly<Record<string, string>> = {
  times: '×',
  divide: '÷',
  asymp: '≈',
  nbsp: ' ',
  minus: '-',
  amp: '&',
  rarr: '→',
  middot: '·',
  lt: '<',
  gt: '>',
};

/** LaTeX commands that stand for one sign; every other command becomes a space. */
const commands: Readonly<Record<string, string>> = {
  times: '×',
  cdot: '×',
  ast: '×',
  div: '÷',
  approx: '≈',
  simeq: '≈',
  sim: '~',
  to: '→',
  rightarrow: '→',
  Rightarrow: '→',
  implies: '→',
  le: '<',
  leq: '<',
  ge: '>',
  geq: '>',
  neq: '<',
};

/** What stands for the sign of a comment that says a result without one: `qps = 60 * 5  # 300`. */
export const noted = '≟';

/** Takes markup off a passage: HTML, links, emphasis, LaTeX; what stays are words, figures and signs. */
export function plainPassage(passage: Mapped, { code = false } = {}): Mapped {
  let text = passage;
  const put = (pattern: RegExp, replacement: (match: RegExpMatchArray) => string) => {
    text = rewrite(text, pattern, replacement);
  };
  if (!code) {
    put(/<br ?\/?>/gi, () => ' ; ');
    put(/<\/?[a-zA-Z][^<>\n]{0,400}>/g, () => '');
    put(/!?\[([^[\]\n]{0,300})\]\([^()\s]{0,600}\)/g, ([, shown = '']) => shown);
  }
  put(/\bhttps?:\/\/\S{1,2000}/g, () => ' ; ');
  put(/&([a-z]{2,6});/g, ([whole, name = '']) => entities[name] ?? whole);
  put(/\{\{[^{}\n]{0,200}\}\}/g, () => ' § ');
  if (/\\[a-zA-Z,;%$]/.test(text.text)) text = plainLatex(text);
  if (!code) {
    put(/(?<=\d)\*\*(?=\d)/g, () => '^');
    put(/\\([*~_$#+-])/g, ([, sign = '']) => sign);
    put(/\*\*\*?|__|`/g, () => '');
    put(
      /(?<=(?:^|[\s("'])\*(?:[^\s*]|[^\s*][^*\n]{0,60}[^\s*]))\*(?=[\s).,:;!?]|$)/gm,
      () => '\u200b',
    );
    // Single stars are emphasis only where they hug words on one side.
    put(
      /(?<=^|[\s("'])\*(?=[^\s*])(?=[^*\n]{1,200}[^\s*](?:\*(?:[\s).,:;!?]|$)|\u200b))/gm,
      () => '',
    );
    put(/(?<=[^\s*\d(×÷/+-])\*(?=[\s).,:;!?]|$)/gm, () => '');
  } else {
    put(/(?<=\d) ?\*\* ?(?=\d)/g, () => '^');
    put(
      /(?<=[\w)]);?[ \t]+(?:#|\/\/)[ \t]*(=>?|≈|~=?|→)[ \t]*(?=[~$]?\d)/g,
      ([, sign = '']) => ` ${sign === '~' ? '≈' : sign} `,
    );
    put(
      /(?<=[\d)])(?:[ \t]+#|;[ \t]*\/\/)[ \t]*(?=\$?\d[\d,._]*(?: ?[\w/]+){0,3}\s*$)/gm,
      () => ` ${noted} `,
    );
  }
  put(/[\u00a0\u2000-\u200a\u202f\u205f]/g, () => ' ');
  put(
    /(?<=[\d)])[⁰¹²³⁴⁵⁶⁷⁸⁹]+/g,
    ([digits]) => `^${[...digits].map((d) => superscripts.indexOf(d)).join('')}`,
  );
  put(/[\u2212\u2010\u2011]/g, () => '-');
  put(/\u2044/g, () => '/');
  return text;
}

/** Turns formulas into plain signs: `\frac{a}{b}` into `((a)/(b))`, `\times` into `×`. */
function plainLatex(passage: Mapped): Mapped {
  const { text: whole } = passage;
  // `$` parts formulas on lines that hold a command; elsewhere, and as `\$`, it is the dollar.
  let line = { end: -1, isFormula: false };
  const isFormula = (at: number) => {
    // Signs come in order, and those of one line share its answer.
    if (at > line.end) {
      const next = whole.indexOf('\n', at);
      const end = next === -1 ? whole.length : next;
      const start = whole.lastIndexOf('\n', at) + 1;
      line = { end, isFormula: /\\[a-zA-Z]/.test(whole.slice(start, end)) };
    }
    return line.isFormula;
  };
  let text = rewrite(passage, /\\?\$\$?/g, ({ 0: sign, index }) =>
    sign === '\\$' || !isFormula(index ?? 0) ? '$' : ' ',
  );
  text = rewrite(
    text,
    /\\(?:text|mathrm|mathbf|textbf|textit|operatorname)\s?\{([^{}]{0,200})\}/g,
    ([, shown = '']) => ` ${shown} `,
  );
  text = rewrite(text, /\{,\}/g, () => ',');
  for (let depth = 0; depth < 3; depth += 1) {
    text = rewrite(
      text,
      /\\[dt]?frac\s?\{([^{}]{0,300})\}\s?\{([^{}]{0,300})\}/g,
      ([, above = '', below = '']) => `((${above})/(${below}))`,
    );
    text = rewrite(text, /\^\{([^{}]{0,40})\}/g, ([, power = '']) => `^${power}`);
  }
  text = rewrite(text, /\\([%#_&])/g, ([, sign = '']) => sign);
  text = rewrite(text, /\\\\/g, () => ' ; ');
  text = rewrite(text, /\\[,;:! ]/g, () => ' ');
  text = rewrite(text, /\\([a-zA-Z]{1,20})/g, ([, name = '']) => ` ${commands[name] ?? ''} `);
  return rewrite(text, /[{}&]/g, () => ' ');
}
