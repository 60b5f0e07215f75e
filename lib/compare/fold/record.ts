import type { ChangeRecord, Evidence } from '../../model/report.ts';
import { bySaidAt, firstSeen, type Heard } from './hearing.ts';
import { isSure, likelihoodOf } from './likelihood.ts';

/** A change as it reads, from what was heard of it and what it means on its claim. */
export function toRecord(
  { id, story, claimId, aspect, evidence, likelihood, sure, rejected, changes, decisions, edit }: Heard,
  meaning: Pick<ChangeRecord, 'kind' | 'value' | 'before' | 'supersedes'> &
    Partial<Pick<ChangeRecord, 'contested'>>,
): ChangeRecord {
  return {
    id,
    story,
    claimId,
    aspect,
    contested: [],
    words: edit ? edit.words : wordsOf(evidence),
    ...meaning,
    kind: edit?.kind ?? meaning.kind,
    reported: edit?.reported ?? null,
    firstSeen: firstSeen({ evidence }),
    lastSeen: evidence.at(-1)?.saidAt ?? '',
    confidence: likelihood,
    certainty: sure ? 'sure' : 'possible',
    rejected,
    changes,
    decisions,
    evidence,
  };
}

function wordsOf(evidence: readonly Evidence[]): string | null {
  const told = evidence.filter(({ words }) => words);
  return (told.find(isSure) ?? told[0])?.words ?? null;
}

/** A record with reports that say again what it says. */
export function withReports(record: ChangeRecord, { evidence: more }: Heard): ChangeRecord {
  const evidence = [...record.evidence, ...more].toSorted(bySaidAt);
  const lastSeen = evidence.at(-1)?.saidAt ?? record.lastSeen;
  return { ...record, evidence, lastSeen, confidence: likelihoodOf(evidence) };
}
