import { fillPrompt, parsePrompt } from '../../prompt/fill.ts';
import { copyText } from './clipboard.ts';

/** Fetches a prompt when asked to, fills in the problem and copies it. */
class CopyPrompt extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const link = this.querySelector('a');
    const status = this.querySelector('[role=status]');
    if (button === null || link === null || status === null) return;

    const label = button.textContent;
    button.addEventListener('click', async () => {
      const copied = await copyText(this.#fill()).catch(() => false);
      const said = copied ? 'Copied' : 'Could not copy: open the prompt instead';
      button.textContent = said;
      status.textContent = said;
      if (!copied) link.dataset['shown'] = '';
      setTimeout(() => {
        button.textContent = label;
        status.textContent = '';
      }, 2500);
    });
  }

  async #fill(): Promise<string> {
    const { prompt = '', problem = '' } = this.dataset;
    const response = await fetch(prompt);
    if (!response.ok) throw new Error(`${prompt}: ${response.status}`);
    return fillPrompt(parsePrompt(await response.text()), { problem });
  }
}

customElements.define('copy-prompt', CopyPrompt);
