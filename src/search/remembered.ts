/** Remembers what was answered, but no failure; forgets everything when it is too much. */
export class Remembered<T> {
  readonly #answers = new Map<string, Promise<T>>();
  readonly #ask: (question: string) => Promise<T>;
  readonly #most: number;

  constructor(ask: (question: string) => Promise<T>, most = Infinity) {
    this.#ask = ask;
    this.#most = most;
  }

  of(question: string): Promise<T> {
    const answer = this.#answers.get(question) ?? this.#ask(question);
    if (this.#answers.size > this.#most) this.#answers.clear();
    this.#answers.set(question, answer);
    answer.catch(() => this.#answers.delete(question));
    return answer;
  }
}

/** Searches that are remembered: while one types, all words but the last stay the same. */
export const mostSearches = 300;
