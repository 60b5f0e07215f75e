import type { ModelAnswer } from './model/answer-form.ts';

/** What a model answered, as it is kept: whatever it is asked again, this is what it said. */
export interface KeptAnswer {
  readonly answer: ModelAnswer;
  /** The item's guid, for people. */
  readonly guid: string;
}

/** A kept answer, with the digest of the text that it was given to. */
export interface AnswerOfText extends KeptAnswer {
  readonly text: string;
}

/** An answer is kept for so many days: longer than any item, so that nothing is asked twice. */
export const KEPT_DAYS = 400;

/** Where answers are kept: by reader, by the digests of article and claims and of the item's text. */
export interface Answers {
  /** The answers that are kept to some texts, by their digests. */
  keptAnswers(
    reader: string,
    story: string,
    texts: readonly string[],
  ): Promise<ReadonlyMap<string, KeptAnswer>>;
  /** Keeps an answer until a time, unless there is one. @returns the one that is kept: the first wins */
  keepAnswer(reader: string, story: string, answer: AnswerOfText, until: Date): Promise<KeptAnswer>;
  /** All that a reader answered on an article, in no particular order. */
  answersOf(reader: string, story: string): Promise<AnswerOfText[]>;
}

/** Keeps nothing, and has nothing. */
export const NO_ANSWERS: Answers = {
  keptAnswers: async () => new Map(),
  keepAnswer: async (_reader, _story, answer) => answer,
  answersOf: async () => [],
};
