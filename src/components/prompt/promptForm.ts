import { estimateTokens } from '../../prompt/count.ts';
import { fillPrompt, type PromptPart } from '../../prompt/fill.ts';
import { copyText } from './clipboard.ts';

/** One block of a prompt on the page: its text is cut at the marked variables, once. */
class Block {
  readonly #parts: PromptPart[];
  readonly #marks: HTMLElement[];
  readonly #tokens: Element | null;

  readonly element: HTMLElement;

  constructor(element: HTMLElement) {
    this.element = element;
    const portions = element.querySelectorAll('[data-prompt-text] > *');
    const nodes = [...portions].flatMap(({ childNodes }) => [...childNodes]);
    this.#marks = nodes.filter((node) => node instanceof HTMLElement);
    this.#parts = nodes.map((node) =>
      node instanceof HTMLElement
        ? { variable: node.dataset['variable'] ?? '' }
        : { text: node.textContent ?? '' },
    );
    this.#tokens = element.querySelector('[data-tokens]');
  }

  fill(values: Record<string, string>): string {
    return fillPrompt(this.#parts, values);
  }

  /** Shows the values in the text, and what the whole would cost. */
  preview(values: Record<string, string>): void {
    for (const mark of this.#marks) {
      const name = mark.dataset['variable'] ?? '';
      mark.textContent = fillPrompt([{ variable: name }], values);
    }
    if (this.#tokens !== null) {
      this.#tokens.textContent = estimateTokens(this.fill(values)).toLocaleString('en-US');
    }
  }
}

/** The form that fills a template's prompt, and the buttons that take it away. */
class PromptForm extends HTMLElement {
  #blocks: Block[] = [];
  #values: Record<string, string> = {};
  #field: HTMLTextAreaElement | null = null;

  connectedCallback(): void {
    this.#blocks = [...this.querySelectorAll<HTMLElement>('[data-prompt-block]')].map(
      (element) => new Block(element),
    );
    this.#field = this.querySelector('textarea');

    this.addEventListener('input', () => this.#setProblem(this.#field?.value ?? ''));
    this.addEventListener('submit', (event) => event.preventDefault());
    this.addEventListener('click', (event) => this.#onClick(event));
    this.querySelector('[data-download]')?.addEventListener('click', (event) =>
      this.#download(event),
    );
    const problem = new URLSearchParams(location.search).get('problem');
    if (problem !== null) this.#show(problem);
  }

  /** The whole prompt: its blocks, one after the other. */
  get prompt(): string {
    return this.#blocks.map((block) => block.fill(this.#values)).join('\n');
  }

  #show(problem: string): void {
    if (this.#field !== null) this.#field.value = problem;
    // The field would turn CRLF into LF, so the value goes past it.
    this.#setProblem(problem);
  }

  #setProblem(problem: string): void {
    this.#values = { [this.#field?.dataset['variable'] ?? '']: problem };
    for (const block of this.#blocks) block.preview(this.#values);
  }

  #onClick({ target }: Event): void {
    const button = target instanceof Element ? target.closest('button') : null;
    if (button === null) return;
    const { offer } = button.dataset;
    if (offer !== undefined) this.#show(offer);
    if ('copyAll' in button.dataset) void this.#copy(this.prompt, button);
    const block = this.#blocks.find(({ element }) => element.contains(button));
    if (block !== undefined) void this.#copy(block.fill(this.#values), button);
  }

  async #copy(text: string, button: HTMLButtonElement): Promise<void> {
    const copied = await copyText(text).catch(() => false);
    const label = button.dataset['label'] ?? button.textContent;
    button.dataset['label'] = label;
    button.textContent = copied ? 'Copied' : label;
    this.#say(copied ? 'Copied.' : 'The browser refused to copy: download it instead.');
    setTimeout(() => {
      button.textContent = label;
      this.#say('');
    }, 2500);
  }

  #say(text: string): void {
    const status = this.querySelector('[data-status]');
    if (status !== null) status.textContent = text;
  }

  /** Without a problem the link's own file is the right one. */
  #download(event: Event): void {
    if (Object.values(this.#values).every((value) => value === '')) return;
    event.preventDefault();
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.prompt], { type: 'text/plain' }));
    link.download = `${this.dataset['name']}.txt`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  }
}

customElements.define('prompt-form', PromptForm);
