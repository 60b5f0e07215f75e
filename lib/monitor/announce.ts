import { foldStory } from '../compare/fold/story.ts';
import { voicesOf } from '../compare/fold/voices.ts';
import { type Standing, standings } from '../compare/standing.ts';
import { type Claim, lastWatched } from '../model/baseline.ts';
import type { ChangeRecord, StoredChange } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import type { Notices } from './notices.ts';
import type { Changes, KeptStory } from './ports.ts';

/** What people and machines are told: a new record that is sure, or to be checked, or a claim that stands otherwise than before. */
export type Announcement =
  | {
      readonly about: 'change';
      readonly id: string;
      /** Sure, or to be checked by whoever is told. */
      readonly record: ChangeRecord;
      /** Null where the record is a turn that no claim foresaw. */
      readonly claim: Claim | null;
    }
  | {
      readonly about: 'standing';
      readonly id: string;
      readonly claim: Claim;
      readonly before: Standing;
      readonly after: Standing;
      /** The record by which it does; null where only time went by. */
      readonly because: ChangeRecord | null;
    };

/** A way by which announcements reach somebody. It may fail, and is then asked again. */
export interface Channel {
  readonly name: string;
  deliver(announcement: Announcement, story: Story): Promise<void>;
}

interface AnnouncePorts {
  readonly records: Pick<Changes, 'changes'>;
  readonly notices: Notices;
  readonly channels: readonly Channel[];
  readonly now: () => Date;
  /** What is possible is told as well, to be checked, where so many origins report it; null where only what is sure is told. */
  readonly toCheck: number | null;
}

/** What is to be checked is told so long after it was recorded or told by enough voices, in milliseconds: a table full of older ones floods nobody. */
const NEWS_MS = 7 * 24 * 3_600_000;
/** Of what two origins report, two in three is right by the rules, of what one does, one in four. */
export const ORIGINS_TO_CHECK = 2;

/** A delivery that was taken and not settled within so many milliseconds has died, and is made again: just more than a run may take. */
const DELIVERY_MS = 150_000;

/**
 * Delivers what is new of a story, each announcement once by each channel.
 * @returns how many deliveries were made
 * @throws AggregateError where some failed, after all others were made
 */
export async function announce(
  story: KeptStory,
  { records, notices, channels, now, toCheck }: AnnouncePorts,
): Promise<number> {
  const slug = story.baseline.story;
  const changes = await records.changes(story);
  const delivered = await notices.delivered(slug);
  const failures: unknown[] = [];
  let made = 0;
  for (const channel of channels) {
    const own = new Set(
      [...delivered].flatMap((key) =>
        key.startsWith(`${channel.name} `) ? [key.slice(channel.name.length + 1)] : [],
      ),
    );
    for (const announcement of announcementsOf(story, changes, own, { now: now(), toCheck })) {
      const notice = { story: slug, id: announcement.id, channel: channel.name };
      const taken = await notices.take(
        notice,
        now().toISOString(),
        new Date(now().getTime() + DELIVERY_MS).toISOString(),
      );
      if (taken === 'another')
        failures.push(new Error(`${notice.id} is on its way by ${notice.channel} already`));
      if (taken !== 'mine') continue;
      try {
        await channel.deliver(announcement, story);
      } catch (error) {
        failures.push(error);
        await notices.settle(notice, 'failed');
        continue;
      }
      await notices.settle(notice, 'delivered');
      made += 1;
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `${failures.length} of the deliveries of ${slug} failed, the first: ${String(failures[0])}`,
    );
  return made;
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

/** What a channel that delivered `delivered` still has to tell. */
function announcementsOf(
  story: Story,
  changes: readonly StoredChange[],
  delivered: ReadonlySet<string>,
  { now, toCheck }: { readonly now: Date; readonly toCheck: number | null },
): Announcement[] {
  const records = foldStory(story, changes, now);
  const recorded = new Map(changes.map(({ id, recordedAt }) => [id, recordedAt]));
  const claims = new Map(story.baseline.claims.map((claim) => [claim.id, claim]));
  const news = records.flatMap((record): Announcement[] => {
    const claim = record.claimId === null ? null : (claims.get(record.claimId) ?? null);
    const id = `change.${record.id}`;
    if (record.certainty === 'sure') return [{ about: 'change', id, record, claim }];
    if (toCheck === null) return [];
    const heardAt = voiceTime(record, toCheck);
    const times = [heardAt, ...record.changes.map((change) => recorded.get(change) ?? null)];
    const isNews = times.some((time) => time !== null && now.getTime() - Date.parse(time) <= NEWS_MS);
    // What was told as sure, before an upgrade or a rejection, is not told again.
    if (heardAt === null || !isNews || delivered.has(id)) return [];
    return [{ about: 'change', id: `check.${record.id}`, record, claim }];
  });
  const moves = standings(story, records, lastWatched(story.baseline, now)).flatMap(
    (claimed): Announcement[] => {
      const { claim, standing } = claimed;
      const told = lastStanding(claim.id, delivered);
      // What is only possible is told to nobody.
      if (standing === 'in question' || told.standing === standing) return [];
      const because = claimed.records.findLast(({ certainty }) => certainty === 'sure') ?? null;
      return [
        {
          about: 'standing',
          id: `standing.${claim.id}.${told.count + 1}.${standing}`,
          claim,
          before: told.standing,
          after: standing,
          because: standing === 'lapsed' ? null : because,
        },
      ];
    },
  );
  return [...news, ...moves].filter(({ id }) => !delivered.has(id));
}

/** Where a claim stood by the last word on it, and how many words there were: `standing.CLAIM.COUNT.STANDING`. */
function lastStanding(
  claimId: string,
  delivered: ReadonlySet<string>,
): { readonly count: number; readonly standing: Standing } {
  const told = [...delivered].flatMap((id) => {
    const [about, claim, count, standing] = id.split('.');
    return about === 'standing' && claim === claimId
      ? [{ count: Number(count), standing: standing as Standing }]
      : [];
  });
  return told.toSorted((a, b) => a.count - b.count).at(-1) ?? { count: 0, standing: 'stands' };
}
