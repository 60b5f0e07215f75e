import type { Kind } from '../model/report.ts';
import type { Story } from '../model/story.ts';
import { type Announcement, idsOf } from './announcement.ts';
import { announcementsOf, type Told } from './announcements-of.ts';
import type { Notice, Notices } from './notices.ts';
import type { Changes, KeptStory } from './ports.ts';

/** An announcement with the story that it is of. */
export interface Telling {
  readonly announcement: Announcement;
  readonly story: Story;
}

/** What of the changes a channel is told. */
export interface Wanted {
  /** Null for all kinds, and for what only time brings about. */
  readonly kinds: readonly Kind[] | null;
  /** Only what is sure, or also what two outlets report and is to be checked. */
  readonly certainty: 'sure' | 'possible';
}

/** A way by which announcements reach somebody. It may fail, and is then asked again. */
export interface Channel {
  readonly name: string;
  /** What it is told of a story; null for nothing. */
  readonly wants: (story: Story) => Wanted | null;
  /** Delivers in one message what belongs into one: one announcement, or all of a digest. */
  deliver(tellings: readonly Telling[]): Promise<void>;
}

interface AnnouncePorts {
  readonly records: Pick<Changes, 'changes'>;
  readonly notices: Notices;
  readonly now: () => Date;
}

/** Of what two origins report, two in three is right by the rules, of what one does, one in four. */
const ORIGINS_TO_CHECK = 2;

/** A delivery that was taken and not settled within so many milliseconds has died, and is made again: just more than a run may take. */
const DELIVERY_MS = 150_000;

/**
 * Delivers what is new of a story, each announcement once by each channel.
 * @returns how many deliveries were made
 * @throws AggregateError where some failed, after all others were made
 */
export async function announce(
  story: KeptStory,
  channels: readonly Channel[],
  ports: AnnouncePorts,
): Promise<number> {
  const failures: unknown[] = [];
  let made = 0;
  for (const channel of channels)
    for (const telling of await pendingOf(story, channel, ports)) {
      const outcome = await deliver(channel, [telling], ports);
      made += outcome.made;
      failures.push(...outcome.failures);
    }
  if (failures.length > 0) throw failed(failures, story.baseline.story);
  return made;
}

/**
 * Delivers what is new of all stories by one channel in one message; where there is nothing, none.
 * @returns how many announcements it held
 * @throws AggregateError where it failed, or another delivers some of them
 */
export async function announceDigest(
  stories: readonly KeptStory[],
  channel: Channel,
  ports: AnnouncePorts,
): Promise<number> {
  const pending: Telling[] = [];
  for (const story of stories) pending.push(...(await pendingOf(story, channel, ports)));
  const { made, failures } = await deliver(channel, pending, ports);
  if (failures.length > 0) throw failed(failures, `the digest ${channel.name}`);
  return made;
}

/** What a channel has still to tell of a story, of what it wants. */
export async function pendingOf(
  story: KeptStory,
  channel: Pick<Channel, 'name' | 'wants'>,
  { records, notices, now }: AnnouncePorts,
): Promise<Telling[]> {
  const wanted = channel.wants(story);
  if (!wanted) return [];
  const delivered = await notices.delivered(story.baseline.story);
  const announcements = announcementsOf(story, await records.changes(story), {
    told: toldBy(channel.name, delivered),
    now: now(),
    toCheck: wanted.certainty === 'possible' ? ORIGINS_TO_CHECK : null,
    quietSince: story.quietSince,
  });
  return announcements
    .filter((each) => isWanted(each, wanted))
    .map((announcement) => ({ announcement, story }));
}

/** The ids of what a channel told, of all that was delivered. */
export function toldBy(channel: string, delivered: ReadonlyMap<string, string | null>): Told {
  const prefix = `${channel} `;
  return new Map(
    [...delivered].flatMap(([key, at]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), at]] : [])),
  );
}

function isWanted(announcement: Announcement, { kinds }: Wanted): boolean {
  if (kinds === null) return true;
  return announcement.about !== 'standing' && kinds.includes(announcement.record.kind);
}

/** Takes announcements, delivers those that are its own in one message, and notes how that went. */
async function deliver(
  channel: Channel,
  tellings: readonly Telling[],
  { notices, now }: AnnouncePorts,
): Promise<{ readonly made: number; readonly failures: readonly unknown[] }> {
  const failures: unknown[] = [];
  const own: { telling: Telling; taken: Notice[] }[] = [];
  const [at, until] = [now().toISOString(), new Date(now().getTime() + DELIVERY_MS).toISOString()];
  for (const telling of tellings) {
    const { announcement, story } = telling;
    const noticeOf = (id: string) => ({ story: story.baseline.story, id, channel: channel.name });
    const [first, ...others] = idsOf(announcement).map(noticeOf);
    if (!first) continue;
    const taken = await notices.take(first, at, until);
    if (taken === 'another') failures.push(new Error(`${first.id} is on its way by ${channel.name} already`));
    if (taken === 'mine') own.push({ telling, taken: [first, ...others] });
  }
  if (own.length === 0) return { made: 0, failures };
  const settle = async (outcome: 'delivered' | 'failed') => {
    for (const notice of own.flatMap(({ taken }) => taken)) await notices.settle(notice, outcome, at);
  };
  try {
    await channel.deliver(own.map(({ telling }) => telling));
  } catch (error) {
    await settle('failed');
    return { made: 0, failures: [...failures, error] };
  }
  await settle('delivered');
  return { made: own.length, failures };
}

function failed(failures: readonly unknown[], of: string): AggregateError {
  return new AggregateError(
    failures,
    `${failures.length} of the deliveries of ${of} failed, the first: ${String(failures[0])}`,
  );
}
