import { type Decision, lastWords } from '../../model/decision.ts';
import type { ChangeKey, Evidence } from '../../model/report.ts';
import { isSure, isVoice, likelihoodOf, POSSIBLE } from './likelihood.ts';
import type { Edit, Part } from './mended.ts';
import { spellsOf } from './spells.ts';

/** The reports of a change that count together: a spell in which it was news. */
export interface Heard extends ChangeKey {
  readonly evidence: readonly Evidence[];
  readonly likelihood: number;
  readonly sure: boolean;
  /** So many other reports of the value an editor rejected. */
  readonly rejected: number;
  /** The ids of the changes that were heard as one. */
  readonly changes: readonly string[];
  readonly decisions: readonly Decision[];
  /** What an editor put in place of what its reports say; null where nothing. */
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
  return firstSeen(a).localeCompare(firstSeen(b)) || a.id.localeCompare(b.id);
}

export function bySaidAt(a: Evidence, b: Evidence): number {
  return a.saidAt.localeCompare(b.saidAt) || a.itemId.localeCompare(b.itemId);
}

/**
 * The spells of a change, each as long as it stays news, without the reports that an editor rejected. A false early report
 * hides nothing: three outlets that report it a fortnight later make a spell of their own. What an editor mended is one spell.
 * @param hearsRejected as if nothing were rejected
 */
export function hear(
  { evidence, decisions, edit, changes, id, story, claimId, aspect }: Part,
  hearsRejected = false,
): Heard[] {
  const words = lastWords(decisions);
  const left = evidence.filter(({ itemId }) => hearsRejected || words.get(itemId)?.verdict !== 'rejected');
  const key = { id, story, claimId, aspect };
  return spellsOf(left.toSorted(bySaidAt), edit ? Number.POSITIVE_INFINITY : newsHours(key, left)).map(
    (spell): Heard => ({
      ...key,
      evidence: spell,
      likelihood: likelihoodOf(spell),
      sure: spell.some((report) => isSure(report) || words.get(report.itemId)?.verdict === 'accepted'),
      rejected: evidence.length - left.length,
      changes,
      decisions,
      edit,
    }),
  );
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
