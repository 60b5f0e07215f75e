import { type FeedMemory, type FeedState, NO_MEMORY } from '../../lib/model/feed.ts';
import type { Item } from '../../lib/model/item.ts';
import type { Records } from '../../lib/monitor/ports.ts';

/** Records in memory that note what is written, for tests of what a check asks and writes. */
export function memoryRecords(state: FeedState | null = null) {
  const states = new Map<string, FeedState>(state ? [[state.id, state]] : []);
  const memories = new Map<string, FeedMemory>();
  const waits = new Map<string, string>();
  const items: Item[] = [];
  const known = new Set<string>();
  const writes: string[] = [];
  const records: Records = {
    stories: async () => [],
    everyStory: async () => [],
    story: async () => null,
    storiesNamed: async () => [],
    channelState: async () => null,
    channelStates: async () => [],
    deleteChannelState: async () => {},
    operationState: async () => null,
    saveOperationState: async () => {},
    failureNotes: async () => new Map(),
    saveFailureNote: async () => {},
    saveChannelState: async () => {},
    deployments: async () => [],
    saveDeployment: async () => {},
    removeDeployment: async () => {},
    saveStory: async () => {},
    retireStory: async () => {},
    noteReplay: async () => {},
    noteJudged: async ({ baseline }) => void writes.push(`judged ${baseline.story}`),
    feedStates: async () => states,
    feedState: async (id) => states.get(id) ?? null,
    saveFeedState: async (next) => {
      writes.push(`state ${next.id}`);
      states.set(next.id, next);
    },
    feedMemory: async (id) => memories.get(id) ?? NO_MEMORY,
    saveFeedMemory: async (id, memory) => {
      writes.push(`memory ${id}`);
      memories.set(id, memory);
    },
    deleteFeed: async () => {},
    hostWait: async (host) => waits.get(host) ?? null,
    saveHostWait: async (host, until) => {
      writes.push(`wait ${host}`);
      waits.set(host, until);
    },
    articleState: async () => null,
    articleStates: async () => new Map(),
    saveArticleState: async ({ url }) => void writes.push(`article ${url}`),
    keepItem: async (story, item, _until, waitsSince) => {
      writes.push(`item ${story} ${item.guid}${waitsSince ? ' waits' : ''}`);
      items.push(item);
      return true;
    },
    keptItems: async () => items,
    addEvidence: async ({ id, claimId, aspect }, { guid }) => {
      writes.push(`${guid} ${claimId} ${aspect}`);
      const isNew = !known.has(id);
      known.add(id);
      return isNew ? 'created' : 'added';
    },
    supersede: async ({ id }, { guid }) => void writes.push(`superseded ${guid} ${id}`),
    superseded: async () => [],
    decide: async () => 'kept' as const,
    deleteStory: async () => 0,
    changes: async () => [],
    storiesChangedSince: async () => [],
    judgedVersions: async () => [],
    waitingKeys: async () => [],
    waitingItems: async () => [],
    waitAgain: async (story, item) => void writes.push(`again ${story} ${item.guid}`),
    take: async () => null,
    noteRead: async ({ item }) => writes.push(`read ${item.guid}`) > 0,
    noteAgain: async ({ item }) => writes.push(`again ${item.guid}`) > 0,
    noteUnread: async ({ item }) => writes.push(`unread ${item.guid}`) > 0,
    putOff: async ({ itemId }) => void writes.push(`put off ${itemId}`),
    endBatch: async ({ itemId }) => void writes.push(`end of batch ${itemId}`),
    stopWaiting: async (story, item) => void writes.push(`stop ${story} ${item.guid}`),
    keptAnswers: async (_reader, _story, keys) => keys.map(() => null),
    keepAnswer: async (_reader, _story, answer) => answer,
    answersOf: async () => [],
    keepRequest: async ({ id }) => void writes.push(`request ${id}`),
    requestsOf: async () => new Map(),
    endRequest: async () => true,
    reserve: async (story, day, most) => ({ id: 'held', story, day, most }),
    settle: async ({ id }, spent) => void writes.push(`settled ${id} ${spent}`),
    noteBatch: async (story) => void writes.push(`batch ${story}`),
    budgetsOf: async () => [],
  };
  return { records, states, memories, items, writes };
}
