import { type Decision, together } from '../../model/decision.ts';
import type { ChangeKey, Evidence } from '../../model/report.ts';
import { bySigns } from '../../text/order.ts';
import { isSure, isVoice, likelihoodOf, POSSIBLE } from './likelihood.ts';
import { spellsOf } from './spells.ts';
import type { Edit, Part, Told } from './told.ts';

/** The reports of a change that count together: a spell in which it was news. */
export interface Heard extends ChangeKey {
  readonly evidence: readonly Evidence[];
  readonly likelihood: number;
  readonly sure: boolean;
  /** So many other reports of the value an editor rejected. */
  readonly rejected: number;
  /** The ids of the changes whose reports these are, and of the parts (told.ts) that were heard as one. */
  readonly changes: readonly string[];
  readonly parts: readonly string[];
  readonly decisions: readonly Decision[];
  /** What an editor last put in place of what one of its reports says; null where nothing. */
  readonly edit: Edit | null;
}

/** When the world learned of it: by its first report that is worth recording. */
export function firstSeen({ evidence }: Pick<Heard, 'evidence'>): string {
  return (evidence.find(isVoice) ?? evidence[0])?.saidAt ?? '';
}

export function isRecordable({ sure, likelihood }: Heard): boolean {
  return sure || likelihood >= POSSIBLE;
}

export function byFirstSeen(a: Heard, b: Heard): number {
  return bySigns(firstSeen(a), firstSeen(b)) || bySigns(a.id, b.id);
}

export function bySaidAt(a: Evidence, b: Evidence): number {
  return bySigns(a.saidAt, b.saidAt) || bySigns(a.itemId, b.itemId);
}

/**
 * The spells of a change, each as long as it stays news, without the reports that an editor rejected. A false early report
 * hides nothing: three outlets that report it a fortnight later make a spell of their own.
 * @param hearsRejected as if nothing were rejected
 */
export function hear({ told, decisions, ...key }: Part, hearsRejected = false): Heard[] {
  const left = told.filter(({ word }) => hearsRejected || word !== 'rejected');
  const { id, story, claimId, aspect } = key;
  const of = new Map(oneVoiceEach(left).map((one) => [one.evidence, one]));
  const evidence = [...of.keys()].toSorted(bySaidAt);
  return spellsOf(evidence, newsHours(key, evidence)).map((spell): Heard => {
    const own = spell.flatMap((one) => of.get(one) ?? []);
    const edits = own.flatMap(({ edit }) => edit ?? []).toSorted((a, b) => bySigns(a.at, b.at));
    return {
      id,
      story,
      claimId,
      aspect,
      evidence: spell,
      likelihood: likelihoodOf(spell),
      sure: own.some(({ evidence: report, word }) => isSure(report) || word === 'accepted'),
      rejected: told.length - left.length,
      changes: [...new Set(own.map(({ change }) => change))],
      parts: [id],
      decisions: together(decisions),
      edit: edits.at(-1) ?? null,
    };
  });
}

/** An item that says so by itself and as an editor mended it has one voice. */
function oneVoiceEach(told: readonly Told[]): readonly Told[] {
  if (told.length < 2) return told;
  const byItem = new Map<string, Told>();
  for (const one of told) byItem.set(one.evidence.itemId, byItem.get(one.evidence.itemId) ?? one);
  return [...byItem.values()];
}

/**
 * For how long after its first report a change is still reported as news, in hours; what repeats it later tells
 * what is known. Nine in ten reports of the labelled streams come within 38 hours, of figures within 530.
 */
function newsHours({ aspect }: ChangeKey, evidence: readonly Evidence[]): number {
  if (aspect === 'turn') return Number.POSITIVE_INFINITY;
  const value = evidence[0]?.value;
  // What is put off, or said to stand, may be so again.
  if (value?.kind === 'state' && (value.state === 'postponed' || value.state === 'going-ahead'))
    return Number.POSITIVE_INFINITY;
  if (aspect === 'response') return 36;
  return aspect.startsWith('figure:') ? 28 * 24 : 96;
}
