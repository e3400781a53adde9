import type { CheckFinding, CheckReport, CheckedResult } from '../report.ts';
import { sayVerdict, type Verdict } from '../words.ts';
import { listFindings } from './findingList.ts';

/** Quiet that has to pass before the counts are read out, in milliseconds. */
const quiet = 1200;

/** What the results need to know of the page. */
export interface ResultsContext {
  manyFiles: boolean;
  /** Address below which the template pages are. */
  templates: string;
  onChoose: (finding: CheckFinding | CheckedResult, button: HTMLElement) => void;
}

/** What is said of the text: a verdict, a score, the findings; or why nothing can be said. */
export class Results {
  readonly #root: HTMLElement;
  #announcing: ReturnType<typeof setTimeout> | undefined;
  #places: { path: string; line: number; key: string }[] = [];

  constructor(root: HTMLElement) {
    this.#root = root;
  }

  /** A check is under way. */
  wait(): void {
    this.#root.setAttribute('aria-busy', 'true');
  }

  /** There is no text: what the page is for is shown instead. */
  clear(): void {
    this.#state('empty');
    this.#part('list')?.replaceChildren();
    this.say('', 0);
  }

  fail(why: string): void {
    const isShowing = this.#root.dataset['state'] === 'report';
    if (!isShowing) this.#state('failed');
    this.#text('trouble', why);
    this.say(why, 0);
  }

  show(report: CheckReport, { manyFiles, templates, onChoose }: ResultsContext): void {
    const { answer } = report;
    const verdict = sayVerdict(report);
    this.#state('report');
    this.#root.dataset['outcome'] = verdict.outcome;
    this.#text('trouble', '');
    this.#text('title', verdict.title);
    this.#text('detail', verdict.detail);
    this.#text('score', answer === undefined ? '' : `${answer.score} of 100`);
    this.#text('format', sayFormat(report));
    const focused = document.activeElement;
    const key = focused instanceof HTMLElement ? focused.dataset['key'] : undefined;
    const open = [...this.#root.querySelectorAll('details[open]')].map((one) => one.className);
    const template = answer && `${templates}${answer.format}/`;
    this.#part('list')?.replaceChildren(...listFindings(report, { manyFiles, template, onChoose }));
    for (const name of open) this.#root.querySelector(`details.${name}`)?.setAttribute('open', '');
    if (key !== undefined) this.#button(key)?.focus({ preventScroll: true });
    this.#places = report.findings.map(({ path, line, rule, message }) => ({
      path,
      line,
      key: `${path}:${rule}:${message}`,
    }));
    this.say(announcement(verdict, answer?.score), quiet);
  }

  /** Puts the focus on the first finding of a line. */
  focus(path: string, line: number): void {
    const place = this.#places.find((one) => one.path === path && one.line === line);
    if (place !== undefined) this.#button(place.key)?.focus();
  }

  /** Says something politely, after a pause in which nothing else is to be said. */
  say(text: string, after = 0): void {
    clearTimeout(this.#announcing);
    this.#announcing = setTimeout(() => {
      if (this.#part('announce')?.textContent !== text) this.#text('announce', text);
    }, after);
  }

  #button(key: string): HTMLElement | undefined {
    return [...this.#root.querySelectorAll<HTMLElement>('button.jump')].find(
      (button) => button.dataset['key'] === key,
    );
  }

  #state(state: 'empty' | 'report' | 'failed'): void {
    this.#root.dataset['state'] = state;
    this.#root.removeAttribute('aria-busy');
  }

  #part(name: string): Element | null {
    return this.#root.querySelector(`[data-part="${name}"]`);
  }

  #text(name: string, text: string): void {
    const part = this.#part(name);
    if (part !== null) part.textContent = text;
  }
}

function sayFormat({ answer }: CheckReport): string {
  if (answer === undefined)
    return 'No format recognized: choose one to hold the text against its contract.';
  const cut = answer.isCut ? ' Only the first 400,000 characters were held against it.' : '';
  return `${answer.title}: ${answer.why}.${cut}`;
}

function announcement({ title, detail }: Verdict, score: number | undefined): string {
  return `${title}. ${detail}${score === undefined ? '' : ` Score ${score} of 100.`}`;
}
