import { copyText } from '../../components/prompt/clipboard.ts';
import type { AnswerFile } from '../../contract/answerLines.ts';
import type { FormatId } from '../../schemas/format.ts';
import { withDiagrams } from '../diagrams.ts';
import { largestInput, tooLarge } from '../limits.ts';
import type { CheckFinding, CheckReport, CheckedResult, DiagramVerdict } from '../report.ts';
import { writeSummary } from '../summary.ts';
import { Desk, TookTooLong } from './desk.ts';
import { FileTabs } from './fileTabs.ts';
import { keep, recall } from './keep.ts';
import type { Checked, CheckJob, DiagramJob, Read } from './messages.ts';
import { Results } from './results.ts';
import { type Mark, Sheet } from './sheet.ts';

/** Name of a text that was typed or pasted. */
const pasted = 'Your text';

type Asked<Job> = Job extends unknown ? Omit<Job, 'id'> : never;

/** The page that checks: text at the left, what is wrong with it at the right. */
class CheckView extends HTMLElement {
  readonly #checker = new Desk<Asked<CheckJob>, Checked | Read>(
    () => new Worker(new URL('./checkWorker.ts', import.meta.url), { type: 'module' }),
    20_000,
  );
  readonly #mermaid = new Desk<Asked<DiagramJob>, DiagramVerdict[]>(
    () => new Worker(new URL('./diagramWorker.ts', import.meta.url), { type: 'module' }),
    20_000,
  );
  /** What Mermaid said of each source. */
  readonly #verdicts = new Map<string, DiagramVerdict>();
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
    this.addEventListener('dragover', (event) => this.#dragOver(event));
    this.addEventListener('dragleave', () => this.removeAttribute('data-dropping'));
    this.addEventListener('drop', (event) => this.#drop(event));
    this.#recall();
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
      const { contracts = '' } = this.dataset;
      const files = this.#files;
      results.wait();
      try {
        const checked = await this.#checker.ask({
          task: 'check',
          contracts,
          files,
          format: chosen,
        });
        if (!('report' in checked)) continue;
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

  /** Mermaid is loaded when a text has a diagram of it, and not before. */
  async #askMermaid({ answer }: CheckReport): Promise<void> {
    const known = this.#verdicts;
    const sources = [...new Set(answer?.diagrams.map(({ source }) => source))].filter(
      (source) => !known.has(source),
    );
    if (sources.length === 0) return;
    // Asked once, whatever comes of it.
    for (const source of sources) known.set(source, undefined);
    const verdicts = await this.#mermaid
      .ask({ sources: sources.slice(0, 100) })
      .catch((): DiagramVerdict[] => []);
    sources.forEach((source, index) => {
      known.set(source, verdicts[index]);
    });
    this.#show();
  }

  /** Shows the report as it is now. */
  #show(): void {
    const { results, sheet, tabs } = this.#parts ?? {};
    if (this.#report === undefined) results?.clear();
    else {
      const report = withDiagrams(this.#report, this.#verdicts);
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
    return withDiagrams(this.#report, this.#verdicts)
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
    const report = withDiagrams(this.#report, this.#verdicts);
    const text = writeSummary(report, { manyFiles: this.#files.length > 1 });
    const copied = await copyText(text).catch(() => false);
    this.#parts?.results.say(copied ? 'Copied.' : 'The browser refused to copy.');
  }

  #dragOver(event: DragEvent): void {
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    this.setAttribute('data-dropping', '');
  }

  #drop(event: DragEvent): void {
    this.removeAttribute('data-dropping');
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void this.#take(files);
  }

  /** Reads files in the place of what is there; what cannot be read is said and changes nothing. */
  async #take(files: readonly File[]): Promise<void> {
    const { results } = this.#parts ?? {};
    if (files.length === 0 || results === undefined) return;
    const large = files.find(({ size }) => size > largestInput);
    if (large !== undefined) {
      results.fail(`${tooLarge(large.name, large.size)}.`);
      return;
    }
    try {
      const given = await Promise.all(
        files.map(async (file) => ({
          name: file.name,
          bytes: new Uint8Array(await file.arrayBuffer()),
        })),
      );
      const read = await this.#checker.ask({ task: 'read', given });
      if (!('files' in read)) return;
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

/** The parts of the page that the view works with. */
interface Parts {
  sheet: Sheet;
  copy: HTMLElement;
  format: HTMLSelectElement;
  open: HTMLInputElement;
  tabs: FileTabs;
  results: Results;
}

function partsOf(view: HTMLElement): Parts | undefined {
  const frame = view.querySelector<HTMLElement>('[data-sheet]');
  const field = view.querySelector('textarea');
  const copy = view.querySelector<HTMLElement>('[data-lines]');
  const format = view.querySelector('select');
  const open = view.querySelector<HTMLInputElement>('input[type=file]');
  const tabs = view.querySelector<HTMLElement>('[data-files]');
  const results = view.querySelector<HTMLElement>('[data-results]');
  if (!frame || !field || !copy || !format || !open || !tabs || !results) return undefined;
  const sheet = new Sheet(frame, field, copy);
  return { sheet, copy, format, open, tabs: new FileTabs(tabs), results: new Results(results) };
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
