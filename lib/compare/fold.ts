import type { ChangeRecord, Evidence, Kind, StoredChange } from '../model/report.ts';
import { bounds, daysBetween, narrows } from '../text/edtf.ts';
import { termKey } from '../text/tokens.ts';
import type { PreparedClaim, PreparedStory } from './claims.ts';
import { foldTurns } from './fold-turns.ts';
import { POSSIBLE, SURE } from './weigh.ts';

/**
 * What a story's stored changes mean together, in the order in which the world learned of them. Kind, before
 * and after follow from the publication times alone, so that the order of reading does not matter.
 * @param asOf leaves out what was published later
 */
export function foldStory(
  story: PreparedStory,
  stored: readonly StoredChange[],
  asOf: Date | null = null,
): ChangeRecord[] {
  const byClaim = new Map<string | null, StoredChange[]>();
  const until = asOf?.toISOString() ?? null;
  for (const change of stored) {
    const evidence = change.evidence.filter(({ publishedAt }) => until === null || publishedAt <= until);
    if (evidence.length > 0)
      byClaim.set(change.claimId, [...(byClaim.get(change.claimId) ?? []), sorted({ ...change, evidence })]);
  }
  const records = story.claims.flatMap((claim) => foldClaim(claim, byClaim.get(claim.claim.id) ?? []));
  const foreseen = new Set(records.flatMap(({ evidence }) => evidence.map(({ itemId }) => itemId)));
  return [...records, ...turns(byClaim.get(null) ?? [], foreseen)].toSorted(byFirstSeen);
}

function byFirstSeen(a: { firstSeen: string; id: string }, b: { firstSeen: string; id: string }): number {
  return a.firstSeen.localeCompare(b.firstSeen) || a.id.localeCompare(b.id);
}

function sorted(change: StoredChange): StoredChange {
  return {
    ...change,
    evidence: change.evidence.toSorted(
      (a, b) => a.publishedAt.localeCompare(b.publishedAt) || a.itemId.localeCompare(b.itemId),
    ),
  };
}

function firstSeen({ evidence }: StoredChange): string {
  return evidence[0]?.publishedAt ?? '';
}

/** What is known of a claim while its ledger is read. */
interface Known {
  date: string | null;
  dateId: string | null;
  closedAt: string | null;
  state: string;
  stateId: string | null;
  figures: Map<string, { value: number; id: string | null }>;
  stance: string;
  stanceId: string | null;
}

function foldClaim(claim: PreparedClaim, changes: readonly StoredChange[]): ChangeRecord[] {
  const known: Known = {
    date: claim.date,
    dateId: null,
    closedAt: null,
    state: claim.stage === 'running' ? 'under way' : 'planned',
    stateId: null,
    figures: new Map(claim.figures.map((figure) => [figure.counts, { value: figure.value, id: null }])),
    stance: 'as reported',
    stanceId: null,
  };
  const inOrder = changes.toSorted(
    (a, b) => firstSeen(a).localeCompare(firstSeen(b)) || a.id.localeCompare(b.id),
  );
  return inOrder.flatMap((change) =>
    isHeard(known, change) ? (foldChange(claim, known, change) ?? []) : [],
  );
}

/** Likely enough to be recorded, or accepted; what an editor rejected stays away. */
function isHeard(known: Known, { value, decision, evidence }: StoredChange): boolean {
  if (decision !== undefined) return decision === 'accepted';
  return confidenceOf(evidence) >= POSSIBLE || (value === 'held' && isDue(known, evidence));
}

/** In how many days after its day a thing is reported as held. */
const DUE_DAYS = 2;

/** `They met`, on the day to which a record has moved the meeting or soon after: less needs to speak for it. */
function isDue({ date, dateId }: Known, evidence: readonly Evidence[]): boolean {
  if (date === null || dateId === null) return false;
  const late = daysBetween(bounds(date)[1], (evidence[0]?.publishedAt ?? '').slice(0, 10));
  return bounds(date)[0] === bounds(date)[1] && late >= 0 && late <= DUE_DAYS;
}

