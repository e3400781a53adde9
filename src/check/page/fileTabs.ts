import type { AnswerFile } from '../../contract/answerLines.ts';
import { element } from '../../search/element.ts';
import type { CheckReport } from '../report.ts';

/** One button a file, where there are several; dispatches `show` with the index of the chosen one. */
export class FileTabs extends EventTarget {
  readonly #list: HTMLElement;

  constructor(list: HTMLElement) {
    super();
    this.#list = list;
    list.addEventListener('click', ({ target }) => {
      const button = target instanceof Element ? target.closest('button') : null;
      const item = button?.closest('li');
      const index = item ? [...list.children].indexOf(item) : -1;
      if (index !== -1) this.dispatchEvent(new CustomEvent('show', { detail: index }));
    });
  }

  show(files: readonly AnswerFile[], shown: number, report: CheckReport | undefined): void {
    const list = this.#list;
    if (files.length < 2) {
      list.replaceChildren();
      return;
    }
    while (list.children.length > files.length) list.lastElementChild?.remove();
    while (list.children.length < files.length) {
      const button = element('button');
      button.type = 'button';
      list.append(element('li', '', button));
    }
    for (const [index, { path }] of files.entries()) {
      const button = list.children[index]?.querySelector('button');
      if (!button) continue;
      const count = report?.findings.filter((finding) => finding.path === path).length ?? 0;
      const said = element('span', 'count', count === 0 ? '' : String(count));
      button.replaceChildren(path.slice(path.lastIndexOf('/') + 1), ' ', said);
      button.setAttribute('aria-pressed', String(index === shown));
    }
  }
}
