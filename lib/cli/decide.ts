import { userInfo } from 'node:os';
import { mend } from '../compare/value/mend.ts';
import { type Decision, lastWords, type Mended } from '../model/decision.ts';
import { InputError } from '../model/input-error.ts';
import { EDITOR_LENGTH } from '../model/limits.ts';
import { KINDS, type Kind, type StoredChange } from '../model/report.ts';
import type { Records } from '../monitor/ports.ts';
import { shortId } from '../view/changes.ts';
import type { NamedRecord } from './record-named.ts';
import type { Settings } from './settings-file.ts';

/** What an editor says of a record, or of one of its reports. */
export interface Word extends Pick<Decision, 'verdict' | 'by' | 'note'> {
  readonly at: Date;
  /** Of one report only, by its guid, link or id; null for all that the record has now. */
  readonly report: string | null;
  readonly mended: Mended | null;
}

/** What came of it: so many reports have it now, or somebody else decided since the record was read. */
export type Outcome =
  | { readonly outcome: 'kept'; readonly reports: number }
  | { readonly outcome: 'overtaken' };

/**
 * Keeps an editor's word on a record as it was read.
 * @throws InputError where it is on nothing
 */
export async function decide(
  records: Records,
  { story, record, stored }: Pick<NamedRecord, 'story' | 'record' | 'stored'>,
  { verdict, by, note, at, report, mended }: Word,
): Promise<Outcome> {
  const item = report === null ? null : itemOf(record, report);
  // A row of an older version is brought up before anything is written.
  if (story.isOlder) await records.saveStory(story);
  const shown = new Set(record.evidence.map(({ itemId }) => itemId));
  const on = record.changes.flatMap((id) => {
    const change = stored.find((each) => each.id === id);
    const own = change?.evidence.flatMap(({ itemId }) => (shown.has(itemId) ? [itemId] : [])) ?? [];
    const named = item === null ? own : own.filter((each) => each === item);
    const items = change && verdict === 'undone' ? undoable(change, named) : named;
    return change && items.length > 0 ? [{ change, items }] : [];
  });
  if (on.length === 0)
    throw new InputError(
      `${shortId(record.id)} has no decision${item === null ? '' : ` on the report "${report}"`} that could be undone`,
    );
  for (const { change, items } of on) {
    const decision = { verdict, items, by, at: at.toISOString(), note, mended };
    const answer = await records.decide(story.baseline.story, change.id, decision, change.decisions.length);
    if (answer === 'full')
      throw new InputError(
        `${shortId(record.id)} has ${change.decisions.length} decisions, as many as a record can hold: the last one stands`,
      );
    if (answer !== 'kept') return { outcome: 'overtaken' };
  }
  return { outcome: 'kept', reports: new Set(on.flatMap(({ items }) => items)).size };
}

/** The reports that the last standing decision on any of these is on. */
function undoable({ decisions }: StoredChange, named: readonly string[]): string[] {
  const words = lastWords(decisions);
  const last = decisions.findLast((decision) => named.some((item) => words.get(item) === decision));
  return named.filter((item) => last !== undefined && words.get(item) === last);
}

function itemOf({ id, evidence }: NamedRecord['record'], name: string): string {
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
  { story, record }: Pick<NamedRecord, 'story' | 'record'>,
  wanted: MendWanted,
): Mended | null {
  const { value: text, kind, claim } = wanted;
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
  if ('fault' in mended) throw new InputError(`${shortId(record.id)} cannot be mended so: ${mended.fault}`);
  return mended;
}

/** Who decides: by the option, else by the setting, else the system's user. */
export function editorOf(option: string | undefined, { editor }: Pick<Settings, 'editor'>): string {
  return option ?? editor ?? systemUser();
}

function systemUser(): string {
  try {
    return userInfo().username.slice(0, EDITOR_LENGTH);
  } catch {
    // A container may run as a user that its system does not know.
    return 'somebody';
  }
}
