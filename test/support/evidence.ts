import type { Decision, Mended, Verdict } from '../../lib/model/decision.ts';
import type { Aspect, Evidence, StoredChange } from '../../lib/model/report.ts';
import type { Value } from '../../lib/model/value.ts';
import { valueKey } from '../../lib/model/value.ts';
import { changeOf } from '../../lib/monitor/judge.ts';

/** A report in a line: `3 10:00 The Paper 0.7` is that outlet's, of 10:00 on the third of March, likely by 0.7. */
function evidenceOf(line: string, value: Value, change: Partial<Evidence> = {}): Evidence {
  const [, day = '', time = '', outlet = '', likely = ''] =
    /^(\d+) (\d\d:\d\d) (.+) ([\d.]+)$/.exec(line) ?? [];
  if (likely === '') throw new Error(`"${line}" is no report, expected like "3 10:00 The Paper 0.7"`);
  const at = `2026-03-${day.padStart(2, '0')}T${time}:00.000Z`;
  return {
    itemId: line,
    guid: line,
    title: `${outlet} has it`,
    link: '',
    source: outlet,
    origin: outlet,
    publishedAt: at,
    saidAt: at,
    wordedAt: at,
    quote: '',
    value,
    likely: Number(likely),
    reader: 'test',
    corrects: false,
    heldAgainst: 'd',
    ...change,
  };
}

/** All reports of one value on one claim, a line each. */
export function changeWith(
  claimId: string | null,
  aspect: Aspect,
  value: Value,
  lines: readonly string[],
  change: Partial<Evidence> = {},
): StoredChange {
  const evidence = lines.map((line) => evidenceOf(line, value, change));
  return {
    ...changeOf('s', { claimId, aspect, key: valueKey(value) }),
    evidence,
    decisions: [],
  };
}

/** The same, each report as sure as a model’s. */
export const surely = (change: StoredChange): StoredChange => ({
  ...change,
  evidence: change.evidence.map((one) => ({ ...one, likely: 0.96 })),
});

export function decided(
  change: StoredChange,
  verdict: Verdict,
  items: readonly string[] = change.evidence.map(({ itemId }) => itemId),
  mended: Mended | null = null,
): StoredChange {
  return { ...change, decisions: [...change.decisions, decision(verdict, items, { mended })] };
}

/** An editor's word on reports, for a table. */
export function decision(
  verdict: Verdict,
  items: readonly string[],
  change: Partial<Decision> = {},
): Decision {
  return { verdict, items, by: 'ada', at: '2026-03-30T09:00:00.000Z', note: null, mended: null, ...change };
}
