import type { Decision } from '../model/decision.ts';
import type { ChangeRecord, Contested, Kind } from '../model/report.ts';
import type { FigureSlot, Story } from '../model/story.ts';
import { asItIs, valueData, type WriteDate, wordNothing, wordValue } from './values.ts';

/** A record with its values in words. */
export interface WordedRecord
  extends Omit<ChangeRecord, 'before' | 'value' | 'contested' | 'words' | 'reported' | 'decisions'> {
  /** What the article says; null for a turn that no claim foresaw. */
  readonly claim: string | null;
  readonly before: string;
  readonly after: string;
  /** An EDTF date, a bare number or a few words. */
  readonly value: string;
  /** What its reports say where an editor put another value in its place, else null. */
  readonly reported: string | null;
  readonly contested: readonly WordedClaimant[];
  readonly decisions: readonly WordedDecision[];
}

/** An editor's word, with the value that it puts. */
export interface WordedDecision extends Omit<Decision, 'mended'> {
  readonly mended: {
    readonly value: string;
    readonly kind: Kind;
    readonly claimId: string | null;
  } | null;
}

/** One of several values, with who gives it. */
interface WordedClaimant {
  readonly value: string;
  readonly origins: readonly string[];
}

type StoryRead = Pick<Story, 'baseline' | 'slots'>;

/** A record for people. */
export function worded(record: ChangeRecord, story: StoryRead): WordedRecord {
  return inWords(record, story);
}

/** A record for machines: as for people, with its dates in EDTF. */
export function recordData(record: ChangeRecord, story: StoryRead): WordedRecord {
  return inWords(record, story, asItIs);
}

function inWords(record: ChangeRecord, story: StoryRead, writeDate?: WriteDate): WordedRecord {
  const { value, before, contested, aspect, words, reported, decisions, ...plain } = record;
  const slot = slotOf(record, story);
  const isContested = contested.length > 0;
  const isMeanwhile = record.evidence.length > 0 && record.evidence.every((report) => report.isMeanwhile);
  return {
    ...plain,
    claim: story.baseline.claims.find(({ id }) => id === record.claimId)?.text ?? null,
    aspect,
    value: valueData(value, words),
    before: before ? wordValue(before, slot, writeDate) : wordNothing(aspect),
    after: `${afterWords(value, words, slot, writeDate)}${isContested ? ' (contested)' : ''}${reported ? ' (mended)' : ''}${isMeanwhile ? ' (meanwhile)' : ''}`,
    reported: reported && afterWords(reported.value, reported.words, slot, writeDate),
    contested: contested.map((one: Contested) => ({
      value: wordValue(one.value, slot, writeDate),
      origins: one.origins,
    })),
    decisions: decisions.map((decision) => wordedDecision(decision, story, writeDate)),
  };
}

/** An editor's word for people. */
export function wordedDecision(decision: Decision, story: StoryRead, writeDate?: WriteDate): WordedDecision {
  const { mended } = decision;
  if (!mended) return { ...decision, mended };
  const { claimId, kind, value, words } = mended;
  return {
    ...decision,
    mended: { claimId, kind, value: afterWords(value, words, slotOf(mended, story), writeDate) },
  };
}

function slotOf(
  { claimId, aspect }: Pick<ChangeRecord, 'claimId' | 'aspect'>,
  { slots }: Pick<StoryRead, 'slots'>,
): FigureSlot | undefined {
  if (claimId === null || !aspect.startsWith('figure:')) return undefined;
  const id = aspect.slice('figure:'.length);
  return slots[claimId]?.figures.find((slot) => slot.id === id) ?? { ...NO_SLOT, id, noun: id };
}

/** Of a figure that the claim no longer gives: worded by its role. */
const NO_SLOT = { amount: 0, bound: 'exactly', unit: null, grows: false } as const;

/** What stands now. A stance is told by the reports' own words alone, where they have any: its kind stands beside it. */
function afterWords(
  value: ChangeRecord['value'],
  words: string | null,
  slot: FigureSlot | undefined,
  writeDate?: WriteDate,
): string {
  if (words === null) return wordValue(value, slot, writeDate);
  return value.kind === 'stance' || value.kind === 'arranged'
    ? words
    : `${wordValue(value, slot, writeDate)}: ${words}`;
}
