import { copyText } from '../../components/prompt/clipboard.ts';
import type { AnswerFile } from '../../contract/answerLines.ts';
import type { FormatId } from '../../schemas/format.ts';
import type { CheckFinding, CheckReport, CheckedResult } from '../report.ts';
import { writeSummary } from '../summary.ts';
import { Checker } from './checker.ts';
import { TookTooLong } from './desk.ts';
import { onDrop, takeFiles } from './intake.ts';
import { keep, recall } from './keep.ts';
import { MermaidVerdicts } from './mermaidVerdicts.ts';
import { type Parts, partsOf } from './parts.ts';
import type { Mark } from './sheet.ts';

/** Name of a text that was typed or pasted. */
const pasted = 'Your text';

/** The page that checks: text at the left, what is wrong with it at the right. */
class CheckView extends HTMLElement {
  readonly #checker = new Checker(this.dataset['contracts'] ?? '');
  readonly #mermaid = new MermaidVerdicts();
  #files: AnswerFile[] = [{ path: pasted, text: '' }];
  #shown = 0;
  #report: CheckReport | undefined;
  #isChecking = false;
  #isStale = false;
  #keeping: ReturnType<typeof setTimeout> | undefined;
  /** The finding from which somebody went to its line. */
  #cameFrom: HTMLElement | undefined;
  #parts: Parts | undefined;

