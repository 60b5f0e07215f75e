import type { StoredChange } from '../../lib/model/report.ts';
import type { Wanted } from '../../lib/model/route.ts';
import { announce, type Channel, type Telling } from '../../lib/monitor/announce.ts';
import type { Notice, Notices } from '../../lib/monitor/notices.ts';
import type { KeptStory } from '../../lib/monitor/ports.ts';
import { textMessage } from '../../lib/view/announcement/text.ts';
import {
  type AnnouncementWords,
  announcementWords,
  type MessageSettings,
} from '../../lib/view/announcement/words.ts';
import { surely } from './evidence.ts';
import { changesOf } from './records.ts';
import { BRIDGE_STORY, item, UNJUDGED } from './story.ts';

export const story = { ...BRIDGE_STORY, ...UNJUDGED };
export const AT = '2026-03-05T12:00:00Z';
export const SURE: Wanted = { kinds: null, origins: null };
export const TO_CHECK: Wanted = { kinds: null, origins: 2 };
/** Sure changes of the bridge's story by the headlines of outlets. */
export const changesBy = (
  headlines: Readonly<Record<string, string>>,
  publishedAt?: string,
): StoredChange[] =>
  changesOf(
    BRIDGE_STORY,
    Object.entries(headlines).map(([source, title]) =>
      item({ title, source, ...(publishedAt && { publishedAt }) }),
    ),
  ).map(surely);
export const TOLL = changesBy({ 'The Paper': 'Norhaven storm: death toll rises to 9' });

export const MESSAGES: MessageSettings = { zone: 'UTC', pages: null, table: null };

/** Notices in memory: what was taken, and when what was delivered was. */
export function memoryNotices() {
  const kept = new Map<string, string>();
  const times = new Map<string, string>();
  const key = ({ story: slug, id, channel }: Notice) => `${slug} ${channel} ${id}`;
  const notices: Notices = {
    delivered: async (slug) =>
      new Map(
        [...kept].flatMap(([id, state]) =>
          state === 'delivered' && id.startsWith(`${slug} `)
            ? [[id.slice(slug.length + 1), times.get(id) ?? null]]
            : [],
        ),
      ),
    take: async (notice, _now, until) => {
      const state = kept.get(key(notice));
      if (state) return state === 'delivered' ? 'delivered' : 'another';
      kept.set(key(notice), until);
      return 'mine';
    },
    settle: async (notice, outcome, at) => {
      if (outcome === 'failed') kept.delete(key(notice));
      else {
        kept.set(key(notice), outcome);
        times.set(key(notice), at);
      }
    },
  };
  return { notices, kept };
}

/** A channel that keeps what it is given unless it is down. */
export function bench(of: KeptStory = story) {
  const { notices, kept } = memoryNotices();
  const sent: string[] = [];
  const words: AnnouncementWords[] = [];
  const line = { up: true };
  const channel = (wanted: Wanted, since: string | null): Channel => ({
    name: 'mail',
    wants: () => wanted,
    since: () => since,
    deliver: async (tellings: readonly Telling[]) => {
      if (!line.up) throw new Error('the line is down');
      const told = tellings.map((each) => announcementWords(each, MESSAGES));
      words.push(...told);
      sent.push(textMessage(told).subject);
    },
  });
  const run = (
    changes: readonly StoredChange[],
    at = AT,
    {
      wanted = SURE,
      as = of,
      since = null,
    }: { readonly wanted?: Wanted; readonly as?: KeptStory; readonly since?: string | null } = {},
  ) =>
    announce(as, [channel(wanted, since)], {
      records: { changes: async () => [...changes] },
      notices,
      now: () => new Date(at),
    });
  return { run, sent, words, line, kept };
}
