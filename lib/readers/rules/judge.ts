import type { Item } from '../../model/item.ts';
import { judgeAmount } from './amount.ts';
import { assign } from './assign.ts';
import type { Candidate } from './candidate.ts';
import type { PreparedClaim } from './claims.ts';
import { type OfStory, ofStory } from './of-story.ts';
import { judgePlan } from './plan.ts';
import { type PreparedStory, prepareStory, type StoryText } from './prepared-story.ts';
import { gatedPart, type ItemPart, type ItemText, type ReadItem, readItem } from './read-item.ts';
import { isRetold } from './retold.ts';
import { judgeStance } from './stance.ts';
import { type TurnMark, turnMarks } from './turn.ts';

/** One question that decides a kind: what an item may say about a claim. */
type Question = (story: PreparedStory, claim: PreparedClaim, item: ReadItem) => Candidate[];

/** The questions, in the order in which `explain` prints their answers. */
const QUESTIONS: readonly Question[] = [judgePlan, judgeAmount, judgeStance];

/** All that was seen in one item. */
export interface Judgement {
  readonly ofStory: OfStory;
  readonly candidates: readonly Candidate[];
  /** Words that may mark an unforeseen turn. */
  readonly turns: readonly TurnMark[];
}

/** What one item says about a story's claims. */
export type Judge = (story: StoryText, item: Item) => Judgement;

/** So many stories are kept prepared. */
const MAX_PREPARED = 500;

/** Judges items by themselves; each story is prepared and each item read once, when they are first needed. */
export function createJudge(): Judge {
  const prepared = new Map<string, PreparedStory>();
  const texts = new WeakMap<Item, ItemText>();
  return ({ article, claims }, item) => {
    const key = JSON.stringify([article.title, article.publishedAt, claims]);
    const story = prepared.get(key) ?? prepareStory({ article, claims });
    // The one that was needed last goes last.
    prepared.delete(key);
    prepared.set(key, story);
    const [oldest] = prepared.keys();
    if (prepared.size > MAX_PREPARED && oldest !== undefined) prepared.delete(oldest);
    const text = texts.get(item) ?? readItem(item);
    texts.set(item, text);
    return judge(story, text);
  };
}

/** The pure core, one item at a time, so that order cannot matter. */
export function judge(story: PreparedStory, text: ItemText): Judgement {
  const head = readIf(story, text.head);
  const alone = !head.verdict.passed && !text.hasTeaser;
  const paragraphs = text.paragraphs.map((part) => readIf(story, part, alone));
  const passed = [head, ...paragraphs].find(({ verdict }) => verdict.passed);
  if (!passed) return { ofStory: head.verdict, candidates: [], turns: [] };
  const asked = (read: ReadItem | null) =>
    read === null
      ? []
      : story.claims.flatMap((claim) => QUESTIONS.flatMap((question) => question(story, claim, read)));
  const candidates = assign([
    asked(head.read),
    ...paragraphs.map(({ read }) => asked(read).map((candidate) => withoutRetold(candidate, read))),
  ]);
  return {
    ofStory: passed.verdict,
    candidates,
    turns: head.read ? turnMarks(story, head.read) : [],
  };
}

function readIf(story: PreparedStory, part: ItemPart, alone = false) {
  const verdict = ofStory(story, part, alone);
  return { verdict, read: verdict.passed ? gatedPart(part, verdict.score) : null };
}

/** What an article's paragraphs tell of days gone by was news then: its head has what is new. */
function withoutRetold(candidate: Candidate, read: ReadItem | null): Candidate {
  if (candidate.refused !== null || !read || !isRetold(candidate.clause, read)) return candidate;
  return { ...candidate, refused: 'it retells what was before: its dates are days old' };
}
