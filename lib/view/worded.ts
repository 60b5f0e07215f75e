import type { ChangeRecord, Contested } from '../model/report.ts';
import type { FigureSlot, Story } from '../model/story.ts';
import { asItIs, valueData, type WriteDate, wordNothing, wordValue } from './values.ts';

/** A record with its values in words. */
export interface WordedRecord extends Omit<ChangeRecord, 'before' | 'value' | 'contested' | 'words'> {
  readonly before: string;
  readonly after: string;
  /** An EDTF date, a bare number or a few words. */
  readonly value: string;
  readonly contested: readonly WordedClaimant[];
}

/** One of several values, with who gives it. */
interface WordedClaimant {
  readonly value: string;
  readonly origins: readonly string[];
}

type SlotsOfStory = Pick<Story, 'slots'>;

/** A record for people. */
export function worded(record: ChangeRecord, story: SlotsOfStory): WordedRecord {
  return inWords(record, story);
}

/** A record for machines: as for people, with its dates in EDTF. */
export function recordData(record: ChangeRecord, story: SlotsOfStory): WordedRecord {
  return inWords(record, story, asItIs);
}

function inWords(record: ChangeRecord, story: SlotsOfStory, writeDate?: WriteDate): WordedRecord {
  const { value, before, contested, aspect, words, ...plain } = record;
  const slot = slotOf(record, story);
  const isContested = contested.length > 0;
  const isMeanwhile = record.evidence.length > 0 && record.evidence.every((report) => report.isMeanwhile);
  return {
    ...plain,
    aspect,
    value: valueData(value, words),
    before: before ? wordValue(before, slot, writeDate) : wordNothing(aspect),
    after: `${afterWords(value, words, slot, writeDate)}${isContested ? ' (contested)' : ''}${isMeanwhile ? ' (meanwhile)' : ''}`,
    contested: contested.map((one: Contested) => ({
      value: wordValue(one.value, slot, writeDate),
      origins: one.origins,
    })),
  };
}

function slotOf({ claimId, aspect }: ChangeRecord, { slots }: SlotsOfStory): FigureSlot | undefined {
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
