import { isDeepStrictEqual } from 'node:util';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Baseline } from '../model/baseline.ts';
import { CANARY } from '../model/canary.ts';
import { SLOTS_VERSION, type Story } from '../model/story.ts';
import type { KeptStory, Stories } from '../monitor/ports.ts';
import { holds, partition, type TableClient } from './client.ts';
import { deleteStory, retireStory } from './delete-story.ts';
import { legacyRows, type Moved } from './legacy.ts';
import { KEYS } from './table.ts';
import { NOT_NEWER, newer, refuseNewer, VERSION, VERSIONS } from './versions.ts';

interface StoryRow {
  readonly version?: number;
  readonly baseline: Baseline;
  readonly slots?: Story['slots'];
  readonly slotsVersion?: number;
  readonly digest?: string;
  readonly judged?: string | null;
  /** The story is not watched any more. */
  readonly retired?: boolean;
  readonly putBy?: string | null;
  readonly quietSince?: string | null;
  readonly replayedAt?: string | null;
}

/** The stories, a row each. */
export function dynamoStories(tables: TableClient): Stories {
  const { client, table, get, getAll, queryAll } = tables;
  /** Copies what version 0.1.0 kept of a story; a copy that breaks off is made again as a whole. */
  async function bringUp(slug: string): Promise<Moved[]> {
    const moved = await legacyRows(queryAll, slug);
    for (const { to } of moved)
      await holds(
        client.send(
          new PutCommand({ TableName: table, Item: to, ConditionExpression: 'attribute_not_exists(pk)' }),
        ),
      );
    return moved;
  }

  /** Without that of a canary, which is nobody's business. */
  async function everyRow(): Promise<StoryRow[]> {
    const rows = await queryAll<StoryRow>(partition('STORIES'));
    // A row that is none, whoever wrote it, stops no other story.
    return rows.filter(({ baseline }) => baseline?.story !== undefined && baseline.story !== CANARY);
  }

  return {
    stories: async () => Promise.all((await everyRow()).filter(({ retired }) => !retired).map(toKept)),

    everyStory: async () => Promise.all((await everyRow()).map(toKept)),

    story: async (slug) => {
      const row = await get<StoryRow>(KEYS.story(slug), { consistent: true });
      return row ? toKept(row) : null;
    },

    storiesNamed: async (slugs) => {
      const rows = await getAll<StoryRow>([...new Set(slugs)].map(KEYS.story));
      return Promise.all(rows.filter(({ retired }) => !retired).map(toKept));
    },

    async saveStory({ baseline, slots, digest }, put) {
      const slug = baseline.story;
      const row = await get<StoryRow>(KEYS.story(slug));
      refuseNewer('story', row);
      const isOlder = row !== undefined && isOlderRow(row);
      const moved = isOlder ? await bringUp(slug) : [];
      const putBy = put?.by ?? row?.putBy ?? null;
      const quietSince = put?.quietSince ?? row?.quietSince ?? null;
      const isPutSo = (row?.putBy ?? null) === putBy && (row?.quietSince ?? null) === quietSince;
      const same = isPutSo && row && !isOlder && !row.retired && row.slotsVersion === SLOTS_VERSION;
      if (same && row.digest === digest && isDeepStrictEqual(row.baseline, baseline)) return;
      const item = {
        ...KEYS.story(slug),
        [VERSION]: VERSIONS.story,
        baseline,
        slots,
        slotsVersion: SLOTS_VERSION,
        digest,
        judged: row?.judged ?? null,
        putBy,
        quietSince,
        replayedAt: row?.replayedAt ?? null,
      };
      const write = new PutCommand({
        TableName: table,
        Item: item,
        ConditionExpression: NOT_NEWER,
        ExpressionAttributeNames: { '#version': VERSION },
        ExpressionAttributeValues: { ':version': VERSIONS.story },
      });
      if (!(await holds(client.send(write)))) throw newer('story');
      // From here on nobody reads them: where this breaks off they are only left over.
      for (const { from } of moved) await client.send(new DeleteCommand({ TableName: table, Key: from }));
    },

    async noteReplay({ baseline: { story: slug } }, at) {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: KEYS.story(slug),
          UpdateExpression: 'SET replayedAt = :at',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeValues: { ':at': at.toISOString() },
        }),
      );
    },

    retireStory: (slug) => retireStory(tables, slug),

    deleteStory: (story) => deleteStory(tables, story),

    async noteJudged({ baseline: { story: slug }, digest }, judged) {
      // Where the story was edited meanwhile it stays to be judged again.
      await holds(
        client.send(
          new UpdateCommand({
            TableName: table,
            Key: KEYS.story(slug),
            UpdateExpression: 'SET judged = :judged',
            ConditionExpression: 'digest = :digest',
            ExpressionAttributeValues: { ':digest': digest, ':judged': judged },
          }),
        ),
      );
    },
  };
}

function isOlderRow({ version }: StoryRow): boolean {
  return (version ?? 1) < VERSIONS.story;
}

/** A row as a story; the claims of one that was kept without slots, or with others, are read now. */
async function toKept(row: StoryRow): Promise<KeptStory> {
  refuseNewer('story', row);
  const { slots, slotsVersion, digest, judged = null } = row;
  // What a baseline may have since then, it has not.
  const baseline = { ...row.baseline, names: row.baseline.names ?? {}, ungated: row.baseline.ungated ?? [] };
  const kept = {
    judged,
    isOlder: isOlderRow(row),
    putBy: row.putBy ?? null,
    quietSince: row.quietSince ?? null,
    replayedAt: row.replayedAt ?? null,
    isRetired: row.retired === true,
  };
  if (slots && digest !== undefined && slotsVersion === SLOTS_VERSION)
    return { baseline, slots, digest, ...kept };
  // Reading claims takes the whole of the language's rules: they are loaded where they are needed.
  const { storyOf } = await import('../monitor/story.ts');
  return { ...storyOf(baseline), ...kept };
}
