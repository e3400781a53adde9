import {
  type Comparable,
  type ComparableSection,
  type Comparison,
  compareHref,
  readComparison,
  type Side,
  sectionsOn,
} from '../../across/compare.ts';
import { sitePath } from '../../navigation/address.ts';
import type { TopicId } from '../../schemas/topic.ts';
import { readSection } from './readSection.ts';

/** A side whose sections are known. */
interface LoadedSide {
  /** `Chat, Spoken answer` */
  name: string;
  sections: ComparableSection[];
}

/** Two designs side by side, a topic at a time; the sections are fetched when a topic is opened. */
class CompareView extends HTMLElement {
  connectedCallback(): void {
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
      const comparison = this.#chosen();
      history.pushState(null, '', sitePath(compareHref(comparison)));
      void this.#compare(comparison);
    });
    addEventListener('popstate', () => this.#followAddress());
    this.#followAddress();
  }

  #followAddress(): void {
    const comparison = readComparison(location.search);
    if (comparison !== undefined) {
      this.#choose(comparison);
      void this.#compare(comparison);
      return;
    }
    this.#topics.replaceChildren();
    delete this.dataset['compared'];
    this.#say(location.search === '' ? '' : 'This address does not say what to compare.');
  }

  async #compare(comparison: Comparison): Promise<void> {
    this.#say('Loading …');
    const asked = compareHref(comparison);
    const loaded = await loadSides(comparison.a, comparison.b);
    // Another comparison may have been asked for meanwhile.
    const current = readComparison(location.search);
    if (current === undefined || compareHref(current) !== asked) return;

    const [a, b] = loaded;
    if (typeof a === 'string' || typeof b === 'string') {
      this.#topics.replaceChildren();
      this.#say([a, b].find((side) => typeof side === 'string') ?? '');
      return;
    }
    const rows = this.#topicsOf(comparison.topic).flatMap(({ id, title }) => {
      const sides = [a, b].map(({ name, sections }) => ({
        name,
        sections: sectionsOn(id, sections),
      }));
      return sides.some(({ sections }) => sections.length > 0) ? [topicRow(title, sides)] : [];
    });
    this.#topics.replaceChildren(...rows);
    this.dataset['compared'] = '';
    const [only] = rows;
    if (rows.length === 1 && only !== undefined) only.open = true;
    const count = rows.length === 1 ? 'one topic' : `${rows.length} topics`;
    this.#say(
      rows.length === 0
        ? `Neither ${a.name} nor ${b.name} speaks of it.`
        : `${a.name} beside ${b.name}: ${count}.`,
    );
  }

  /** The topics to show, named as in the form: the one that was asked for, or all. */
  #topicsOf(wanted: string): { id: TopicId; title: string }[] {
    const options = [...(this.#select('topic')?.options ?? [])];
    return options
      .filter(({ value }) => value !== '' && (wanted === '' || value === wanted))
      .map(({ value, text }) => ({ id: value as TopicId, title: text }));
  }

  #chosen(): Comparison {
    const value = (name: string) => this.#select(name)?.value ?? '';
    const side = (id: string): Side => ({
      problem: value(`${id}-problem`),
      format: value(`${id}-format`),
    });
    return { a: side('a'), b: side('b'), topic: value('topic') };
  }

  #choose({ a, b, topic }: Comparison): void {
    const values = {
      'a-problem': a.problem,
      'a-format': a.format,
      'b-problem': b.problem,
      'b-format': b.format,
      topic,
    };
    for (const [name, value] of Object.entries(values)) {
      const select = this.#select(name);
      const isThere = [...(select?.options ?? [])].some((option) => option.value === value);
      if (select !== null && isThere) select.value = value;
    }
  }

  #select(name: string): HTMLSelectElement | null {
    return this.querySelector(`select[name="${name}"]`);
  }

  get #topics(): Element {
    const topics = this.querySelector('[data-topics]');
    if (topics === null) throw new Error('compare-view has no place for topics');
    return topics;
  }

  #say(text: string): void {
    const status = this.querySelector('[data-status]');
    if (status !== null) status.textContent = text;
  }
}

