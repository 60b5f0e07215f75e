import { foldRejected, foldStory } from '../compare/fold/story.ts';
import { voicesOf } from '../compare/fold/voices.ts';
import { type Standing, standings } from '../compare/standing.ts';
import { type Claim, lastWatched } from '../model/baseline.ts';
import { standingDecision } from '../model/decision.ts';
import type { ChangeRecord, StoredChange } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { Announcement, Move } from './announcement.ts';
import { digest } from './story.ts';

/** What one channel told of a story, each id with the time at which it did; null where that is not known. */
export type Told = ReadonlyMap<string, string | null>;

interface Telling {
  readonly told: Told;
  readonly now: Date;
  /** What is possible is told as well, to be checked, where so many origins report it; null where only what is sure is told. */
  readonly toCheck: number | null;
  /** What was said until then is told to nobody, ISO 8601; null where all is told. */
  readonly quietSince: string | null;
}

/** What is to be checked is told so long after it was recorded or told by enough voices, in milliseconds: a table full of older ones floods nobody. */
const NEWS_MS = 7 * 24 * 3_600_000;

/** What a channel has still to tell of a story: a message for each change, what it makes of its claim along with it. */
export function announcementsOf(
  story: Story,
  changes: readonly StoredChange[],
  { told, now, toCheck, quietSince }: Telling,
): Announcement[] {
  const records = foldStory(story, changes, now);
  const quiet = quietSince === null ? NOBODY : quietUntil(story, changes, quietSince);
  const moves = movesOf(story, records, told, quiet, now);
  const claims = new Map(story.baseline.claims.map((claim) => [claim.id, claim]));
  const claimOf = ({ claimId }: ChangeRecord) => (claimId === null ? null : (claims.get(claimId) ?? null));
  const recorded = new Map(changes.map(({ id, recordedAt }) => [id, recordedAt]));
  const carried = new Set<Move>();

  const news = records.flatMap((record): Announcement[] => {
    const round = roundOf(record.id, told);
    const sure = idIn('change', record.id, round);
    const isSure = record.certainty === 'sure';
    const id = isSure ? sure : idIn('check', record.id, round);
    const wasQuiet = quiet.certainties.get(record.id);
    if (told.has(id) || wasQuiet === 'sure' || wasQuiet === record.certainty) return [];
    // What was told as sure, before an upgrade, is not told again as possible.
    if (!isSure && (told.has(sure) || !isToCheck(record, recorded, toCheck, now))) return [];
    const found = moves.find(
      ({ move, because }) => because?.id === record.id && move.claim.id === record.claimId,
    );
    if (found) carried.add(found.move);
    const move = found?.move ?? null;
    const wasToCheck = isSure && told.has(idIn('check', record.id, round));
    return [{ about: 'change', id, record, claim: claimOf(record), isAgain: round > 0, wasToCheck, move }];
  });

  const withdrawn = foldRejected(story, changes).flatMap((record): Announcement[] => {
    const round = roundOf(record.id, told);
    const [sure, check] = [idIn('change', record.id, round), idIn('check', record.id, round)];
    const first = told.has(sure) ? sure : check;
    if (!told.has(first) || records.some(({ id }) => id === record.id)) return [];
    const claim = claimOf(record);
    const found = moves.find(({ move }) => move.claim.id === record.claimId && !carried.has(move));
    if (found) carried.add(found.move);
    return [
      {
        about: 'withdrawal',
        id: `rejected.${record.id}.${round + 1}`,
        record,
        claim,
        told: { as: first === sure ? 'sure' : 'possible', at: told.get(first) ?? null },
        by: standingDecision(record.decisions, ({ verdict }) => verdict === 'rejected'),
        move: found?.move ?? null,
      },
    ];
  });

  const others = moves
    .filter(({ move }) => !carried.has(move))
    .map(
      ({ move, because, cause }): Announcement => ({ about: 'standing', id: move.id, move, because, cause }),
    );
  return [...news, ...withdrawn, ...others];
}