/** How sure the reports of one change make it, together, in hundredths. */
function confidenceOf(evidence: readonly Evidence[]): number {
  return (
    Math.round(100 * (1 - evidence.reduce((doubt, { confidence }) => doubt * (1 - confidence), 1))) / 100
  );
}

function foldChange(claim: PreparedClaim, known: Known, stored: StoredChange): ChangeRecord | null {
  const change = { ...stored, evidence: within(newsHours(stored), stored.evidence) };
  const { aspect, value, id } = change;
  switch (aspect) {
    case 'date':
      return foldDate(known, change);
    case 'state':
      return foldState(claim, known, change);
    case 'stance': {
      const kind = value === 'denied' ? 'denied' : 'confirmed';
      const record = toRecord(change, {
        kind,
        value,
        before: known.stance,
        after: value,
        supersedes: known.stanceId,
      });
      known.stance = value;
      known.stanceId = id;
      return record;
    }
    case 'response':
      return toRecord(change, {
        kind: 'responded',
        value: firstSeen(change).slice(0, 10),
        before: 'no comment',
        after: `spoke on ${firstSeen(change).slice(0, 10)}`,
        supersedes: null,
      });
    case 'turn':
      return null;
    default:
      return foldFigure(claim, known, change);
  }
}

/**
 * For how long after its first report a change is still reported as news, in hours; what repeats it later tells
 * what is known. Nine in ten reports of the labelled streams come within 38 hours, of figures within 530.
 */
function newsHours({ aspect, value }: StoredChange): number {
  // What is put off, or said to stand, may be so again.
  if (value === 'postponed' || value === 'going-ahead') return Number.POSITIVE_INFINITY;
  if (aspect === 'response') return 36;
  return aspect.startsWith('figure:') ? 28 * 24 : 96;
}

/** The evidence within so many hours of the first that counts. */
function within(hours: number, evidence: readonly Evidence[]): Evidence[] {
  // A weak early report, a rumour or a misreading, does not start the clock.
  const start = evidence.find(({ confidence }) => confidence >= POSSIBLE) ?? evidence[0];
  const first = Date.parse(start?.publishedAt ?? '');
  return evidence.filter(({ publishedAt }) => Math.abs(Date.parse(publishedAt) - first) <= hours * 3_600_000);
}

function foldDate(known: Known, change: StoredChange): ChangeRecord | null {
  const { value, id } = change;
  // A held event is closed: a later date is another event's.
  if (known.closedAt !== null && firstSeen(change) >= known.closedAt) return null;
  if (known.date !== null && (value === known.date || narrows(known.date, value))) return null;
  const kind: Kind = known.date === null || narrows(value, known.date) ? 'scheduled' : 'rescheduled';
  const record = toRecord(change, {
    kind,
    value,
    before: known.date ?? 'no date',
    after: value,
    supersedes: known.dateId,
  });
  known.date = value;
  known.dateId = id;
  // Whatever was called off or put off is on again.
  if (known.state !== 'under way') known.state = 'planned';
  return record;
}

const STATE_KINDS = new Map<string, Kind>([
  ['held', 'occurred'],
  ['called-off', 'cancelled'],
  ['postponed', 'rescheduled'],
  ['going-ahead', 'confirmed'],
]);

/** What closes a claim must be this likely: a misread report must not hide what comes after it. */
const CLOSES = 0.6;

function foldState(claim: PreparedClaim, known: Known, change: StoredChange): ChangeRecord | null {
  if (known.closedAt !== null && firstSeen(change) > known.closedAt) return null;
  const kind = STATE_KINDS.get(change.value) ?? 'confirmed';
  const isAhead = known.state === 'planned' || known.state.startsWith('going ahead');
  const before = isAhead && known.date ? `planned for ${known.date}` : known.state;
  const day = asPlanned(known.date, heldOn(change.evidence), firstSeen(change));
  const words: Record<string, string> = {
    held: `${claim.stage === 'running' ? 'over' : 'took place'}${day ? ` on ${day}` : ''}`,
    'called-off': 'called off',
    postponed: 'postponed, no new date',
    'going-ahead': known.date ? `going ahead on ${known.date}` : 'going ahead as planned',
  };
  const after = words[change.value] ?? change.value;
  const value =
    change.value === 'held'
      ? (day ?? firstSeen(change).slice(0, 10))
      : change.value === 'going-ahead'
        ? (known.date ?? 'as planned')
        : after;
  const record = toRecord(change, { kind, value, before, after, supersedes: known.stateId ?? known.dateId });
  if (change.value === 'held' && confidenceOf(change.evidence) >= CLOSES) known.closedAt = firstSeen(change);
  known.state = after;
  known.stateId = change.id;
  return record;
}

