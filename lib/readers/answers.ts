import type { ModelAnswer } from './model/answer-form.ts';

/** What a model answered, as it is kept: whatever it is asked again, this is what it said. */
export interface KeptAnswer {
  readonly answer: ModelAnswer;
  /** The item's guid, for people. */
  readonly guid: string;
}

/**
 * What an answer was given to: the digest of an item's text, and of the host whose feed carries it, since items of one feed
 * share requests and a hostile one may have spoilt the answer. An imported answer has no source, and serves all.
 */
export interface AnswerKey {
  readonly text: string;
  readonly source: string;
}

/** A kept answer with its key. */
export interface AnswerOfText extends KeptAnswer, AnswerKey {}

/** An answer is kept for so many days: longer than any item, so that nothing is asked twice. */
export const KEPT_DAYS = 400;

/** Where answers are kept: by reader, by the digest of article and claims, and by what they were given to. */
export interface Answers {
  /** The answers that are kept, in the order of the keys; null where there is none. */
  keptAnswers(
    reader: string,
    story: string,
    keys: readonly AnswerKey[],
  ): Promise<readonly (KeptAnswer | null)[]>;
  /** Keeps an answer until a time, unless there is one. @returns the one that is kept: the first wins */
  keepAnswer(reader: string, story: string, answer: AnswerOfText, until: Date): Promise<KeptAnswer>;
  /** All that a reader answered on an article, in no particular order. */
  answersOf(reader: string, story: string): Promise<AnswerOfText[]>;
}

/** Keeps nothing, and has nothing. */
export const NO_ANSWERS: Answers = {
  keptAnswers: async (_reader, _story, keys) => keys.map(() => null),
  keepAnswer: async (_reader, _story, answer) => answer,
  answersOf: async () => [],
};