/** So often a record was taken back: what is told of it afterwards has an id of its own. */
function roundOf(record: string, told: Told): number {
  return [...told.keys()].filter((id) => id.startsWith(`rejected.${record}.`)).length;
}

function idIn(about: 'change' | 'check', record: string, round: number): string {
  return round === 0 ? `${about}.${record}` : `${about}.${record}.${round}`;
}

/** Whether enough voices tell of a possible record, and that is news. */
function isToCheck(
  record: ChangeRecord,
  recorded: ReadonlyMap<string, string | undefined>,
  toCheck: number | null,
  now: Date,
): boolean {
  if (toCheck === null) return false;
  const heardAt = voiceTime(record, toCheck);
  const times = [heardAt, ...record.changes.map((change) => recorded.get(change) ?? null)];
  const isNews = times.some((time) => time !== null && now.getTime() - Date.parse(time) <= NEWS_MS);
  return heardAt !== null && isNews;
}

/** When the nth voice told of a record; null where there are fewer. */
function voiceTime({ evidence }: ChangeRecord, nth: number): string | null {
  const first = new Map<string, string>();
  for (const [{ saidAt }, voice] of voicesOf(evidence)) {
    const known = first.get(voice);
    if (known === undefined || saidAt < known) first.set(voice, saidAt);
  }
  return [...first.values()].toSorted()[nth - 1] ?? null;
}

interface Quiet {
  readonly certainties: ReadonlyMap<string, ChangeRecord['certainty']>;
  readonly standings: ReadonlyMap<string, Standing>;
}
const NOBODY: Quiet = { certainties: new Map(), standings: new Map() };

/** How records and claims stood by what was said until a time: that is told to nobody. */
function quietUntil(story: Story, changes: readonly StoredChange[], since: string): Quiet {
  const at = new Date(since);
  const records = foldStory(story, changes, at);
  return {
    certainties: new Map(records.map(({ id, certainty }) => [id, certainty])),
    standings: new Map(
      standings(story, records, lastWatched(story.baseline, at)).map(({ claim, standing }) => [
        claim.id,
        standing === 'in question' ? 'stands' : standing,
      ]),
    ),
  };
}

interface Moved {
  readonly move: Move;
  readonly because: ChangeRecord | null;
  readonly cause: 'time' | 'edited' | 'read anew';
}

/** The claims that stand otherwise than was told, each with the record by which they do. */
function movesOf(
  story: Story,
  records: readonly ChangeRecord[],
  told: Told,
  quiet: Quiet,
  now: Date,
): Moved[] {
  return standings(story, records, lastWatched(story.baseline, now)).flatMap(
    ({ claim, standing, records: own }): Moved[] => {
      const last = lastTold(claim, told, quiet);
      // What is only possible is told to nobody.
      if (standing === 'in question' || last.standing === standing) return [];
      const id = `standing.${claim.id}.${last.count + 1}.${standing}.${textOf(claim)}`;
      const move = { id, claim, before: last.standing, after: standing };
      if (standing === 'lapsed') return [{ move, because: null, cause: 'time' }];
      const because = own.findLast(({ certainty }) => certainty === 'sure') ?? null;
      return [{ move, because, cause: last.isEdited ? 'edited' : 'read anew' }];
    },
  );
}

/** Where a claim stood by the last word on it: `standing.CLAIM.COUNT.STANDING.TEXT`; version 0.1.0 noted no text. */
function lastTold(claim: Claim, told: Told, { standings: quiet }: Quiet) {
  const words = [...told.keys()].flatMap((id) => {
    const [about, own, count, standing, text] = id.split('.');
    return about === 'standing' && own === claim.id
      ? [{ count: Number(count), standing: standing as Standing, text }]
      : [];
  });
  const last = words.toSorted((a, b) => a.count - b.count).at(-1);
  if (!last) return { count: 0, standing: quiet.get(claim.id) ?? 'stands', isEdited: false };
  return { ...last, isEdited: last.text !== undefined && last.text !== textOf(claim) };
}

function textOf({ text }: Claim): string {
  return digest(text);
}
