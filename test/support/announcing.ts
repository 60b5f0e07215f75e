import type { StoredChange } from '../../lib/model/report.ts';
import { announce, type Channel } from '../../lib/monitor/announce.ts';
import type { Notice, Notices } from '../../lib/monitor/notices.ts';
import type { KeptStory } from '../../lib/monitor/ports.ts';
import { announcementMail } from '../../lib/view/announcement.ts';
import { BRIDGE_STORY, UNJUDGED } from './story.ts';

export const story = { ...BRIDGE_STORY, ...UNJUDGED };
export const AT = '2026-03-05T12:00:00Z';

/** Notices in memory, and a channel that keeps what it is given unless it is down. */
export function bench(of: KeptStory = story) {
  const kept = new Map<string, string>();
  const key = ({ id, channel }: Notice) => `${channel} ${id}`;
  const notices: Notices = {
    delivered: async () => new Set([...kept].flatMap(([id, state]) => (state === 'delivered' ? [id] : []))),
    take: async (notice, _now, until) => {
      const state = kept.get(key(notice));
      if (state) return state === 'delivered' ? 'delivered' : 'another';
      kept.set(key(notice), until);
      return 'mine';
    },
    settle: async (notice, outcome) => {
      if (outcome === 'failed') kept.delete(key(notice));
      else kept.set(key(notice), outcome);
    },
  };
  const sent: string[] = [];
  const line = { up: true };
  const channel: Channel = {
    name: 'mail',
    deliver: async (announcement, told) => {
      if (!line.up) throw new Error('the line is down');
      sent.push(announcementMail(announcement, told).subject);
    },
  };
  const run = (changes: readonly StoredChange[], at = AT, toCheck: number | null = null) =>
    announce(of, {
      records: { changes: async () => [...changes] },
      notices,
      channels: [channel],
      now: () => new Date(at),
      toCheck,
    });
  return { run, sent, line, kept };
}
