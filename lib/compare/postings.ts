/** A term's place among the stories: which of them it tells of, by their numbers, and how much. */
interface Postings {
  readonly stories: number[];
  readonly weights: number[];
}

/** An inverted index: from a term to the stories whose claims hold it. */
export class PostingLists {
  readonly #lists = new Map<string, Postings>();

  add(story: number, weights: Iterable<readonly [term: string, weight: number]>): void {
    for (const [term, weight] of weights) {
      const list = this.#lists.get(term) ?? { stories: [], weights: [] };
      this.#lists.set(term, list);
      list.stories.push(story);
      list.weights.push(weight);
    }
  }

  /** Tells of each story that holds one of the terms, once a term. */
  each(terms: Iterable<string>, told: (story: number, weight: number) => void): void {
    for (const term of terms) {
      const list = this.#lists.get(term);
      if (!list) continue;
      for (const [i, story] of list.stories.entries()) told(story, list.weights[i] ?? 0);
    }
  }
}

/** So many signs of a form find it in a text. */
const OPENING = 2;

/** Forms of names, found where they begin in a text. */
export class FormIndex {
  /** By their opening signs, each form with the stories that have it. */
  readonly #byOpening = new Map<string, Map<string, number[]>>();

  add(story: number, forms: Iterable<string>): void {
    for (const form of forms) {
      const opening = form.slice(0, OPENING);
      const own = this.#byOpening.get(opening) ?? new Map<string, number[]>();
      this.#byOpening.set(opening, own);
      own.set(form, [...(own.get(form) ?? []), story]);
    }
  }

  /** Tells of the stories that have a form which begins somewhere in the text, in whatever surroundings. */
  each(text: string, told: (story: number) => void): void {
    if (this.#byOpening.size === 0) return;
    for (let at = 0; at < text.length; at++)
      for (let length = 1; length <= OPENING; length++)
        for (const [form, stories] of this.#byOpening.get(text.slice(at, at + length)) ?? [])
          if (text.startsWith(form, at)) for (const story of stories) told(story);
  }
}
