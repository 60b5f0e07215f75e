import { DeleteCommand } from '@aws-sdk/lib-dynamodb';
import { type FeedMemory, type FeedState, NO_MEMORY, type RememberedItem } from '../model/feed.ts';
import type { Feeds } from '../monitor/ports.ts';
import type { TableClient } from './client.ts';
import { KEYS } from './table.ts';
import { refuseNewer, VERSIONS } from './versions.ts';

interface StateRow {
  readonly version?: number;
  readonly state: FeedState;
}

/** The state of form 2, which version 0.1.0 left. */
interface LegacyState extends FeedState {
  readonly seen: readonly string[];
}

interface MemoryRow {
  readonly version: number;
  readonly items: readonly string[];
  readonly judged: Readonly<Record<string, string>>;
}

/** What is known of feeds: a row for the state of each, written by every check, and one for its memory of items. */
export function dynamoFeeds({ client, table, get, getAll, put }: TableClient): Feeds {
  return {
    feedState: async (id) => toState(await get<StateRow>(KEYS.feed(id))),

    async feedStates(ids) {
      const rows = await getAll<StateRow>([...new Set(ids)].map(KEYS.feed));
      // A row of a newer version is as good as none here: it stops its own feed, where that is read, and no other.
      const own = rows.filter(({ version = 1 }) => version <= VERSIONS.state);
      return new Map(own.flatMap((row) => toState(row) ?? []).map((state) => [state.id, state]));
    },

    saveFeedState: (state, until) => put('state', KEYS.feed(state.id), { state }, until),

    async feedMemory(id) {
      const row = await get<MemoryRow>(KEYS.memory(id));
      refuseNewer('memory', row);
      if (row) return { items: row.items.map(unpacked), judged: row.judged };
      return legacyMemory(await get<StateRow>(KEYS.feed(id)));
    },

    saveFeedMemory: (id, { items, judged }, until) =>
      put('memory', KEYS.memory(id), { items: items.map(packed), judged }, until),

    async deleteFeed(id) {
      for (const Key of [KEYS.memory(id), KEYS.feed(id)])
        await client.send(new DeleteCommand({ TableName: table, Key }));
    },
  };
}

/** A row as a state; the first form, which holds nothing that later ones use, is none. */
function toState(row: StateRow | undefined): FeedState | null {
  refuseNewer('state', row);
  if (!row || row.version === undefined) return null;
  return row.version === VERSIONS.state ? row.state : fromForm2(row.state as LegacyState);
}

/** Its items are read and judged once more, so that they are kept; the memory knows when they were seen. */
function fromForm2({ seen: _, ...state }: LegacyState): FeedState {
  return { ...state, judgedFor: '', keptAt: null, missed: null };
}

function legacyMemory(row: StateRow | undefined): FeedMemory {
  if (row?.version !== 2) return NO_MEMORY;
  const { seen, changedAt, checkedAt } = row.state as LegacyState;
  return { ...NO_MEMORY, legacy: { seen, at: changedAt ?? checkedAt } };
}

/** An item of a memory in one text, its fields in this order: a list of maps would take three times the bytes. */
function packed({ id, guid, version, firstAt, saidAt, told, leftAt }: RememberedItem): string {
  return [id, guid, version, firstAt, saidAt, told ? 't' : '', leftAt ?? ''].join(' ');
}

function unpacked(text: string): RememberedItem {
  const [id = '', guid = '', version = '', firstAt = '', saidAt = '', told = '', leftAt = ''] =
    text.split(' ');
  return { id, guid, version, firstAt, saidAt, told: told === 't', leftAt: leftAt || null };
}