  connectedCallback(): void {
    const parts = partsOf(this);
    if (parts === undefined) return;
    this.#parts = parts;
    const { sheet, format, open, tabs } = parts;
    sheet.field.addEventListener('input', () => this.#edit());
    sheet.field.addEventListener('keydown', (event) => {
      if (event.key === 'Escape') this.#cameFrom?.focus();
    });
    parts.copy.addEventListener('click', ({ target }) => this.#pointAt(target));
    format.addEventListener('change', () => this.#changed());
    open.addEventListener('change', () => {
      void this.#take([...(open.files ?? [])]);
      open.value = '';
    });
    tabs.addEventListener('show', (event) => this.#showFile((event as CustomEvent<number>).detail));
    this.addEventListener('click', ({ target }) => this.#press(target));
    onDrop(this, (files) => void this.#take(files));
    for (const type of ['focusin', 'dragenter']) {
      this.addEventListener(type, () => void this.#warm(), { once: true });
    }
    this.#recall();
  }

  /** Who comes to the page's parts is about to give a text. */
  async #warm(): Promise<void> {
    const took = await this.#checker.warm();
    if (took !== undefined) this.dataset['warmed'] = String(Math.round(took));
  }

  /** Puts back what a reload would have lost, and the format that the address names. */
  #recall(): void {
    const kept = recall();
    const parts = this.#parts;
    if (parts === undefined) return;
    const wanted = new URLSearchParams(location.search).get('format') ?? kept?.format ?? '';
    const isKnown = [...parts.format.options].some(({ value }) => value === wanted);
    parts.format.value = isKnown ? wanted : '';
    // A browser may have put the text back by itself.
    const left = parts.sheet.field.value;
    if (kept !== undefined) this.#setFiles(kept.files);
    else if (left !== '') this.#setFiles([{ path: pasted, text: left }]);
  }

  #edit(): void {
    const parts = this.#parts;
    const file = this.#files[this.#shown];
    if (parts === undefined || file === undefined) return;
    this.#files[this.#shown] = { ...file, text: parts.sheet.field.value };
    parts.sheet.sync();
    this.#changed();
  }

  #setFiles(files: readonly AnswerFile[]): void {
    this.#files = files.length === 0 ? [{ path: pasted, text: '' }] : [...files];
    this.#showFile(0);
    this.#changed();
  }

  #showFile(index: number): void {
    this.#shown = index;
    const { sheet, tabs } = this.#parts ?? {};
    if (sheet === undefined) return;
    sheet.field.value = this.#files[index]?.text ?? '';
    sheet.sync();
    sheet.mark(this.#marks());
    tabs?.show(this.#files, index, this.#report);
  }

  /** Checks again, now or when the check that is under way is done. */
  #changed(): void {
    this.#keepSoon();
    this.#cameFrom = undefined;
    this.toggleAttribute('data-filled', this.#isFilled);
    if (!this.#isFilled) {
      this.#report = undefined;
      this.#show();
      return;
    }
    this.#isStale = true;
    if (!this.#isChecking) void this.#check();
  }

  get #isFilled(): boolean {
    return this.#files.some(({ text }) => text.trim() !== '');
  }

  async #check(): Promise<void> {
    const { results, format } = this.#parts ?? {};
    if (results === undefined || format === undefined) return;
    this.#isChecking = true;
    while (this.#isStale && this.#isFilled) {
      this.#isStale = false;
      const chosen = format.value === '' ? undefined : (format.value as FormatId);
      const files = this.#files;
      results.wait();
      try {
        const checked = await this.#checker.check(files, chosen);
        this.dataset['took'] = String(Math.round(checked.took));
        if (this.#isFilled) this.#report = checked.report;
        this.#show();
        void this.#askMermaid(checked.report);
      } catch (error) {
        this.#report = undefined;
        results.fail(saysWhy(error));
      }
    }
    this.#isChecking = false;
  }

  async #askMermaid(report: CheckReport): Promise<void> {
    if (await this.#mermaid.ask(report)) this.#show();
  }

  /** Shows the report as it is now. */
  #show(): void {
    const { results, sheet, tabs } = this.#parts ?? {};
    if (this.#report === undefined) results?.clear();
    else {
      const report = this.#mermaid.addTo(this.#report);
      results?.show(report, {
        manyFiles: this.#files.length > 1,
        templates: this.dataset['templates'] ?? '',
        onChoose: (finding, button) => this.#goTo(finding, button),
      });
    }
    sheet?.mark(this.#marks());
    tabs?.show(this.#files, this.#shown, this.#report);
  }

  /** Marks of the file that is shown. */
  #marks(): Mark[] {
    const path = this.#files[this.#shown]?.path;
    if (this.#report === undefined) return [];
    return this.#mermaid
      .addTo(this.#report)
      .findings.filter((finding) => finding.path === path)
      .map(markOf);
  }

  #goTo(finding: CheckFinding | CheckedResult, button: HTMLElement): void {
    const index = this.#files.findIndex(({ path }) => path === finding.path);
    if (index !== -1 && index !== this.#shown) this.#showFile(index);
    this.#cameFrom = button;
    this.#parts?.sheet.show(markOf(finding));
  }

  /** A click on a line's number leads to its finding. */
  #pointAt(target: EventTarget | null): void {
    const path = this.#files[this.#shown]?.path;
    const line = this.#parts?.sheet.lineAt(target);
    if (path !== undefined && line !== undefined) this.#parts?.results.focus(path, line);
  }

  #press(target: EventTarget | null): void {
    const button = target instanceof Element ? target.closest('button') : null;
    const { act } = button?.dataset ?? {};
    if (act === 'example') void this.#loadExample();
    if (act === 'open') this.#parts?.open.click();
    if (act === 'copy') void this.#copySummary();
    if (act === 'clear') {
      this.#setFiles([]);
      this.#parts?.sheet.field.focus();
    }
  }

  async #loadExample(): Promise<void> {
    const { example = '' } = this.dataset;
    const response = await fetch(example).catch(() => undefined);
    if (response?.ok !== true) {
      this.#parts?.results.fail('The example could not be loaded.');
      return;
    }
    if (this.#parts !== undefined) this.#parts.format.value = '';
    this.#setFiles([{ path: 'example.md', text: await response.text() }]);
  }

  async #copySummary(): Promise<void> {
    if (this.#report === undefined) return;
    const report = this.#mermaid.addTo(this.#report);
    const text = writeSummary(report, { manyFiles: this.#files.length > 1 });
    const copied = await copyText(text).catch(() => false);
    this.#parts?.results.say(copied ? 'Copied.' : 'The browser refused to copy.');
  }

  /** Reads files in the place of what is there; what cannot be read is said and changes nothing. */
  async #take(files: readonly File[]): Promise<void> {
    const { results } = this.#parts ?? {};
    if (files.length === 0 || results === undefined) return;
    try {
      const read = await takeFiles(files, this.#checker);
      if (read.files.length > 0) this.#setFiles(read.files);
      if (read.faults.length > 0) results.fail(`${read.faults.join('. ')}.`);
    } catch (error) {
      results.fail(saysWhy(error));
    }
  }

  #keepSoon(): void {
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => {
      keep({ files: this.#files, format: this.#parts?.format.value ?? '' });
    }, 300);
  }
}

function markOf(finding: CheckFinding | CheckedResult): Mark {
  const { line, column } = finding;
  if (!('verdict' in finding)) return { line, isLikely: finding.likely === true };
  const start = column - 1;
  return { line, span: { start, end: start + finding.end - finding.start }, isLikely: false };
}

function saysWhy(error: unknown): string {
  return error instanceof TookTooLong
    ? 'This text takes too long to read: give a shorter part of it.'
    : error instanceof Error
      ? error.message
      : 'Something went wrong.';
}

customElements.define('check-view', CheckView);
