import type { Wanted } from '../model/route.ts';
import type { Story } from '../model/story.ts';
import { type Announcement, idsOf } from './announcement.ts';
import { announcementsOf } from './announcements-of.ts';
import { type Folded, foldedOf } from './folded.ts';
import type { Told } from './moves.ts';
import type { Notice, Notices } from './notices.ts';
import type { Changes, KeptStory } from './ports.ts';

/** An announcement with the story that it is of. */
export interface Telling {
  readonly announcement: Announcement;
  readonly story: Story;
}

/** A way by which announcements reach somebody. It may fail, and is then asked again. */
export interface Channel {
  readonly name: string;
  /** What it is told of a story; null for nothing. */
  readonly wants: (story: Story) => Wanted | null;
  /** When it began, ISO 8601: what was kept until then is none of its business; null where it was always there. @param told what it told of a story so far */
  readonly since: (told: Told) => string | null;
  /** Delivers in one message what belongs into one: one announcement, or all of a digest. */
  deliver(tellings: readonly Telling[]): Promise<void>;
}

interface AnnouncePorts {
  readonly records: Pick<Changes, 'changes'>;
  readonly notices: Notices;
  readonly now: () => Date;
}

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
  const known = await knownOf(story, ports);
  const failures: unknown[] = [];
  let made = 0;
  for (const channel of channels)
    for (const telling of pendingOf(story, channel, known, ports.now())) {
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
  for (const story of stories)
    pending.push(...pendingOf(story, channel, await knownOf(story, ports), ports.now()));
  const { made, failures } = await deliver(channel, pending, ports);
  if (failures.length > 0) throw failed(failures, `the digest ${channel.name}`);
  return made;
}

/** What is known of a story, and what was told of it. */
export interface Known {
  readonly folded: Folded;
  readonly delivered: ReadonlyMap<string, string | null>;
}

/** Read and folded once for all channels. */
export async function knownOf(story: KeptStory, { records, notices, now }: AnnouncePorts): Promise<Known> {
  // What was told goes first: what is told meanwhile is in the changes at the most, and taken by whoever tells it.
  const delivered = await notices.delivered(story.baseline.story);
  return { delivered, folded: foldedOf(story, await records.changes(story), now()) };
}

/** What a channel has still to tell of a story, of what it wants. */
export function pendingOf(
  story: KeptStory,
  channel: Pick<Channel, 'name' | 'wants' | 'since'>,
  { folded, delivered }: Known,
  now: Date,
): Telling[] {
  const wanted = channel.wants(story);
  if (!wanted) return [];
  const told = toldBy(channel.name, delivered);
  const quiet = {
    saidUntil: story.quietSince,
    keptUntil: channel.since(told),
    replayedAt: story.replayedAt,
  };
  return announcementsOf(story, folded, { told, now, origins: wanted.origins, quiet })
    .filter((each) => isWanted(each, wanted))
    .map((announcement) => ({ announcement, story }));
}

/** The ids of what a channel told, of all that was delivered. */
function toldBy(channel: string, delivered: Known['delivered']): Told {
  const prefix = `${channel} `;
  return new Map(
    [...delivered].flatMap(([key, at]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), at]] : [])),
  );
}

function isWanted(announcement: Announcement, { kinds }: Wanted): boolean {
  // What was told is taken back whatever its kind has come to.
  if (kinds === null || announcement.about === 'withdrawal') return true;
  return announcement.about === 'change' && kinds.includes(announcement.record.kind);
}

/** Takes announcements, delivers those that are its own in one message, and notes how that went. */
async function deliver(
  channel: Channel,
  tellings: readonly Telling[],
  { notices, now }: AnnouncePorts,
): Promise<{ readonly made: number; readonly failures: readonly unknown[] }> {
  const failures: unknown[] = [];
  const own: Telling[] = [];
  const [at, until] = [now().toISOString(), new Date(now().getTime() + DELIVERY_MS).toISOString()];
  const noticeOf = (id: string, { story }: Telling): Notice => ({
    story: story.baseline.story,
    id,
    channel: channel.name,
  });
  for (const telling of tellings) {
    const notice = noticeOf(telling.announcement.id, telling);
    const taken = await notices.take(notice, at, until);
    if (taken === 'another')
      failures.push(new Error(`${notice.id} is on its way by ${channel.name} already`));
    if (taken === 'mine') own.push(telling);
  }
  if (own.length === 0) return { made: 0, failures };
  const settle = async (notice: Notice, outcome: 'delivered' | 'failed') => {
    await notices.settle(notice, outcome, at).catch((error: unknown) => failures.push(error));
  };
  try {
    await channel.deliver(own);
  } catch (error) {
    failures.push(error);
    for (const telling of own) await settle(noticeOf(telling.announcement.id, telling), 'failed');
    return { made: 0, failures };
  }
  // What goes along is noted first: where this breaks off the message is sent again, whole.
  for (const telling of own)
    for (const id of idsOf(telling.announcement).toReversed())
      await settle(noticeOf(id, telling), 'delivered');
  return { made: own.length, failures };
}

function failed(failures: readonly unknown[], of: string): AggregateError {
  return new AggregateError(
    failures,
    `${failures.length} of the deliveries of ${of} failed, the first: ${String(failures[0])}`,
  );
}