/** The day that most of the evidence gives, the most precise first. */
function heldOn(evidence: readonly Evidence[]): string | null {
  const votes = new Map<string, number>();
  for (const { when } of evidence)
    if (when) votes.set(when, (votes.get(when) ?? 0) + (bounds(when)[0] === bounds(when)[1] ? 1 : 0.4));
  return [...votes].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0]?.[0] ?? null;
}

/** `held this week`, or without a word of when, soon after the day it was set for: it was that day. */
function asPlanned(planned: string | null, held: string | null, seen: string): string | null {
  if (planned === null || bounds(planned)[0] !== bounds(planned)[1]) return held;
  if (held !== null) return narrows(planned, held) ? planned : held;
  const days = daysBetween(planned, seen.slice(0, 10));
  return days >= 0 && days <= 1 ? planned : null;
}

function foldFigure(claim: PreparedClaim, known: Known, change: StoredChange): ChangeRecord | null {
  const role = change.aspect.slice('figure:'.length);
  const before = known.figures.get(role);
  const adds = change.value.startsWith('+');
  const total = adds ? (before?.value ?? 0) + Number(change.value) : Number(change.value);
  if (before?.value === total) return null;
  known.figures.set(role, { value: total, id: change.id });
  const words = (value: number | undefined) =>
    value === undefined ? 'no figure' : worded(claim, role, value);
  return toRecord(change, {
    kind: 'revised',
    value: String(total),
    before: words(before?.value),
    after: `${words(total)}${adds ? ` (${change.value})` : ''}`,
    supersedes: before?.id ?? null,
  });
}

const NUMBERS = new Intl.NumberFormat('en-GB', { notation: 'standard', maximumFractionDigits: 2 });

/** A figure in the claim's own unit and noun: `$133.5 billion`, `28 points`, `7 dead`. */
function worded(claim: PreparedClaim, role: string, value: number): string {
  const figure = claim.figures.find(({ counts }) => counts === role);
  if (figure?.unit === 'percent') return `${NUMBERS.format(value)} percent`;
  if (figure?.unit)
    return /\p{L}$/u.test(figure.unit)
      ? `${NUMBERS.format(value)} ${figure.unit}`
      : `${figure.unit}${NUMBERS.format(value)}`;
  const after = figure ? claim.claim.text.slice(figure.span.end) : '';
  const noun = Array.from(after.matchAll(/\p{L}+/gu), ([word]) => word.toLowerCase())
    .slice(0, 3)
    .find((word) => termKey(word) === role);
  return `${NUMBERS.format(value)} ${noun ?? role}`;
}

function turns(changes: readonly StoredChange[], foreseen: ReadonlySet<string>): ChangeRecord[] {
  return foldTurns(
    changes.filter(({ decision }) => decision !== 'rejected'),
    foreseen,
    (turn, name) =>
      toRecord(
        { ...turn, claimId: null, aspect: 'turn' },
        { kind: 'new', value: name, before: 'not foreseen by any claim', after: name, supersedes: null },
      ),
  );
}

function toRecord(
  change: StoredChange,
  meaning: Pick<ChangeRecord, 'kind' | 'value' | 'before' | 'after' | 'supersedes'>,
): ChangeRecord {
  const { id, story, claimId, aspect, evidence, decision } = change;
  const confidence = confidenceOf(evidence);
  return {
    id,
    story,
    claimId,
    aspect,
    ...meaning,
    firstSeen: firstSeen(change),
    lastSeen: evidence.at(-1)?.publishedAt ?? '',
    confidence,
    certainty: decision === 'accepted' || confidence >= SURE ? 'sure' : 'possible',
    evidence,
  };
}
