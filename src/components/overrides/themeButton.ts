/** Where Starlight keeps the choice; `''` stands for the system's theme. */
const storageKey = 'starlight-theme';

const choices = ['auto', 'light', 'dark'] as const;
type Choice = (typeof choices)[number];

const prefersLight = matchMedia('(prefers-color-scheme: light)');

function readChoice(): Choice {
  const stored = localStorage.getItem(storageKey);
  return choices.find((choice) => choice === stored) ?? 'auto';
}

function apply(choice: Choice): void {
  const system = prefersLight.matches ? 'light' : 'dark';
  document.documentElement.dataset['theme'] = choice === 'auto' ? system : choice;
}

/** A button that goes round the themes and says which one holds. */
class ThemeButton extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const label = this.querySelector('[data-label]');
    if (button === null || label === null) return;

    const show = (choice: Choice) => {
      label.textContent = `Theme: ${choice === 'auto' ? 'as the system' : choice}`;
      button.title = label.textContent;
    };
    show(readChoice());
    button.addEventListener('click', () => {
      const next = choices[(choices.indexOf(readChoice()) + 1) % choices.length] ?? 'auto';
      localStorage.setItem(storageKey, next === 'auto' ? '' : next);
      apply(next);
      show(next);
    });
    prefersLight.addEventListener('change', () => apply(readChoice()));
  }
}

customElements.define('theme-button', ThemeButton);
