import { foldRejected } from '../../compare/fold/story.ts';
import { type ClaimStanding, type Standing, standings } from '../../compare/standing.ts';
import { type Claim, lastWatched } from '../../model/baseline.ts';
import { type Decision, standingDecision } from '../../model/decision.ts';
import type { ChangeRecord, Kind } from '../../model/report.ts';
import type { Story } from '../../model/story.ts';
import type { Ledger } from '../../monitor/ledger.ts';
import { readable } from '../readable.ts';
import { type WordedRecord, worded } from '../worded.ts';

/** A record as a page shows it. */
export interface RecordView extends WordedRecord {
  readonly isNew: boolean;
  /** What it is about, in a few words; null for a turn. */
  readonly label: string | null;
  /** The last word of an editor on it that stands; null without. */
  readonly word: Decision | null;
  /** What tells whether it is still as it was shown: who decides says what he saw. */
  readonly record: ChangeRecord;
}

/** A claim with its standing and its records, oldest first. */
export interface ClaimView extends Omit<ClaimStanding, 'records' | 'slots'> {
  /** Its place in the article, from 1. */
  readonly number: number;
  readonly label: string;
  readonly records: readonly RecordView[];
  /** The first and the last sure record; null without. */
  readonly first: RecordView | null;
  readonly last: RecordView | null;
  readonly isNew: boolean;
}

/** A story as its page and the index show it. */
export interface StoryView {
  readonly story: Story;
  readonly slug: string;
  /** The article's headline and publisher. */
  readonly title: string;
  readonly publisher: string;
  readonly claims: readonly ClaimView[];
  /** The turns that no claim foresaw. */
  readonly turns: readonly RecordView[];
  /** What waits for a yes or no, newest first. */
  readonly possible: readonly RecordView[];
  /** What was decided, the last decision first, rejected records too. */
  readonly decided: readonly RecordView[];
  readonly counts: Readonly<Record<Standing, number>>;
  /** How many claims no longer hold: overtaken or lapsed. */
  readonly broken: number;
  readonly news: readonly RecordView[];
  /** When the last record was first reported, ISO 8601; null without any. */
  readonly lastChange: string | null;
}

/** In the order of urgency. */
export const STANDINGS: readonly Standing[] = ['overtaken', 'lapsed', 'in question', 'developing', 'stands'];

/** How a kind or a standing is called as a class. */
export const classOf = (name: Standing | Kind): string => name.replace(' ', '-');

/** The label of a claim; without one its id spelt out: `storm-toll` → `Storm toll`. */
export function labelOf({ id, label }: Claim): string {
  return readable(label ?? capital(id.replaceAll('-', ' ')));
}

/** A text as it begins a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** @param isNew the ids of the records that are new to whoever looks */
export function toStoryView(
  { story, stored, changes }: Ledger,
  isNew: ReadonlySet<string>,
  now: Date,
): StoryView {
  const { baseline } = story;
  const labels = new Map(baseline.claims.map((claim) => [claim.id, labelOf(claim)]));
  const recordView = (record: ChangeRecord): RecordView => ({
    ...legible(worded(record, story)),
    isNew: isNew.has(record.id),
    label: record.claimId === null ? null : (labels.get(record.claimId) ?? record.claimId),
    word: standingDecision(record.decisions),
    record,
  });
  const views = new Map(changes.map((record) => [record.id, recordView(record)]));
  const claims = standings(story, changes, lastWatched(baseline, now)).map((each, i): ClaimView => {
    const records = each.records.flatMap(({ id }) => views.get(id) ?? []);
    const sure = records.filter(({ certainty }) => certainty === 'sure');
    return {
      claim: { ...each.claim, text: readable(each.claim.text) },
      standing: each.standing,
      due: each.due,
      number: i + 1,
      label: labelOf(each.claim),
      records,
      first: sure[0] ?? null,
      last: sure.at(-1) ?? null,
      isNew: records.some((record) => record.isNew),
    };
  });
  const all = [...views.values()];
  const count = (standing: Standing) => claims.filter((claim) => claim.standing === standing).length;
  const counts = Object.fromEntries(STANDINGS.map((each) => [each, count(each)])) as Record<Standing, number>;
  const decided = [...all, ...foldRejected(story, stored).map(recordView)].filter(
    ({ word }) => word !== null,
  );
  return {
    story,
    title: readable(baseline.article.title),
    publisher: readable(baseline.article.publisher),
    slug: baseline.story,
    claims,
    turns: all.filter(({ claimId }) => claimId === null),
    possible: all.filter(({ certainty }) => certainty === 'possible').toReversed(),
    decided: onceEach(decided.toSorted((a, b) => (b.word?.at ?? '').localeCompare(a.word?.at ?? ''))),
    counts,
    broken: counts.overtaken + counts.lapsed,
    news: all.filter((record) => record.isNew).toReversed(),
    lastChange: changes.at(-1)?.firstSeen ?? null,
  };
}

/** Of the parts into which a rejected record falls the first: they share a decision and its reports. */
function onceEach(decided: readonly RecordView[]): RecordView[] {
  const known = new Set<string>();
  return decided.filter(({ word, evidence }) => {
    const key = [word?.at, word?.by, evidence[0]?.itemId].join(' ');
    const isFirst = !known.has(key);
    known.add(key);
    return isFirst;
  });
}

/** A record whose texts, which feeds and editors wrote, read as they look. */
function legible(record: WordedRecord): WordedRecord {
  return {
    ...record,
    before: readable(record.before),
    after: readable(record.after),
    value: readable(record.value),
    claim: record.claim && readable(record.claim),
    evidence: record.evidence.map((report) => ({
      ...report,
      title: readable(report.title),
      quote: readable(report.quote),
      source: readable(report.source),
      origin: readable(report.origin),
    })),
    decisions: record.decisions.map((decision) => ({
      ...decision,
      by: decision.by && readable(decision.by),
      note: decision.note && readable(decision.note),
    })),
  };
}
