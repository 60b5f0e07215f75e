import { createHash } from 'node:crypto';
import { judgeAmount } from '../compare/amount.ts';
import { assign } from '../compare/assign.ts';
import type { Candidate } from '../compare/candidate.ts';
import type { PreparedClaim } from '../compare/claims.ts';
import { type GateVerdict, gate } from '../compare/gate.ts';
import { judgePlan } from '../compare/plan.ts';
import { type PreparedStory, prepareStory } from '../compare/prepared-story.ts';
import { gatedPart, type ItemPart, type ItemText, type ReadItem, readItem } from '../compare/read-item.ts';
import { isRetold } from '../compare/retold.ts';
import { judgeStance } from '../compare/stance.ts';
import { type TurnMark, turnMarks } from '../compare/turn.ts';
import type { Item } from '../model/item.ts';
import type { ChangeKey, Evidence, Report } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { valueKey } from '../model/value.ts';

/** One question that decides a kind: what an item may say about a claim. */
type Question = (story: PreparedStory, claim: PreparedClaim, item: ReadItem) => Candidate[];

/** The questions, in the order in which `explain` prints their answers. */
const QUESTIONS: readonly Question[] = [judgePlan, judgeAmount, judgeStance];

/** All that was seen in one item. */
export interface Judgement {
  readonly gate: GateVerdict;
  readonly candidates: readonly Candidate[];
  /** Words that may mark an unforeseen turn. */
  readonly turns: readonly TurnMark[];
  readonly reports: readonly Report[];
}

/** So long a quote is kept, in characters. */
const MAX_QUOTE = 600;

/** What one item says about a story's claims. */
export type Judge = (story: Story, item: Item) => Judgement;

/** So many stories are kept prepared. */
const MAX_PREPARED = 500;

/** Judges items by themselves; each story is prepared and each item read once, when they are first needed. */
export function createJudge(): Judge {
  const prepared = new Map<string, PreparedStory>();
  const texts = new WeakMap<Item, ItemText>();
  return ({ baseline, digest }, item) => {
    const story = prepared.get(digest) ?? prepareStory(baseline);
    // The one that was needed last goes last.
    prepared.delete(digest);
    prepared.set(digest, story);
    const [oldest] = prepared.keys();
    if (prepared.size > MAX_PREPARED && oldest !== undefined) prepared.delete(oldest);
    const text = texts.get(item) ?? readItem(item);
    texts.set(item, text);
    return judge(story, text);
  };
}

/** The pure core, one item at a time, so that order cannot matter. */
export function judge(story: PreparedStory, text: ItemText): Judgement {
  const head = gatedBy(story, text.head);
  const alone = !head.verdict.passed && !text.hasTeaser;
  const paragraphs = text.paragraphs.map((part) => gatedBy(story, part, alone));
  const gated = [head, ...paragraphs].find(({ verdict }) => verdict.passed);
  if (!gated) return { gate: head.verdict, candidates: [], turns: [], reports: [] };
  const asked = (read: ReadItem | null) =>
    read === null
      ? []
      : story.claims.flatMap((claim) => QUESTIONS.flatMap((question) => question(story, claim, read)));
  const candidates = assign([
    asked(head.read),
    ...paragraphs.map(({ read }) => asked(read).map((candidate) => withoutRetold(candidate, read))),
  ]);
  const made = candidates.filter(({ refused }) => refused === null);
  const turns = head.read ? turnMarks(story, head.read) : [];
  return {
    gate: gated.verdict,
    candidates,
    turns,
    reports: [
      ...made.map(({ claimId, aspect, key, ...seen }) => ({
        claimId,
        aspect,
        key,
        evidence: toEvidence(text.head.item, seen),
      })),
      ...turns.map(({ key: name, clause, score }): Report => {
        const value = { kind: 'turn', name } as const;
        return {
          claimId: null,
          aspect: 'turn',
          key: valueKey(value),
          evidence: toEvidence(text.head.item, { clause, value, score }),
        };
      }),
    ],
  };
}

function gatedBy(story: PreparedStory, part: ItemPart, alone = false) {
  const verdict = gate(story, part, { alone });
  return { verdict, read: verdict.passed ? gatedPart(part, verdict.score) : null };
}

/** What an article's paragraphs tell of days gone by was news then: its head has what is new. */
function withoutRetold(candidate: Candidate, read: ReadItem | null): Candidate {
  if (candidate.refused !== null || !read || !isRetold(candidate.clause, read)) return candidate;
  return { ...candidate, refused: 'it retells what was before: its dates are days old' };
}

function toEvidence(
  item: Item,
  { clause, value, score, corrects = false }: Pick<Candidate, 'clause' | 'value' | 'score' | 'corrects'>,
): Evidence {
  const { id: itemId, guid, title, link, source, origin, publishedAt, saidAt } = item;
  return {
    itemId,
    guid,
    title,
    link,
    source,
    origin,
    publishedAt,
    saidAt,
    wordedAt: saidAt,
    quote: clause.sentence.text.slice(0, MAX_QUOTE),
    value,
    likely: Math.min(0.99, score),
    reader: 'rules',
    corrects,
    heldAgainst: '',
  };
}

/** A change's identity: one story, claim, aspect and value make one record, whoever reports it. */
export function changeOf(story: string, { claimId, aspect, key }: Omit<Report, 'evidence'>): ChangeKey {
  const hash = createHash('sha256')
    .update([story, claimId ?? '', aspect, key].join('\n'))
    .digest('hex')
    .slice(0, 10);
  return { id: `${story}.${hash}`, story, claimId, aspect };
}
