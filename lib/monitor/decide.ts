import { mend } from '../compare/value/mend.ts';
import { type Decision, lastWords, type Mended, standingDecision, together } from '../model/decision.ts';
import { InputError } from '../model/input-error.ts';
import { WORDS_LENGTH } from '../model/limits.ts';
import {
  type ChangeRecord,
  type Evidence,
  KINDS,
  type Kind,
  type StoredChange,
  shortId,
} from '../model/report.ts';
import type { Ledger } from './ledger.ts';
import type { Changes, Stories } from './ports.ts';

/** A record with its story, as both were read. */
export interface DecidedOn extends Pick<Ledger, 'story' | 'stored'> {
  readonly record: ChangeRecord;
}

/** What an editor says of a record, or of one of its reports. */
export interface Word extends Pick<Decision, 'verdict' | 'by' | 'note'> {
  readonly at: Date;
  /** Of one report only, by its guid, link or id; null for all that the record has now. */
  readonly report: string | null;
  readonly mended: Mended | null;
}

/** What came of it: it is kept, on these reports, or somebody else decided since the record was read. */
export type Outcome =
  | { readonly outcome: 'kept'; readonly decision: Decision }
  | { readonly outcome: 'overtaken' };

/**
 * Keeps an editor's word on a record as it was read. A yes to a mended record is a yes to the editor's value.
 * @throws InputError where it is on nothing
 */
export async function decide(
  records: Pick<Stories & Changes, 'saveStory' | 'changes' | 'decide'>,
  { story, record, stored }: DecidedOn,
  { verdict, by, note, at, report, mended }: Word,
): Promise<Outcome> {
  // A row of an older version is brought up before anything is written.
  if (story.isOlder) await records.saveStory(story);
  const changes = stored.filter(({ id }) => record.changes.includes(id));
  // A turn goes by several marks, each with reports of its own; what is undone may be a no to a report that is shown no more.
  const isOfAll = record.aspect === 'turn' || verdict === 'undone';
  const shown = isOfAll ? changes.flatMap(({ evidence }) => evidence) : record.evidence;
  const named = report === null ? shown.map(({ itemId }) => itemId) : [itemOf(record.id, shown, report)];
  const on = verdict === 'undone' ? lastDecided(changes, named) : kept(changes, named);
  if (on.length === 0)
    throw new InputError(
      `${shortId(record.id)} has no decision${report === null ? '' : ` on the report "${report}"`} that could be undone`,
    );
  const word: Decision = {
    verdict,
    items: [...new Set(on.flatMap(({ items }) => items))],
    by,
    at: at.toISOString(),
    note,
    mended: mended ?? (verdict === 'accepted' ? standingMend(record) : null),
  };
  // What another editor decided since is seen before the first is written.
  const now = new Map(
    (await records.changes({ ...story, isOlder: false })).map((change) => [change.id, change]),
  );
  if (on.some(({ change }) => now.get(change.id)?.decisions.length !== change.decisions.length))
    return { outcome: 'overtaken' };
  for (const { change, items } of on) {
    const { decisions } = change;
    const answer = await records.decide(
      story.baseline.story,
      change.id,
      { ...word, items },
      decisions.length,
    );
    if (answer === 'full')
      throw new InputError(
        `${shortId(record.id)} has ${decisions.length} decisions, as many as a record can hold: the last one stands`,
      );
    if (answer !== 'kept') return { outcome: 'overtaken' };
  }
  return { outcome: 'kept', decision: word };
}

interface Decidable {
  readonly change: StoredChange;
  readonly items: readonly string[];
}

/** The changes that have any of these reports, each with its own. */
function kept(changes: readonly StoredChange[], named: readonly string[]): Decidable[] {
  const all = changes.map((change) => ({
    change,
    items: change.evidence.flatMap(({ itemId }) => (named.includes(itemId) ? [itemId] : [])),
  }));
  return all.filter(({ items }) => items.length > 0);
}

/** The same, of the reports that the last standing decision is on. */
function lastDecided(changes: readonly StoredChange[], named: readonly string[]): Decidable[] {
  const all = kept(changes, named).map((each) => ({ ...each, words: lastWords(each.change.decisions) }));
  const standing = all.flatMap(({ items, words }) => items.flatMap((item) => words.get(item) ?? []));
  const last = together(standing).at(-1);
  if (!last) return [];
  const isLast = (word: Decision | undefined) => word?.at === last.at && word.by === last.by;
  return all
    .map(({ change, items, words }) => ({ change, items: items.filter((item) => isLast(words.get(item))) }))
    .filter(({ items }) => items.length > 0);
}

/** What an editor put in place of what a record's reports say; null where nothing. */
function standingMend({ reported, decisions }: ChangeRecord): Mended | null {
  if (reported === null) return null;
  return standingDecision(decisions, ({ mended }) => mended !== null)?.mended ?? null;
}

function itemOf(id: string, evidence: readonly Evidence[], name: string): string {
  const found = evidence.find(({ guid, link, itemId }) => [guid, link, itemId].includes(name));
  if (found) return found.itemId;
  throw new InputError(
    `${shortId(id)} has no report "${name}", expected the item or link of one: ${evidence
      .slice(0, 3)
      .map(({ guid }) => guid)
      .join(', ')}`,
  );
}

/** What an editor would have a record say instead, as it was typed. */
export interface MendWanted {
  readonly value?: string | undefined;
  readonly kind?: Kind | undefined;
  readonly claim?: string | undefined;
}

/** What an editor puts in place of a record's value, kind or claim; null where nothing. @throws InputError for what can't be */
export function mendedBy(
  { story, record }: Pick<DecidedOn, 'story' | 'record'>,
  wanted: MendWanted,
): Mended | null {
  const { value: text, kind, claim } = wanted;
  if ((text?.length ?? 0) > WORDS_LENGTH)
    throw new InputError(`The value has ${text?.length} characters, expected up to ${WORDS_LENGTH}`);
  if (text === undefined && kind === undefined && claim === undefined) return null;
  const { claims, story: slug } = story.baseline;
  if (claim !== undefined && !claims.some(({ id }) => id === claim))
    throw new InputError(
      `The story "${slug}" has no claim "${claim}", expected one of ${claims.map(({ id }) => id).join(', ')}`,
    );
  const claimId = kind === 'new' ? null : (claim ?? record.claimId);
  if (claimId !== null && kind === undefined && record.kind === 'new')
    throw new InputError(
      `${shortId(record.id)} is a turn: on the claim "${claimId}" it needs --kind, one of ${KINDS.filter((each) => each !== 'new').join(', ')}`,
    );
  const mended = mend(record, {
    kind: kind ?? record.kind,
    claimId,
    text: text ?? null,
    slots: claimId === null ? null : (story.slots[claimId] ?? null),
    saidOn: record.lastSeen.slice(0, 10),
  });
  if ('fault' in mended) throw new InputError(`${shortId(record.id)} can’t be changed so: ${mended.fault}`);
  return mended;
}
