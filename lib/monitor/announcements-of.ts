import { voicesOf } from '../compare/fold/voices.ts';
import { standingDecision } from '../model/decision.ts';
import type { ChangeRecord } from '../model/report.ts';
import type { Wanted } from '../model/route.ts';
import type { Story } from '../model/story.ts';
import type { Announcement, Move } from './announcement.ts';
import type { Folded } from './folded.ts';
import { movesOf, type Told } from './moves.ts';
import type { Quiet } from './quiet.ts';

interface Listener {
  readonly told: Told;
  readonly now: Date;
  readonly origins: Wanted['origins'];
  readonly quiet: Quiet;
}

/** What is to be checked is told so long after it was recorded or told by enough voices, in milliseconds: a table full of older ones floods nobody. */
const NEWS_MS = 7 * 24 * 3_600_000;

/** What a channel has still to tell of a story: a message for each change, what it makes of its claim along with it. */
export function announcementsOf(
  story: Story,
  { records, rejected, recordedAt, quietAt }: Folded,
  { told, now, origins, quiet: until }: Listener,
): Announcement[] {
  const quiet = quietAt(until);
  const moves = movesOf(story, records, told, quiet, now);
  const moveBy = new Map(
    moves.flatMap((each) => (each.because?.claimId === each.move.claim.id ? [[each.because.id, each]] : [])),
  );
  const rounds = roundsIn(told);
  const standing = new Set(records.map(({ id }) => id));
  const claims = new Map(story.baseline.claims.map((claim) => [claim.id, claim]));
  const claimOf = ({ claimId }: ChangeRecord) => (claimId === null ? null : (claims.get(claimId) ?? null));
  const carried = new Set<Move>();

  const news = records.flatMap((record): Announcement[] => {
    const round = rounds.get(record.id) ?? 0;
    const sure = idIn('change', record.id, round);
    const isSure = record.certainty === 'sure';
    const id = isSure ? sure : idIn('check', record.id, round);
    const wasQuiet = quiet.certainties.get(record.id);
    if (told.has(id) || wasQuiet === 'sure' || wasQuiet === record.certainty) return [];
    // What was told as sure, before an upgrade, is not told again as possible.
    if (!isSure && (told.has(sure) || !isToCheck(record, recordedAt, origins, now))) return [];
    const found = moveBy.get(record.id);
    if (found) carried.add(found.move);
    const move = found?.move ?? null;
    const wasToCheck = isSure && told.has(idIn('check', record.id, round));
    return [{ about: 'change', id, record, claim: claimOf(record), isAgain: round > 0, wasToCheck, move }];
  });

  const withdrawn = rejected.flatMap((record): Announcement[] => {
    const round = rounds.get(record.id) ?? 0;
    const [sure, check] = [idIn('change', record.id, round), idIn('check', record.id, round)];
    const first = told.has(sure) ? sure : check;
    if (!told.has(first) || standing.has(record.id)) return [];
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

/** How often each record was taken back: what is told of it afterwards has an id of its own. */
function roundsIn(told: Told): ReadonlyMap<string, number> {
  const rounds = new Map<string, number>();
  for (const id of told.keys()) {
    const [, record] = /^rejected\.(.*)\.\d+$/.exec(id) ?? [];
    if (record !== undefined) rounds.set(record, (rounds.get(record) ?? 0) + 1);
  }
  return rounds;
}

function idIn(about: 'change' | 'check', record: string, round: number): string {
  return round === 0 ? `${about}.${record}` : `${about}.${record}.${round}`;
}

/** Whether enough voices tell of a possible record, and that is news. */
function isToCheck(
  record: ChangeRecord,
  recorded: ReadonlyMap<string, string | undefined>,
  origins: number | null,
  now: Date,
): boolean {
  if (origins === null) return false;
  const heardAt = voiceTime(record, origins);
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
