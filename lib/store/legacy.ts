import type { QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Baseline } from '../model/baseline.ts';
import type { Verdict } from '../model/decision.ts';
import type { Aspect, Evidence, StoredChange } from '../model/report.ts';
import type { State, Value } from '../model/value.ts';
import { type ChangeRow, toChange } from './change-row.ts';
import { NEWS_INDEX } from './table.ts';
import { VERSIONS } from './versions.ts';

/** What version 0.1.0 kept of a story's changes and notices, and what becomes of it: the step from each form to the next. */

/** The partition that held both. */
function legacyPartition(story: string): string {
  return `STORY#${story}`;
}
const CHANGE = 'CHANGE#';
const NOTICE = 'NOTICE#';

interface LegacyEvidence
  extends Pick<
    Evidence,
    'itemId' | 'guid' | 'title' | 'link' | 'source' | 'origin' | 'publishedAt' | 'quote'
  > {
  /** Missing in the oldest rows. */
  readonly editedAt?: string;
  readonly when: string | null;
  readonly confidence: number;
}

/** Values were texts, and an editor's word a word. */
interface LegacyChange {
  readonly pk: string;
  readonly sk: string;
  readonly id: string;
  readonly story: string;
  readonly claimId: string | null;
  readonly aspect: Aspect;
  readonly value: string;
  readonly recordedAt: string;
  readonly items: ReadonlySet<string>;
  readonly decision?: Verdict;
  readonly [evidence: `e_${string}`]: LegacyEvidence;
}

type LegacyRow =
  | LegacyChange
  | { readonly pk: string; readonly sk: string; readonly [channel: string]: string };

type QueryAll = <T>(query: Omit<QueryCommandInput, 'TableName'>) => Promise<T[]>;

/** A row of version 0.1.0 with the row that takes its place. */
export interface Moved {
  readonly from: { readonly pk: string; readonly sk: string };
  readonly to: Readonly<Record<string, unknown>>;
}

/** What is to be moved of a story, notices first, so that nothing is announced a second time. */
export async function legacyRows(queryAll: QueryAll, story: string): Promise<Moved[]> {
  const rows = await legacyRowsOf(queryAll, story);
  const notices = rows.filter(({ sk }) => sk.startsWith(NOTICE)).map((row) => movedNotice(row, story));
  const changes = rows.filter(isChange).map(({ pk, sk, ...row }) => ({
    from: { pk, sk },
    to: { pk: `${CHANGE}${story}`, sk: row.id, ...broughtUp(row as LegacyChange) },
  }));
  return [...notices, ...changes];
}

/** A story's changes where it was not brought up yet: read as they will be. */
export async function legacyChanges(queryAll: QueryAll, { story }: Baseline): Promise<StoredChange[]> {
  return (await legacyRowsOf(queryAll, story)).filter(isChange).map((row) => toChange(broughtUp(row)));
}

function legacyRowsOf(queryAll: QueryAll, story: string): Promise<LegacyRow[]> {
  return queryAll<LegacyRow>({
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': legacyPartition(story) },
    ConsistentRead: true,
  });
}

function isChange(row: LegacyRow): row is LegacyChange {
  return row.sk.startsWith(CHANGE);
}

function movedNotice(row: LegacyRow, story: string): Moved {
  const { pk, sk, ...channels } = row;
  return {
    from: { pk, sk },
    to: {
      pk: `${NOTICE}${story}`,
      sk: sk.slice(NOTICE.length),
      ...channels,
      version: VERSIONS.notice,
    },
  };
}

function broughtUp(row: LegacyChange): ChangeRow {
  const { id, story, claimId, aspect, recordedAt, items, decision } = row;
  const evidence = Object.entries(row).flatMap(([name, one]) =>
    name.startsWith('e_') ? [[name, typedEvidence(row, one as LegacyEvidence)]] : [],
  );
  return {
    id,
    story,
    claimId,
    aspect,
    recordedAt,
    items,
    version: VERSIONS.change,
    [NEWS_INDEX.partition]: NEWS_INDEX.key,
    ...(decision && { [decision]: items }),
    ...Object.fromEntries(evidence),
  };
}

function typedEvidence(row: LegacyChange, told: LegacyEvidence): Evidence {
  const { when, confidence, editedAt, ...plain } = told;
  return {
    ...plain,
    saidAt: told.publishedAt,
    wordedAt: editedAt ?? told.publishedAt,
    value: typedValue(row, when),
    likely: confidence,
    reader: 'rules',
    // It did not say; taken to be so, a toll that fell is not lost.
    corrects: true,
    heldAgainst: '',
  };
}

function typedValue({ aspect, value }: LegacyChange, when: string | null): Value {
  switch (aspect) {
    case 'date':
      return { kind: 'date', edtf: value };
    case 'state':
      return { kind: 'state', state: value as State, on: value === 'held' ? when : null };
    case 'stance':
      return { kind: 'stance', stance: value === 'denied' ? 'denied' : 'confirmed' };
    case 'response':
      return { kind: 'response', on: null };
    case 'turn':
      return { kind: 'turn', name: value };
    default: {
      const amount = Number(value);
      if (value.startsWith('+')) return { kind: 'addition', amount, unit: null };
      return { kind: 'figure', amount, upTo: null, bound: 'exactly', unit: null };
    }
  }
}