/** The sections of both sides, or why one has none; a problem that is on both is fetched once. */
async function loadSides(a: Side, b: Side): Promise<[LoadedSide | string, LoadedSide | string]> {
  const first = loadProblem(a.problem);
  const second = a.problem === b.problem ? first : loadProblem(b.problem);
  return [sideOf(await first, a), sideOf(await second, b)];
}

async function loadProblem(problem: string): Promise<Comparable | string> {
  const response = await fetch(sitePath(`/compare/${problem}.json`)).catch(() => undefined);
  if (response === undefined) return 'The designs could not be loaded. Are you offline?';
  return response.ok ? response.json() : `There is no problem “${problem}”.`;
}

function sideOf(problem: Comparable | string, { format }: Side): LoadedSide | string {
  if (typeof problem === 'string') return problem;
  const { title, formats } = problem;
  const found = Object.hasOwn(formats, format) ? formats[format] : undefined;
  if (found === undefined) return `${title} is not worked out as “${format}”.`;
  return { name: `${title}, ${found.title}`, sections: found.sections };
}

/** A topic that loads its sections when it is opened. */
function topicRow(title: string, sides: readonly LoadedSide[]): HTMLDetailsElement {
  const row = document.createElement('details');
  const summary = document.createElement('summary');
  summary.append(textElement('h2', title));
  for (const { sections } of sides) {
    const text = sections.map(({ heading }) => heading).join(' · ') || 'not spoken of';
    summary.append(textElement('span', text));
  }
  const body = document.createElement('div');
  body.className = 'sides';
  row.append(summary, body);
  const onToggle = async () => {
    if (!row.open || body.childElementCount > 0) return;
    body.setAttribute('aria-busy', 'true');
    body.append(...sides.map(sideElement));
    await Promise.all(sides.map((side, index) => fill(body.children[index], side)));
    body.removeAttribute('aria-busy');
  };
  row.addEventListener('toggle', () => void onToggle());
  return row;
}

function sideElement({ name, sections }: LoadedSide): HTMLElement {
  const side = document.createElement('div');
  side.className = 'side';
  side.append(textElement('p', name));
  side.firstElementChild?.classList.add('place');
  if (sections.length === 0) side.append(textElement('p', 'This format does not speak of it.'));
  return side;
}

/** Puts the sections into a side, one below the other. */
async function fill(side: Element | undefined, { sections }: LoadedSide): Promise<void> {
  for (const section of sections) {
    const content = document.createElement('div');
    content.className = 'sl-markdown-content';
    content.textContent = 'Loading …';
    side?.append(headingElement(section), content);
    const nodes = await readSection(section).catch(() => undefined);
    if (nodes === undefined)
      content.textContent = 'It could not be loaded. Follow the heading instead.';
    else await putIn(content, nodes);
  }
}

/** How many letters are put onto the page at a time, for each side. */
const letters = 800;

/** Puts nodes in the place of what there is: a frame draws a portion, so that none takes long. */
async function putIn(content: Element, nodes: readonly Node[]): Promise<void> {
  content.replaceChildren();
  let room = letters;
  for (const node of nodes) {
    if (room < 0) {
      room = letters;
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
    content.append(node);
    room -= node.textContent?.length ?? 0;
  }
}

function headingElement({ heading, page, anchor }: ComparableSection): HTMLElement {
  const link = document.createElement('a');
  link.href = sitePath(`${page}#${anchor}`);
  link.textContent = heading;
  const element = document.createElement('h3');
  element.className = 'section';
  element.append(link);
  return element;
}

function textElement(name: 'h2' | 'p' | 'span', text: string): HTMLElement {
  const element = document.createElement(name);
  element.textContent = text;
  return element;
}

customElements.define('compare-view', CompareView);
