import { type EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import type { Story } from '../lib/model/story.ts';
import type { Announcement, Channel } from '../lib/monitor/announce.ts';
import { recordData } from '../lib/view/worded.ts';

const DETAIL_TYPES = { change: 'Change Recorded', standing: 'Standing Changed' } as const;
/** So many reports go with an event: all of them might not fit into the 256 KB that it may have. */
const REPORTS_SENT = 20;

/** Announcements for machines, as events of the source `claimwatch` on an EventBridge bus; `id` tells repeats. */
export function busChannel(events: EventBridgeClient, busName: string): Channel {
  return {
    name: 'bus',
    async deliver(announcement, story) {
      const { about } = announcement;
      const { story: slug, article } = story.baseline;
      const detail = { story: slug, article: article.url, ...dataOf(announcement, story) };
      const { FailedEntryCount, Entries } = await events.send(
        new PutEventsCommand({
          Entries: [
            {
              EventBusName: busName,
              Source: 'claimwatch',
              DetailType: DETAIL_TYPES[about],
              Detail: JSON.stringify(detail, (key, value) =>
                key === 'evidence' ? value.slice(0, REPORTS_SENT) : value,
              ),
            },
          ],
        }),
      );
      if (FailedEntryCount)
        throw new Error(
          `The event bus ${busName} refused ${announcement.id} (${Entries?.[0]?.ErrorCode}: ${Entries?.[0]?.ErrorMessage}): it is sent again`,
        );
    },
  };
}

/** An announcement with its records as data. */
function dataOf(announcement: Announcement, story: Story): object {
  const { about, ...told } = announcement;
  if ('record' in told) return { ...told, record: recordData(told.record, story) };
  return { ...told, because: told.because && recordData(told.because, story) };
}
